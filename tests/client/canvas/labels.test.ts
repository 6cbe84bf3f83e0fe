import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAt, type LabelRequest, overlaps, placeLabels } from '#client/graph/label-place.ts';
import { balanceLabel, piecesOf, widthOf, wrapLabel } from '#client/graph/label-text.ts';

describe('wrapping a label', () => {
  it.each([
    ['short text stays on one line', '网络安全法', ['网络安全法']],
    ['long text breaks', '未成年人网络保护条例实施办法', ['未成年人网络保护条', '例实施办法']],
    ['第N条 is never cut', '中华人民共和国刑法第二百八十六条之一', ['中华人民共和国刑法', '第二百八十六条之一']],
    ['a numbered item is never cut', '前款规定的下列情形（十一）其他', ['前款规定的下列情形', '（十一）其他']],
    ['a line does not begin with a closing mark', '最高人民检察院印发意见，要求', ['最高人民检察院印发', '意见，要求']],
    ['a line does not end with an opening mark', '最高人民检察院印发《意见》', ['最高人民检察院印发', '《意见》']],
    ['a date stays whole', '最高检发布消息2023-04-19', ['最高检发布消息', '2023-04-19']],
  ])('%s', (_, text, lines) => {
    expect(wrapLabel(text, 9, 3)).toEqual(lines);
  });

  it('says by … that there is more', () => {
    const lines = wrapLabel('依法加大对危害计算机信息系统安全和数据安全犯罪的惩治力度', 8, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/u);
  });

  it('never cuts a numbered unit, whatever stands around it', () => {
    const unit = fc.constantFrom('第一条', '第二十一条', '第二百八十六条之一', '第三款', '（二）');
    const words = fc.stringMatching(/^[一-龥]{0,12}$/u);
    fc.assert(
      fc.property(words, unit, words, fc.integer({ min: 5, max: 14 }), (before, middle, after, width) => {
        const lines = wrapLabel(before + middle + after, width, 20);
        expect(lines.join('')).toBe(before + middle + after);
        expect(lines.some((line) => line.includes(middle))).toBe(true);
      }),
    );
  });

  it('keeps to its width but for pieces that are wider by themselves', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥a-z0-9，。]{1,40}$/u), fc.integer({ min: 5, max: 14 }), (text, width) => {
        for (const line of wrapLabel(text, width, 4)) {
          const [first = ''] = piecesOf(line);
          expect(widthOf(line) <= width || widthOf(first) + 1 > width - 1).toBe(true);
        }
      }),
    );
  });

  it('evens the lines out: no last line of one character', () => {
    expect(balanceLabel('依法严厉打击人民群众反映强烈的网络犯罪', 9, 3)).toEqual([
      '依法严厉打击人',
      '民群众反映强烈',
      '的网络犯罪',
    ]);
  });
});

describe('placing labels', () => {
  const anyRequest: fc.Arbitrary<LabelRequest> = fc
    .record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 10, max: 140 }),
      height: fc.integer({ min: 10, max: 45 }),
      radius: fc.integer({ min: 1, max: 14 }),
    })
    .map(({ x, y, width, height, radius }) => ({
      id: `${x},${y},${width}`,
      width,
      height,
      radius,
      at: [{ x, y }],
      sides: ['below', 'right', 'left', 'above', 'belowRight', 'aboveLeft'] as const,
    }));

  it('never lays one label on another, nor on what is taken', () => {
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 60 }), (requests) => {
        const taken = [{ left: 100, top: 100, right: 180, bottom: 160 }];
        const boxes = placeLabels(requests, taken).map(({ box }) => box);
        for (const [index, box] of boxes.entries()) {
          for (const other of [...taken, ...boxes.slice(index + 1)]) expect(overlaps(box, other)).toBe(false);
        }
      }),
    );
  });

  it('never lets a label run out of the picture: it takes the side that holds it, or is left out', () => {
    const picture = { left: 0, top: 0, right: 200, bottom: 100 };
    const edge = {
      id: 'a',
      width: 60,
      height: 20,
      radius: 5,
      at: [{ x: 190, y: 50 }],
      sides: ['right', 'left'] as const,
    };
    expect(placeLabels([edge], [], picture)[0]?.box).toMatchObject({ right: 182 });
    expect(placeLabels([{ ...edge, sides: ['right'] }], [], picture)).toEqual([]);
  });

  it('gives the first come its place', () => {
    const one = { id: 'a', width: 60, height: 20, radius: 5, at: [{ x: 50, y: 50 }], sides: ['below'] as const };
    const places = placeLabels([one, { ...one, id: 'b' }], []);
    expect(places.map(({ id }) => id)).toEqual(['a']);
  });

  it('stands clear of its own node on every side', () => {
    const request = { id: 'a', width: 60, height: 20, radius: 8, at: [{ x: 50, y: 50 }], sides: [] };
    const disc = { left: 50 - 5.6, right: 50 + 5.6, top: 50 - 5.6, bottom: 50 + 5.6 };
    for (const side of [
      'below',
      'right',
      'above',
      'left',
      'belowRight',
      'belowLeft',
      'aboveRight',
      'aboveLeft',
    ] as const) {
      expect(overlaps(boxAt(request, { x: 50, y: 50 }, side), disc)).toBe(false);
    }
  });
});

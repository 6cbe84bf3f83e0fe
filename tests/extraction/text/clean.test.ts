import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanRanges, cleanText, rawSpan } from '#extraction/text/clean.ts';

describe('cleaning', () => {
  it.each([
    ['zero-width characters go', '第\u200b一\ufeff条', '第一条'],
    ['a paragraph of zero-width spaces is none', '甲。\n\u200b\u200b\n乙。', '甲。\n乙。'],
    ['no-break, ideographic and other blanks are one space', '第一条\u3000\u00a0\t为了', '第一条 为了'],
    ['blanks at the ends of a line go', '\u3000\u3000甲。 \n  乙', '甲。\n乙'],
    ['CR LF and CR are line ends', '甲\r\n乙\r丙', '甲\n乙\n丙'],
    ['the separators of Unicode are line ends', '甲\u2028乙\u2029丙', '甲\n乙\n丙'],
    ['private-use characters go', '甲\ue004乙', '甲乙'],
    ['full-width digits become ASCII', '第１０条', '第10条'],
    ['full-width punctuation stays', '《刑法》，（一）', '《刑法》，（一）'],
    ['half of a surrogate pair does no harm', '甲\ud800乙', '甲\ufffd乙'],
    ['nothing but blanks', ' \n\u3000\n', ''],
  ])('%s', (_name, raw, text) => {
    expect(cleanText(raw).text).toBe(text);
  });

  it('leads back to the raw text, dropped characters inside the span included', () => {
    const raw = '  依照刑\u200b法第一条';
    const clean = cleanText(raw);
    const at = clean.text.indexOf('刑法');
    const { start, end } = rawSpan(clean, at, at + 2);
    expect(raw.slice(start, end)).toBe('刑\u200b法');
  });

  it('joins ranges, each on a line of its own', () => {
    expect(
      cleanRanges('题目|菜单|正文', [
        { start: 0, end: 2 },
        { start: 6, end: 8 },
      ]).text,
    ).toBe('题目\n正文');
  });

  const anyText = fc.string({ unit: 'binary', maxLength: 400 });
  const dirty = fc
    .array(
      fc.constantFrom('第', '一', '条', ' ', '\u3000', '\u200b', '\n', '\r', '\ue000', '１', '。', '\ud83d', '\udc00'),
    )
    .map((parts) => parts.join(''));

  it('keeps one offset for every code unit and one for the end, never falling, inside the raw text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, dirty), (raw) => {
        const { text, rawOffsets } = cleanText(raw);
        expect(rawOffsets).toHaveLength(text.length + 1);
        let before = -1;
        for (const offset of rawOffsets) {
          expect(offset).toBeGreaterThan(before);
          before = offset;
        }
        expect(before).toBeLessThanOrEqual(raw.length);
      }),
    );
  });

  it('is done after one pass', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, dirty), (raw) => {
        const once = cleanText(raw).text;
        expect(cleanText(once).text).toBe(once);
      }),
    );
  });
});

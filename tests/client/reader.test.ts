import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAt, linesOf } from '#client/panels/reader/lines.ts';
import { breadcrumbOf, currentHeading, outlineOf } from '#client/panels/reader/outline.ts';
import { type Piece, partsOf } from '#client/panels/reader/pieces.ts';
import { at, END, LINES, PROVISIONS, provision, shown } from './short-law.ts';

describe('the lines of a text', () => {
  it('are its wording, without marks of structure, comments and blank lines', () => {
    expect(LINES.map((line) => [line.kind, shown(line)])).toEqual([
      ['title', '某法'],
      ['heading', '第一章 总则'],
      ['article', '第一条 为了保护公民权益，制定本法。'],
      ['text', '国家依照宪法保护。'],
      ['article', '第二条 违反第一条第二款的，依照《刑法》处罚。'],
    ]);
  });

  it('end with the last provision: what follows is furniture of the page', () => {
    const text = '某文\n\n第一段。\n\n分享\n扫一扫';
    const lines = linesOf({
      text,
      textOffset: 0,
      provisions: [provision('block', '', -1, text.indexOf('第一段'), text.indexOf('第一段') + 4)],
      title: '某文',
    });
    expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(['某文', '第一段。']);
  });

  it('know the article they stand in', () => {
    expect(LINES.map(({ article }) => PROVISIONS[article]?.printed ?? null)).toEqual([
      null,
      null,
      '第一条',
      '第一条',
      '第二条',
    ]);
  });

  it.each([
    ['before the text', 0, 0],
    ['inside a line', at('公民'), 2],
    ['on a blank line, the next one', at('\n\n国家') + 1, 3],
    ['after the text, the last one', END + 50, 4],
  ])('are found by an offset %s', (_, offset, expected) => {
    expect(lineAt(LINES, offset)).toBe(expected);
  });
});

describe('a line is cut into evidence and highlights', () => {
  const draw = (pieces: readonly Piece[]): string =>
    pieces
      .map(({ highlight: index, children, start, end }) => {
        const inner = children.length === 0 ? 'abcdefghij'.slice(start, end) : draw(children);
        return index === null ? inner : `${index}(${inner})`;
      })
      .join('');
  const cut = (spans: readonly [number, number][], mark: [number, number] | null = null): string =>
    partsOf(
      { start: 0, end: 10 },
      spans.map(([start, end], index) => ({ start, end, index })),
      mark === null ? null : { start: mark[0], end: mark[1] },
    )
      .map(({ marked, pieces }) => (marked ? `[${draw(pieces)}]` : draw(pieces)))
      .join('');

  it.each([
    ['nothing highlighted', [], null, 'abcdefghij'],
    ['one', [[2, 4]], null, 'ab0(cd)efghij'],
    [
      'one inside another',
      [
        [1, 8],
        [3, 5],
      ],
      null,
      'a0(bc1(de)fgh)ij',
    ],
    [
      'two side by side',
      [
        [0, 3],
        [3, 6],
      ],
      null,
      '0(abc)1(def)ghij',
    ],
    [
      'two that cross: the second is cut',
      [
        [1, 5],
        [3, 8],
      ],
      null,
      'a0(bc1(de))1(fgh)ij',
    ],
    [
      'two of the same span',
      [
        [2, 4],
        [2, 4],
      ],
      null,
      'ab0(1(cd))efghij',
    ],
    ['beyond the line', [[8, 40]], null, 'abcdefgh0(ij)'],
    ['evidence alone', [], [3, 6], 'abc[def]ghij'],
    ['evidence that cuts a highlight', [[2, 8]], [4, 10], 'ab0(cd)[0(efgh)ij]'],
    ['evidence over the whole line', [[2, 4]], [-5, 50], '[ab0(cd)efghij]'],
    ['evidence elsewhere', [[2, 4]], [20, 30], 'ab0(cd)efghij'],
  ] as const)('%s', (_, spans, mark, expected) => {
    expect(
      cut(
        spans.map(([start, end]) => [start, end]),
        mark === null ? null : [mark[0], mark[1]],
      ),
    ).toBe(expected);
  });

  it('prints every character once, whatever the spans', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), fc.option(span), (spans, mark) => {
        const valid = spans.filter(([start, end]) => start < end);
        const letters = cut(valid, mark !== null && mark[0] < mark[1] ? mark : null).replace(/[^a-j]/g, '');
        return letters === 'abcdefghij';
      }),
    );
  });
});

describe('the table of contents', () => {
  it('lists headings, and the articles of the one being read', () => {
    expect(outlineOf(PROVISIONS, 3, () => '').map(({ label, depth }) => [label, depth])).toEqual([
      ['第一章 总则', 0],
      ['第一条', 1],
      ['第二条', 1],
    ]);
  });

  it('lists the headings alone before any is reached', () => {
    expect(outlineOf(PROVISIONS, -1, () => '').map(({ label }) => label)).toEqual(['第一章 总则']);
  });

  it('names a place from the outside in', () => {
    expect(breadcrumbOf(PROVISIONS, 3)).toBe('第一章 总则 › 第一条 › 第2款');
    expect(currentHeading(PROVISIONS, 3)).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightsByLine, lineAt, linesOf } from '#client/panels/reader/lines.ts';
import { namedIn, passagesOf } from '#client/panels/reader/narrow.ts';
import { breadcrumbOf, currentHeading, outlineOf } from '#client/panels/reader/outline.ts';
import { type Piece, partsOf } from '#client/panels/reader/pieces.ts';
import { placeOf, selectedHighlights, startOf, stepHighlight } from '#client/panels/reader/place.ts';
import type { Highlight, ReaderProvision } from '#model/wire/documents.ts';

const TEXT = [
  '# 某法',
  '',
  '<!-- INFO END -->',
  '## 第一章 总则',
  '第一条 为了保护公民权益，制定本法。',
  '',
  '国家依照宪法保护。',
  '第二条 违反第一条第二款的，依照《刑法》处罚。',
].join('\n');
const OFFSET = 100;
const at = (part: string): number => OFFSET + TEXT.indexOf(part);

const provision = (
  level: ReaderProvision['level'],
  printed: string,
  parent: number,
  start: number,
  end: number,
): ReaderProvision => ({
  id: `law/某法@2020-01-01/${level}_${start}`,
  level,
  number: '1',
  printed,
  parent,
  start,
  end,
  citedBy: 0,
});
const END = OFFSET + TEXT.length;
const PROVISIONS = [
  provision('chapter', '第一章 总则', -1, at('第一章'), END),
  provision('article', '第一条', 0, at('第一条 为'), at('第二条') - 1),
  provision('paragraph', '第1款', 1, at('为了'), at('\n\n国家')),
  provision('paragraph', '第2款', 1, at('国家'), at('第二条') - 1),
  provision('article', '第二条', 0, at('第二条'), END),
  provision('paragraph', '第1款', 4, at('违反'), END),
];
const LINES = linesOf({ text: TEXT, textOffset: OFFSET, provisions: PROVISIONS, title: '某法' });
const shown = (line: { start: number; end: number }): string => TEXT.slice(line.start - OFFSET, line.end - OFFSET);

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

const highlight = (
  kind: Highlight['kind'],
  start: number,
  end: number,
  target: string,
  relation = 'rel/1',
): Highlight => ({
  kind,
  start,
  end,
  relationIds: [relation],
  targets: [{ id: `law/${target}`, label: 'Law', name: target }],
  citationType: kind === 'citation' ? 'law' : null,
  reason: null,
  modality: null,
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

describe('what a sentence names is found in it', () => {
  const law = (name: string) => ({ id: `law/${name}`, label: 'Law' as const, name });
  const article = (id: string) => ({ id, label: 'Provision' as const, name: '' });
  const named = (text: string, target: Parameters<typeof namedIn>[1], type: Highlight['citationType'] = 'law') => {
    const span = namedIn(text, target, type);
    return span === null ? null : text.slice(span.start, span.end);
  };
  it.each([
    ['a title in 《》', '依照《刑法》处罚', law('刑法'), '《刑法》'],
    [
      'with the name of the state',
      '根据《中华人民共和国网络安全法》制定',
      law('网络安全法'),
      '《中华人民共和国网络安全法》',
    ],
    ['a bare name in a list', '推动制定修订网络安全法、反不正当竞争法', law('反不正当竞争法'), '反不正当竞争法'],
    ['a short title', '《意见》强调，网络法治工作', law('关于加强网络法治工作的意见'), '《意见》'],
    ['nothing of it', '依法惩处', law('刑法'), null],
    ['its subject alone is no name of it', '为了规范视频系统管理', law('视频系统管理条例'), null],
    ['the ending of a title', '依照诉讼法的规定', law('刑事诉讼法'), '诉讼法'],
    ['an article of this law', '违反本法第二十一条规定', article('law/x@2020-01-01/art_21'), '本法第二十一条'],
    [
      'down to 款 and 项',
      '依照第二十六条第一款第（三）项',
      article('law/x@2020-01-01/art_26/par_1/pnt_3'),
      '第二十六条第一款第（三）项',
    ],
    [
      'of another law',
      '《刑法》第二百八十六条之一的罪',
      article('law/刑法@2020-01-01/art_286-1'),
      '《刑法》第二百八十六条之一',
    ],
    [
      'a function in a list that shares its ending',
      '依法履行刑事、民事、行政、公益诉讼检察职能',
      { id: 'function/民事检察', label: 'Function' as const, name: '民事检察' },
      '民事',
    ],
  ])('%s', (_, text, target, expected) => {
    expect(named(text, target)).toBe(expected);
  });

  it('this law by 本法', () => {
    expect(named('为了网络安全，制定本法。', law('网络安全法'), 'self')).toBe('本法');
  });

  it.each([
    ['前款', '违反前款规定的', '前款'],
    ['前两款', '前两款所列', '前两款'],
    ['本条第二款', '本条第二款规定', '本条第二款'],
  ])('%s', (_, text, expected) => {
    expect(named(text, article('law/x@2020-01-01/art_9/par_1'), 'previous')).toBe(expected);
  });

  it('one highlight for each place, with all that is named there', () => {
    const text = '推动制定修订网络安全法、反不正当竞争法。';
    const sentence = highlight('promotes', 0, text.length, '网络安全法');
    const passages = passagesOf({
      text,
      textOffset: 0,
      highlights: [{ ...sentence, targets: [law('网络安全法'), law('反不正当竞争法')] }],
    });
    expect(passages.map(({ start, end }) => text.slice(start, end))).toEqual(['网络安全法', '反不正当竞争法']);
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

describe('where the reader goes', () => {
  const document = { id: 'law/某法@2020-01-01' };
  const read = {
    document,
    provisions: PROVISIONS,
    highlights: [highlight('citation', at('《刑法》'), at('》处罚') + 1, '刑法', 'rel/7')],
  };
  const span = { start: at('《刑法》'), end: at('》处罚') + 1 };
  const place = (
    spanAt: { start: number; end: number } | null,
    selection: Parameters<typeof placeOf>[2],
  ): ReturnType<typeof placeOf> =>
    placeOf({ ...read, document: { ...DOCUMENT, id: document.id } }, spanAt, selection, []);
  const DOCUMENT = {
    label: 'Document' as const,
    id: '',
    name: '某法',
    title: '某法',
    kind: 'statute' as const,
    issuer: null,
    date: '2020-01-01',
    rank: '法律' as const,
    chars: 0,
    sourceId: 's',
    textHash: 'h',
  };

  it('to the passage in the address first', () => {
    expect(place({ start: 101, end: 105 }, { kind: 'edge', id: 'rel/7' })).toEqual({
      span: { start: 101, end: 105 },
      marked: true,
    });
  });
  it('to the evidence of the selected relationship', () => {
    expect(place(null, { kind: 'edge', id: 'rel/7' })).toMatchObject({ span, marked: true });
  });
  it('to the selected provision, without marking it', () => {
    expect(place(null, { kind: 'node', id: PROVISIONS[4]?.id ?? '' })).toMatchObject({
      span: { start: at('第二条') },
      marked: false,
    });
  });
  it('to the first mention of the selected law', () => {
    expect(place(null, { kind: 'node', id: 'law/刑法' })).toMatchObject({ span, marked: true });
  });
  it('nowhere when nothing here belongs to the selection', () => {
    expect(place(null, { kind: 'node', id: 'law/民法典' })).toBeNull();
    expect(place(null, null)).toBeNull();
  });

  it('highlights of a selection are found by relationship and by node', () => {
    expect(selectedHighlights(read.highlights, { kind: 'edge', id: 'rel/7' })).toEqual([0]);
    expect(selectedHighlights(read.highlights, { kind: 'node', id: 'law/刑法' })).toEqual([0]);
    expect(selectedHighlights(read.highlights, null)).toEqual([]);
  });
  it('of several on one sentence only the one that leads where the relationship does', () => {
    const two = [highlight('promotes', 0, 4, '甲法'), highlight('promotes', 5, 9, '乙法')];
    expect(selectedHighlights(two, { kind: 'edge', id: 'rel/1' })).toEqual([0, 1]);
    expect(selectedHighlights(two, { kind: 'edge', id: 'rel/1' }, 'law/乙法')).toEqual([1]);
  });

  it('touch the lines they stand on', () => {
    expect(highlightsByLine(LINES, read.highlights)).toEqual([[], [], [], [], [0]]);
  });
});

describe('n and N walk the highlights round and round', () => {
  it.each([
    [0, -1, 1, -1],
    [3, -1, 1, 0],
    [3, -1, -1, 2],
    [3, 1, 1, 2],
    [3, 2, 1, 0],
    [3, 0, -1, 2],
  ] as const)('of %i, at %i, step %i → %i', (count, current, step, expected) => {
    expect(stepHighlight(count, current, step)).toBe(expected);
  });
});

describe('the first step from a marked passage', () => {
  const three = [10, 20, 30].map((start) => highlight('citation', start, start + 5, '刑法'));
  it.each([
    ['meets the highlight inside it', 15, 1, 1],
    ['or before it, backwards', 15, -1, 0],
    ['goes round after the last one', 35, 1, 0],
    ['backwards from there meets the last', 35, -1, 2],
    ['from nowhere, the first', undefined, 1, 0],
  ] as const)('%s', (_, offset, step, expected) => {
    expect(stepHighlight(3, startOf(three, offset, step), step)).toBe(expected);
  });
});

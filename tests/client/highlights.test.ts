import { describe, expect, it } from 'vitest';
import { highlightsByLine } from '#client/panels/reader/lines.ts';
import { namedIn, passagesOf } from '#client/panels/reader/narrow.ts';
import { placeOf, selectedHighlights, startOf, stepHighlight } from '#client/panels/reader/place.ts';
import type { Highlight } from '#model/wire/documents.ts';
import { at, highlight, LINES, PROVISIONS } from './short-law.ts';

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

import { describe, expect, it } from 'vitest';
import { cellOf, dutyFiltersOf } from '#client/panels/duties/filters.ts';
import { columnsOf, matrixRows } from '#client/panels/duties/matrix.ts';
import { filtersOf, isFiltered, tabOf, toQuery } from '#client/panels/law/tabs.ts';
import { hitAddress, optionsOf } from '#client/panels/search/hits.ts';
import { groupByDocument } from '#client/panels/shared/group-rows.ts';
import { cutAt } from '#client/panels/shared/Marked.tsx';
import { documentAddress, lawAddress, searchAddress } from '#client/state/url.ts';
import type { CitationRow } from '#model/wire/laws.ts';

const none = { articles: 0, mentions: 0, internal: 0, promotes: 0 };
const version = {
  documentId: 'law/甲法@2020-01-01',
  title: '甲法',
  date: '2020-01-01',
  articles: 3,
  sources: 1,
  newest: true,
};

describe('a law opens on the tab that has something to say', () => {
  it.each([
    ['who cites it, when anything does', null, { buckets: { ...none, promotes: 1 }, versions: [] }, 'citedBy'],
    ['also when its text is held', null, { buckets: { ...none, mentions: 4 }, versions: [version] }, 'citedBy'],
    ['its text, when nothing cites it', null, { buckets: none, versions: [version] }, 'articles'],
    ['who cites it, when there is no text either', null, { buckets: none, versions: [] }, 'citedBy'],
    ['the tab asked for', 'versions', { buckets: none, versions: [] }, 'versions'],
    ['not a tab that does not exist', 'x', { buckets: none, versions: [version] }, 'articles'],
  ] as const)('%s', (_, asked, detail, expected) => {
    expect(tabOf(asked, { ...detail, versions: [...detail.versions] })).toBe(expected);
  });
});

describe('filters of the cited-by list come from the address', () => {
  it.each([
    ['', {}],
    ['bucket=articles&article=21&paragraph=1', { bucket: 'articles', article: '21', paragraph: 1 }],
    ['rank=法律&year=2020', { rank: '法律', year: 2020 }],
    ['documentId=law/乙法@2020-01-01', { documentId: 'law/乙法@2020-01-01' }],
    ['bucket=x&rank=y&year=z&item=-1&paragraph=1.5', {}],
  ])('%s', (text, expected) => {
    const filters = filtersOf(new URLSearchParams(text));
    expect(toQuery(filters)).toEqual(expected);
    expect(isFiltered(filters)).toBe(Object.keys(expected).length > 0);
  });
});

const row = (relationId: string, documentId: string): CitationRow => ({
  relationId,
  type: 'CITES',
  document: { id: documentId, title: documentId, rank: '法律', date: null },
  from: { id: `${documentId}/art_1`, name: '第一条', level: 'article', breadcrumb: '第一条' },
  to: { id: 'law/甲法', label: 'Law', name: '甲法' },
  citation: null,
  evidence: { documentId, sourceId: 's', start: 0, end: 1, quote: '甲', rule: 'r' },
  sentence: { text: '甲', markStart: 0, markEnd: 1 },
});

describe('citing rows stand under their document', () => {
  it('in the order they came, also when a page cuts a document in two', () => {
    const groups = groupByDocument([row('1', 'doc/a'), row('2', 'doc/b'), row('3', 'doc/a')]);
    expect(groups.map(({ document, rows }) => [document.id, rows.map(({ relationId }) => relationId)])).toEqual([
      ['doc/a', ['1', '3']],
      ['doc/b', ['2']],
    ]);
  });
});

describe('a hit opens its place', () => {
  const hit = { id: 'law/甲法', documentId: null, start: null, end: null };
  it.each([
    ['a law: its page', { ...hit, label: 'Law' as const }, lawAddress('law/甲法')],
    [
      'a provision: its words in the reader',
      { id: 'doc/a/blk_1', label: 'Provision' as const, documentId: 'doc/a', start: 3, end: 9 },
      documentAddress('doc/a', { start: 3, end: 9 }, 'n:doc/a/blk_1'),
    ],
    [
      'a document: its beginning',
      { id: 'doc/a', label: 'Document' as const, documentId: 'doc/a', start: null, end: null },
      documentAddress('doc/a'),
    ],
  ])('%s', (_, found, expected) => {
    expect(hitAddress(found)).toBe(expected);
  });

  it('options are the direct hit, the groups in order, and all results last', () => {
    const query = { text: '', params: {} };
    const item = { ...hit, label: 'Law' as const, name: '甲法', snippet: { text: '甲法', marks: [] }, detail: null };
    const options = optionsOf({
      q: '甲',
      direct: { ...hit, label: 'Law', name: '甲法' },
      groups: [{ group: 'Law', total: 1, items: [item], query }],
    });
    expect(options.map(({ key }) => key)).toEqual(['direct:law/甲法', 'Law:law/甲法', 'all']);
    expect(options.at(-1)?.to).toBe(searchAddress('甲'));
  });
});

describe('matched characters are marked', () => {
  it.each([
    ['none', [], [['网络安全法', false]]],
    [
      'one',
      [[0, 2]],
      [
        ['网络', true],
        ['安全法', false],
      ],
    ],
    [
      'two out of order',
      [
        [4, 5],
        [0, 2],
      ],
      [
        ['网络', true],
        ['安全', false],
        ['法', true],
      ],
    ],
    [
      'overlapping',
      [
        [0, 3],
        [2, 4],
      ],
      [
        ['网络安', true],
        ['全', true],
        ['法', false],
      ],
    ],
    [
      'beyond the end',
      [[4, 99]],
      [
        ['网络安全', false],
        ['法', true],
      ],
    ],
  ] as const)('%s', (_, marks, expected) => {
    const pieces = cutAt(
      '网络安全法',
      marks.map(([start, end]) => [start, end] as const),
    );
    expect(pieces.map(({ text, marked }) => [text, marked])).toEqual(expected);
  });
});

describe('the duty matrix', () => {
  const rows = [
    { bearer: null, total: 9, cells: { must: 9 } },
    { bearer: '检察机关', total: 3, cells: { must: 2, may: 1 } },
  ];
  it('has a column for 宜 only where it occurs', () => {
    expect(columnsOf(rows)).toEqual(['must', 'must_not', 'may', 'encourage']);
    expect(columnsOf([{ bearer: '甲', total: 1, cells: { should: 1 } }])).toContain('should');
  });
  it('puts duties without an actor last', () => {
    expect(matrixRows(rows).map(({ bearer }) => bearer)).toEqual(['检察机关', null]);
  });
  it.each([
    ['', null],
    ['row=检察机关&column=must', { bearer: '检察机关', modality: 'must' }],
    ['row=检察机关', { bearer: '检察机关', modality: null }],
    ['row=-&column=x', { bearer: null, modality: null }],
  ])('opens the cell in the address: %s', (text, expected) => {
    expect(cellOf(new URLSearchParams(text))).toEqual(expected);
  });
  it('takes its filters from the address and nothing else', () => {
    expect(dutyFiltersOf(new URLSearchParams('functionId=function/刑事检察&q=&sel=n:x'))).toEqual({
      functionId: 'function/刑事检察',
    });
  });
});

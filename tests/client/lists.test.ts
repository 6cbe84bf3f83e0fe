import { describe, expect, it } from 'vitest';
import { cellOf, dutyFiltersOf } from '#client/panels/duties/filters.ts';
import { columnsOf, matrixRows } from '#client/panels/duties/matrix.ts';
import { namedLaws } from '#client/panels/landing/named-laws.ts';
import { isCorpus, pickDocument } from '#client/panels/landing/pick-document.ts';
import { filtersOf, isFiltered, tabOf, toQuery } from '#client/panels/law/tabs.ts';
import { hitAddress, optionsOf } from '#client/panels/search/hits.ts';
import { groupByDocument } from '#client/panels/shared/group-rows.ts';
import { cutAt } from '#client/panels/shared/Marked.tsx';
import { bySentence, edgesOf } from '#client/state/known-graph.ts';
import { shortcutName } from '#client/state/shortcuts.tsx';
import { documentAddress, lawAddress, searchAddress } from '#client/state/url.ts';
import type { EdgeDto, NodeDto } from '#model/wire/common.ts';
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

const node = (id: string, label: NodeDto['label'], properties: NodeDto['properties'] = {}): NodeDto => ({
  id,
  label,
  name: id,
  degree: 1,
  properties,
});
const edge = (
  id: string,
  type: EdgeDto['type'],
  from: string,
  to: string,
  reason: 'planned' | null = null,
): EdgeDto => ({
  id,
  type,
  from,
  to,
  evidence: null,
  citation: reason === null ? null : { citationType: 'law', article: null, paragraph: null, item: null, reason },
});

describe('the laws a document names', () => {
  const graph = {
    nodes: [
      node('doc/a', 'Document'),
      node('law/网络安全法', 'Law', { status: 'not_held', date: '2016-11-07' }),
      node('law/网络犯罪防治法', 'Law', { status: 'planned' }),
      node('law/未成年人网络保护条例', 'Law', { status: 'not_held', date: '2023-10-16' }),
      node('law/旁观法', 'Law'),
    ],
    edges: [
      edge('1', 'PROMOTES', 'doc/a/blk_6', 'law/网络安全法'),
      edge('2', 'CITES', 'doc/a/blk_2', 'law/网络安全法'),
      edge('3', 'PROMOTES', 'doc/a/blk_6', 'law/网络犯罪防治法', 'planned'),
      edge('4', 'PROMOTES', 'doc/a/blk_6', 'law/未成年人网络保护条例'),
      edge('5', 'UNDER', 'doc/a/blk_6/duty_1', 'law/旁观法'),
    ],
  };
  it('each with how it is named, its state and the relationship that proves it', () => {
    expect(
      namedLaws(graph, '2023-04-19').map(({ node: law, status, relations, reason, edge: first }) => [
        law.id,
        status,
        relations,
        reason,
        first.id,
      ]),
    ).toEqual([
      ['law/网络安全法', 'not_held', ['PROMOTES', 'CITES'], null, '1'],
      ['law/网络犯罪防治法', 'planned', ['PROMOTES'], 'planned', '3'],
      ['law/未成年人网络保护条例', 'not_held', ['PROMOTES'], 'not_yet_issued', '4'],
    ]);
  });
});

describe('the landing page opens with a document', () => {
  const rows = [
    { id: 'law/甲法@2020-01-01', kind: 'statute' },
    { id: 'doc/b', kind: 'news' },
  ];
  it.each([
    ['a report before a statute', rows, null, 'doc/b'],
    ['the one asked for', rows, 'doc/z', 'doc/z'],
    ['a statute when there is nothing else', rows.slice(0, 1), null, 'law/甲法@2020-01-01'],
    ['none in an empty library', [], null, null],
  ])('%s', (_, list, asked, expected) => {
    expect(pickDocument(list, asked)).toBe(expected);
  });
  it('and with the library once there are many', () => {
    expect([1, 3, 4].map(isCorpus)).toEqual([false, false, true]);
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

describe('what is known of a selection', () => {
  const pieces = [
    { nodes: [node('a', 'Law'), node('b', 'Provision')], edges: [edge('1', 'CITES', 'b', 'a')] },
    { nodes: [node('c', 'Provision')], edges: [edge('1', 'CITES', 'b', 'a'), edge('2', 'CITES', 'c', 'a')] },
  ];
  it('a relationship with its two ends, from whichever answer brought it', () => {
    expect(edgesOf(pieces, { kind: 'edge', id: '2' }).map(({ from, to }) => [from?.id, to?.id])).toEqual([['c', 'a']]);
  });
  it('all relationships at a node, each once', () => {
    expect(edgesOf(pieces, { kind: 'node', id: 'a' }).map(({ edge: found }) => found.id)).toEqual(['1', '2']);
  });
  it('nothing without a selection', () => {
    expect(edgesOf(pieces, null)).toEqual([]);
  });
  it('what one sentence proves is shown once', () => {
    const evidence = {
      documentId: 'doc/a',
      sourceId: 's',
      start: 3,
      end: 9,
      quote: '推动制定修订甲法、乙法',
      rule: 'r',
    };
    const prove = (id: string, to: string, type: EdgeDto['type'] = 'PROMOTES') => ({
      edge: { ...edge(id, type, 'doc/a/blk_1', to), evidence },
      from: undefined,
      to: undefined,
    });
    const groups = bySentence([prove('1', 'law/甲法'), prove('2', 'law/丙法', 'CITES'), prove('3', 'law/乙法')]);
    expect(groups.map((group) => group.map((known) => known.edge.id))).toEqual([['1', '3'], ['2']]);
  });
});

describe('names of keys', () => {
  const press = (key: string, more: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
    shortcutName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
  it.each([
    ['n', press('n'), 'n'],
    ['N', press('N', { shiftKey: true }), 'N'],
    ['?', press('?', { shiftKey: true }), '?'],
    ['Ctrl+K', press('k', { ctrlKey: true }), 'mod+k'],
    ['Cmd+K', press('k', { metaKey: true }), 'mod+k'],
    ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+z'],
    ['Alt+N', press('n', { altKey: true }), null],
    ['an arrow', press('ArrowDown'), null],
  ])('%s', (_, made, expected) => {
    expect(made).toBe(expected);
  });
});

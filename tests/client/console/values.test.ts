import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readParams, showParams } from '#client/panels/console/params.ts';
import { toGraphPart } from '#client/panels/console/results/graph-part.ts';
import { returnedGraph, sourceOf } from '#client/panels/console/results/graph-values.ts';
import {
  type HistoryEntry,
  mergeOwn,
  readHistory,
  withEntry,
  writeHistory,
} from '#client/panels/console/stored-list.ts';
import { toCsv } from '#client/text/csv.ts';

const law = {
  $type: 'node',
  id: 'law/网络安全法',
  labels: ['Law'],
  properties: { title: '网络安全法', name: '网络安全法' },
};
const provision = {
  $type: 'node',
  id: 'doc/1/blk_1',
  labels: ['Provision'],
  properties: { name: '第一段', documentId: 'doc/1', start: 0, end: 40 },
};
const promotes = {
  $type: 'relationship',
  id: 'r1',
  type: 'PROMOTES',
  from: 'doc/1/blk_1',
  to: 'law/网络安全法',
  properties: { documentId: 'doc/1', sourceId: 's', start: 3, end: 9, quote: '推动制定修订', rule: 'x' },
};

describe('the graph in an answer', () => {
  it('is what the cells hold, also in lists, maps and paths, each once', () => {
    const path = { $type: 'path', nodes: [provision, law], relationships: [promotes] };
    const { nodes, relationships } = returnedGraph([
      [law, [provision, { a: law }]],
      [path, '法'],
    ]);
    expect([[...nodes.keys()].sort(), [...relationships.keys()]]).toEqual([['doc/1/blk_1', 'law/网络安全法'], ['r1']]);
  });

  it('leaves a map that only looks like a node in the table', () => {
    expect(returnedGraph([[{ id: 'x', labels: ['Law'] }], [{ $type: 'node', id: 1 }]]).nodes.size).toBe(0);
  });

  it('is drawn without relationships whose ends were not returned', () => {
    const part = toGraphPart(returnedGraph([[law, promotes]]));
    expect([part.nodes.map(({ id }) => id), part.edges]).toEqual([['law/网络安全法'], []]);
  });

  it('carries evidence and degree to the canvas', () => {
    const part = toGraphPart(returnedGraph([[provision, promotes, law]]));
    expect(part.edges[0]?.evidence?.quote).toBe('推动制定修订');
    expect(part.nodes.map(({ degree }) => degree)).toEqual([1, 1]);
  });
});

describe('出处 of a row', () => {
  it.each([
    ['a relationship before a node', ['p', 'r'], [provision, promotes], [3, 9]],
    ['a node', ['p'], [provision], [0, 40]],
    ['columns', ['r.documentId', 'r.start', 'r.end'], ['doc/1', 5, 8], [5, 8]],
    ['columns by other names', ['documentId', 'start', 'end'], ['doc/1', 5, 8], [5, 8]],
  ])('%s', (_name, columns, row, [start, end]) => {
    expect(sourceOf(columns, row)).toMatchObject({ documentId: 'doc/1', start, end });
  });
  it.each([
    ['a law', ['l'], [law]],
    ['an empty span', ['documentId', 'start', 'end'], ['doc/1', 8, 8]],
    ['numbers alone', ['start', 'end'], [1, 2]],
  ])('none for %s', (_name, columns, row) => expect(sourceOf(columns, row)).toBeNull());
});

describe('parameters', () => {
  it.each([
    ['', {}],
    ['{"q": "网络", "n": [1, null]}', { q: '网络', n: [1, null] }],
  ])('%j', (text, params) => expect(readParams(text)).toEqual({ ok: true, params }));
  it.each([['[1]'], ['"x"'], ['{q: 1}'], ['{']])('%j is refused', (text) => expect(readParams(text).ok).toBe(false));
  it('are shown as they are read', () => {
    expect(readParams(showParams({ q: '网络' }))).toEqual({ ok: true, params: { q: '网络' } });
    expect(showParams({})).toBe('');
  });
});

describe('lists in the browser', () => {
  const store = new Map<string, string>();
  beforeEach(() => {
    store.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => store.set(key, value),
    });
  });
  const entry = (query: string, at: number): HistoryEntry => ({ query, params: '', at, rows: 1 });

  it('history survives a restart, newest first, each query once, a hundred at most', () => {
    let history = [entry('RETURN 1', 1)];
    for (let n = 2; n <= 120; n += 1) history = withEntry(history, entry(`RETURN ${n}`, n));
    writeHistory(withEntry(history, entry('RETURN 100', 200)));
    const read = readHistory();
    expect([read.length, read[0], read.filter(({ query }) => query === 'RETURN 100').length]).toEqual([
      100,
      entry('RETURN 100', 200),
      1,
    ]);
  });

  it('what was edited by hand into something else is nothing', () => {
    store.set('famai.console.history', '{"a":1}');
    expect(readHistory()).toEqual([]);
    store.set('famai.console.history', 'x');
    expect(readHistory()).toEqual([]);
  });

  it('an import replaces queries of the same id and refuses other files', () => {
    const own = [{ id: '1', title: '甲', query: 'RETURN 1', params: '' }];
    const merged = mergeOwn(
      own,
      JSON.stringify([
        { ...own[0], title: '乙' },
        { id: '2', title: '丙', query: 'RETURN 2', params: '' },
      ]),
    );
    expect(merged.map(({ id, title }) => [id, title])).toEqual([
      ['1', '乙'],
      ['2', '丙'],
    ]);
    expect(() => mergeOwn(own, '[{"id":1}]')).toThrow();
  });
});

it('an exported cell that a spreadsheet would run is text', () => {
  expect(toCsv(['a'], [["=cmd|' /C calc'!A0"], ['+1'], ['-1'], ['@x'], ['\tx']])).toBe(
    `\uFEFF"a"\r\n"'=cmd|' /C calc'!A0"\r\n"'+1"\r\n"'-1"\r\n"'@x"\r\n"'\tx"\r\n`,
  );
});

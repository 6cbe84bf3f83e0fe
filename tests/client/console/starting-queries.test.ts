import { describe, expect, it } from 'vitest';
import { showParams } from '#client/panels/console/params.ts';
import { nodesQuery, propertyQuery, relationshipsQuery } from '#client/panels/console/starting-queries.ts';
import { mergeOwn, withEntry } from '#client/panels/console/stored-list.ts';

describe('a query to begin with', () => {
  it.each([
    [nodesQuery('Law'), 'MATCH (n:Law)\nRETURN n\nLIMIT 25'],
    [nodesQuery('法 `x`'), 'MATCH (n:`法 ``x```)\nRETURN n\nLIMIT 25'],
    [relationshipsQuery('UNDER'), 'MATCH p = ()-[:UNDER]->()\nRETURN p\nLIMIT 25'],
    [relationshipsQuery('UNDER', 'Duty', 'Law'), 'MATCH p = (:Duty)-[:UNDER]->(:Law)\nRETURN p\nLIMIT 25'],
    [
      propertyQuery('Duty', 'modality'),
      'MATCH (n:Duty)\nWHERE n.modality IS NOT NULL\nRETURN n.modality AS value, count(*) AS count\nORDER BY count DESC\nLIMIT 25',
    ],
  ])('%j', (made, wanted) => expect(made).toBe(wanted));
});

describe('the lists a browser keeps', () => {
  const entry = (query: string, at: number) => ({ query, params: '', at, rows: 1 });

  it('move a query that is run again to the top and keep a hundred', () => {
    let history = withEntry([], entry('A', 1));
    history = withEntry(history, entry('B', 2));
    history = withEntry(history, entry('A', 3));
    expect(history.map(({ query, at }) => [query, at])).toEqual([
      ['A', 3],
      ['B', 2],
    ]);
    for (let n = 0; n < 200; n += 1) history = withEntry(history, entry(`Q${n}`, n));
    expect([history.length, history[0]?.query]).toEqual([100, 'Q199']);
  });

  it('take saved queries from a file, the file’s own for the same id, and refuse anything else', () => {
    const saved = { id: '1', title: '甲', query: 'RETURN 1', params: showParams({}) };
    expect(
      mergeOwn(
        [saved],
        JSON.stringify([
          { ...saved, title: '乙' },
          { ...saved, id: '2' },
        ]),
      ),
    ).toEqual([
      { ...saved, title: '乙' },
      { ...saved, id: '2' },
    ]);
    for (const bad of ['{}', '[{"id":1}]', 'text', '[{"id":"1","title":"","query":"","params":""}]']) {
      expect(() => mergeOwn([saved], bad)).toThrow();
    }
  });
});

import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { type CypherConsole, createConsole } from '#server/console/console.ts';
import type { Connection } from '#server/store/driver.ts';
import { connectTest, wipe } from '#tests/support/neo4j.ts';
import { ATTACKS } from './attack-table.ts';
import { MORE_ATTACKS } from './attack-table-more.ts';
import { QUERIES } from './query-table.ts';
import { FUNCTION_QUERIES } from './query-table-functions.ts';
import { MORE_QUERIES } from './query-table-more.ts';
import { answerOf, ask, listenForVisitors, nodeCount, seedGraph, shown } from './support.ts';

let connection: Connection;
let console: CypherConsole;
let listener: Awaited<ReturnType<typeof listenForVisitors>>;
let before: string;

beforeAll(async () => {
  connection = await connectTest();
  await wipe(connection);
  await seedGraph(connection);
  before = await nodeCount(connection);
  listener = await listenForVisitors(0);
  console = createConsole({ database: () => inject('neo4j'), restart: null });
});
afterAll(async () => {
  await console.close();
  await listener.close();
  await connection.close();
});

describe('attacks', () => {
  it.each([...ATTACKS, ...MORE_ATTACKS])('%s is refused with a clear message', async (_name, text) => {
    const query = text.replaceAll('PORT', String(listener.port));
    const url = `http://127.0.0.1:${listener.port}/`;
    const outcome = await ask(console, { query, ...(query.includes('$url') ? { params: { url } } : {}) });
    expect(shown(outcome)).toMatch(/^4\d\d \w+ .{5}/);
  });

  it('nothing was written, nothing was fetched, nothing is left running', async () => {
    expect(await nodeCount(connection)).toBe(before);
    expect(listener.visits()).toBe(0);
    expect(console.state().state).toBe('open');
  });
});

describe('queries that only read', () => {
  const queries = [...QUERIES, ...MORE_QUERIES, ...FUNCTION_QUERIES];
  it.each(queries.map(([name, query, params]) => ({ name, query, params })))(
    '$name is answered',
    async ({ query, params = {} }) => {
      const outcome = await ask(console, { query, params: z.record(z.string(), z.json()).parse(params) });
      expect(shown(outcome)).toBe('200');
    },
  );
});

describe('answers', () => {
  it('tags nodes, relationships and paths and joins them by our ids', async () => {
    const { rows } = answerOf(
      await ask(console, { query: "MATCH p = (:Provision)-[:PROMOTES]->(l:Law {title: '网络安全法'}) RETURN p, l" }),
    );
    expect(rows[0]).toMatchObject([
      {
        $type: 'path',
        nodes: [{ id: 'doc/1/blk_1', labels: ['Provision'] }, { id: 'law/网络安全法' }],
        relationships: [{ $type: 'relationship', type: 'PROMOTES', from: 'doc/1/blk_1', to: 'law/网络安全法' }],
      },
      { $type: 'node', id: 'law/网络安全法', labels: ['Law'], properties: { title: '网络安全法' } },
    ]);
  });

  it('gives a relationship the ids of its ends also when they stand in a later row', async () => {
    const query = "MATCH (a)-[r:PROMOTES]->(b:Law {title: '网络安全法'}) UNWIND [r, a, b] AS x RETURN x";
    const { rows } = answerOf(await ask(console, { query }));
    expect(rows[0]?.[0]).toMatchObject({ from: 'doc/1/blk_1', to: 'law/网络安全法' });
  });

  it('keeps large integers and what is no number as text', async () => {
    const { rows } = answerOf(await ask(console, { query: 'RETURN 9007199254740993, 12, 0.0/0.0, 1.0/0.0, 1.5' }));
    expect(rows).toEqual([['9007199254740993', 12, 'NaN', 'Infinity', 1.5]]);
  });

  it('keeps names of the prototype as data', async () => {
    const { rows } = answerOf(await ask(console, { query: 'RETURN {constructor: 1, toString: 2} AS m' }));
    expect(rows).toEqual([[{ constructor: 1, toString: 2 }]]);
  });

  it('names line and column of an error in the text of the user', async () => {
    const outcome = await ask(console, { query: 'MATCH (n)\nRETURN nope(n)' });
    expect('error' in outcome ? outcome.error.position : null).toEqual({ line: 2, column: 8, offset: 17 });
    const first = await ask(console, { query: 'RETURN nope(1)' });
    expect('error' in first ? first.error.position : null).toEqual({ line: 1, column: 8, offset: 7 });
  });

  it('warns of labels that are not there, with their place', async () => {
    const { stats } = answerOf(await ask(console, { query: 'MATCH (n:Nope) RETURN n' }));
    expect(stats.notifications).toMatchObject([{ line: 1, column: 10 }]);
  });

  it('explains without running and profiles with rows and hits', async () => {
    const explained = answerOf(await ask(console, { query: 'MATCH (n:Law) RETURN n', mode: 'explain' }));
    expect([explained.rows, explained.plan?.operator, explained.plan?.dbHits]).toEqual([[], 'ProduceResults', null]);
    const profiled = answerOf(await ask(console, { query: 'MATCH (n:Law) RETURN n', mode: 'profile' }));
    expect([profiled.rows.length, profiled.plan?.rows]).toEqual([4, 4]);
    expect(profiled.plan?.children[0]?.operator).toBe('NodeByLabelScan');
  });

  it('describes the schema of the live database', async () => {
    const schema = await console.schema();
    expect(schema.labels.find(({ name }) => name === 'Law')).toMatchObject({
      count: 4,
      properties: expect.arrayContaining(['title']),
    });
    expect(schema.relationshipTypes.find(({ name }) => name === 'EXERCISES')).toMatchObject({
      count: 36,
      pairs: [{ from: 'Duty', to: 'Function' }],
    });
  });
});

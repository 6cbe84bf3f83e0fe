/** Our own queries that want too much, against a managed Neo4j of this file's own, because some of them end in its restart. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CypherConsole, createConsole } from '#server/console/console.ts';
import { type ManagedDatabase, startManagedDatabase } from '#server/database/supervisor.ts';
import { type Connection, connect } from '#server/store/driver.ts';
import { ensureSchema } from '#server/store/schema.ts';
import { BOMBS, STUCK } from './bounded-table.ts';
import { answerOf, ask, nodeCount, seedGraph, shown } from './support.ts';

let folder: string;
let database: ManagedDatabase;
let connection: Connection;
let console: CypherConsole;
let before: string;
let restarts = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'famai-bounded-'));
  database = await startManagedDatabase({ dataFolder: folder, heap: '512m' });
  connection = connect(database);
  await ensureSchema(connection);
  await seedGraph(connection);
  before = await nodeCount(connection);
  database.onState((state) => {
    if (state === 'restarting') restarts += 1;
  });
  console = createConsole({ database: () => database, restart: (reason) => database.restart(reason) });
}, 120_000);

afterAll(async () => {
  await console.close();
  await connection.close();
  await database.kill();
  await rm(folder, { recursive: true, force: true });
});

/** At once, or after a restart: ten seconds on an idle machine, a loaded one takes its time. */
const NEXT_MS = 60_000;
async function nextQueryAnswers(): Promise<void> {
  const started = performance.now();
  for (;;) {
    const outcome = await ask(console, { query: 'MATCH (l:Law) RETURN count(l)' }, 'next');
    expect(performance.now() - started).toBeLessThan(NEXT_MS);
    if (outcome.status === 200) return;
    expect(shown(outcome)).toMatch(/^(503|429|504)/);
    await sleep(100);
  }
}

describe('a query that wants too much', () => {
  const cases = (bombs: typeof BOMBS) => bombs.map(([name, query, params = {}]) => ({ name, query, params }));

  it.each(cases(BOMBS))('$name', { timeout: 90_000 }, async ({ query, params }) => {
    const started = performance.now();
    const outcome = await ask(console, { query, params: { ...params }, timeoutMs: 1000 });
    expect(performance.now() - started).toBeLessThan(20_000);
    // Refused, cut, or ended: never a failure that nobody foresaw.
    expect(shown(outcome)).toMatch(/^200|^4\d\d|^504 QUERY_TIMEOUT|^503/);
    await nextQueryAnswers();
  });

  it.each(cases(STUCK))('$name ends in a restart', { timeout: 90_000 }, async ({ query }) => {
    const before = restarts;
    const outcome = await ask(console, { query, timeoutMs: 1000 });
    expect(shown(outcome)).toMatch(/^504 QUERY_TIMEOUT/);
    // The other slot goes on answering until it is clear that the first one will not end.
    const deadline = performance.now() + NEXT_MS;
    while (restarts === before && performance.now() < deadline) await sleep(50);
    expect(restarts).toBe(before + 1);
    while (database.state() !== 'ready' && performance.now() < deadline) await sleep(50);
    await nextQueryAnswers();
  });

  it('nothing was lost', async () => expect(await nodeCount(connection)).toBe(before));
});

/** One more than is asked for, or a cell that is too long, in many ways. */
const FLOODS: readonly (readonly [name: string, query: string, by: string])[] = [
  ['numbers', 'UNWIND range(1, 100000) AS x RETURN x', 'rows'],
  ['numbers without end', 'UNWIND range(1, 1000000000000) AS x RETURN x', 'rows'],
  ['numbers that come back sorted', 'UNWIND range(1, 100000) AS x RETURN x ORDER BY x', 'rows'],
  ['a product', 'UNWIND range(1, 1000) AS x UNWIND range(1, 1000) AS y RETURN x, y', 'rows'],
  ['a product of nodes', 'MATCH (a), (b) RETURN a, b', 'rows'],
  ['a product of paths', 'MATCH p = ()-[*1..4]-() RETURN p', 'rows'],
  ['a union', 'UNWIND range(1, 700) AS x RETURN x UNION ALL UNWIND range(1, 700) AS x RETURN x', 'rows'],
  ['a subquery', 'UNWIND range(1, 100) AS x CALL (x) { UNWIND range(1, 100) AS y RETURN y } RETURN x, y', 'rows'],
  ['a limit over ours', 'UNWIND range(1, 100000) AS x RETURN x LIMIT 50000', 'rows'],
  ['a comment at the end', 'UNWIND range(1, 100000) AS x RETURN x // LIMIT 5', 'rows'],
  ['a semicolon at the end', 'UNWIND range(1, 100000) AS x RETURN x;', 'rows'],
  ['a profile', 'PROFILE UNWIND range(1, 100000) AS x RETURN x', 'rows'],
  ['one row too many', 'UNWIND range(1, 1001) AS x RETURN x', 'rows'],
  ['maps', 'UNWIND range(1, 100000) AS x RETURN {a: x, b: [x]}', 'rows'],
  ['long rows', "UNWIND range(1, 1000) AS x RETURN reduce(s = 'x', i IN range(1, 13) | s + s)", 'bytes'],
  ['a long text', "RETURN reduce(s = 'x', i IN range(1, 16) | s + s)", 'cell'],
  ['a long list', 'RETURN range(1, 500000)', 'cell'],
  ['a list of long lists', 'RETURN [x IN range(1, 100) | range(1, 10000)]', 'cell'],
  ['many columns', `RETURN ${Array.from({ length: 201 }, (_, n) => `${n} AS c${n}`).join(', ')}`, 'columns'],
];

describe('an answer that is too long is cut and says so', () => {
  it.each(FLOODS)('%s', { timeout: 30_000 }, async (_name, query, by) => {
    const { rows, columns, truncated, truncatedBy } = answerOf(await ask(console, { query }));
    expect([truncated, truncatedBy]).toEqual([true, by]);
    expect(rows.length).toBeLessThanOrEqual(1000);
    expect(columns.length).toBeLessThanOrEqual(200);
    if (by === 'rows') expect(rows).toHaveLength(1000);
  });

  it('exactly as many as asked for is whole', async () => {
    const { rows, truncated } = answerOf(await ask(console, { query: 'UNWIND range(1, 1000) AS x RETURN x' }));
    expect([rows.length, truncated]).toEqual([1000, false]);
  });
});

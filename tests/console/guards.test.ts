/** Each guard alone: the others are switched off, and what only this one catches is caught. */
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ConsoleOptions, type CypherConsole, createConsole } from '#server/console/console.ts';
import { lackingGuards } from '#server/console/external-guards.ts';
import type { Guards } from '#server/console/protocol.ts';
import type { Connection } from '#server/store/driver.ts';
import { connectTest, wipe } from '#tests/support/neo4j.ts';
import { answerOf, ask, codeOf, listenForVisitors, nodeCount, seedGraph, shown } from './support.ts';

const OFF: Guards = { input: false, plan: false, readMode: false, timeout: false, caps: false };
const WRITE = 'CREATE (:Evil)';
const HIDDEN_WRITE = 'MATCH (n:Law) WHERE false CREATE (:Evil) RETURN 1';

let connection: Connection;
let before: string;
const open: CypherConsole[] = [];

/** A console with these guards and no others. */
const only = (guards: Partial<Guards>, more: Partial<ConsoleOptions> = {}): CypherConsole => {
  const made = createConsole({
    database: () => inject('neo4j'),
    restart: null,
    guards: { ...OFF, ...guards },
    wallClock: null,
    ...more,
  });
  open.push(made);
  return made;
};

beforeAll(async () => {
  connection = await connectTest();
  await wipe(connection);
  await seedGraph(connection);
  before = await nodeCount(connection);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
  expect(await nodeCount(connection)).toBe(before);
});
afterAll(() => connection.close());

describe('input limits alone', () => {
  it.each([
    ['1,000 brackets', `RETURN ${'('.repeat(1000)}1${')'.repeat(1000)}`],
    ['500 CASE', `RETURN ${'CASE WHEN true THEN '.repeat(500)}1${' END'.repeat(500)}`],
    ['30 nested EXISTS', `MATCH (a) WHERE ${'EXISTS { MATCH (a)--() WHERE '.repeat(30)}true${'}'.repeat(30)} RETURN a`],
    ['1 MB of list items', `RETURN size([${'1,'.repeat(500_000)}1])`],
  ])('%s never reaches the database', async (_name, query) => {
    expect(codeOf(await ask(only({ input: true }), { query }))).toBe('QUERY_TOO_COMPLEX');
  });
});

describe('the plan alone, in a session that may write', () => {
  it.each([
    ['a write', WRITE],
    ['a procedure of type r', 'CALL db.prepareForReplanning()'],
    ['settings', 'SHOW SETTINGS'],
    ['transactions', 'SHOW TRANSACTIONS'],
    ['ending transactions', "TERMINATE TRANSACTIONS 'neo4j-transaction-1'"],
    ['a file', "LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r"],
  ])('%s', async (_name, query) => {
    expect(codeOf(await ask(only({ plan: true }), { query }))).toBe('QUERY_NOT_READ_ONLY');
  });

  it('misses a write that the planner drops, which is why it is not alone', async () => {
    expect(shown(await ask(only({ plan: true }), { query: HIDDEN_WRITE }))).toBe('200');
  });
});

describe('READ mode alone', () => {
  it.each([
    ['a write', WRITE],
    ['a write that never matches', HIDDEN_WRITE],
    ['an index', 'CREATE INDEX evil FOR (n:Law) ON (n.rank)'],
    ['a user', "CREATE USER evil SET PASSWORD 'evilevil1'"],
  ])('%s', async (_name, query) => {
    expect(codeOf(await ask(only({ readMode: true }), { query }))).toBe('QUERY_NOT_READ_ONLY');
  });

  it('lets settings be listed, which is why it is not alone', async () => {
    const listed = answerOf(await ask(only({ readMode: true }), { query: 'SHOW SETTINGS YIELD name RETURN name' }));
    expect(listed.rows.length).toBeGreaterThan(0);
  });
});

describe('the settings of the database alone', () => {
  it('keep LOAD CSV from files and from the network', async () => {
    const listener = await listenForVisitors(0);
    const console = only({});
    const addresses = [
      'file:///etc/passwd',
      `http://127.0.0.1:${listener.port}/`,
      `http://localhost:${listener.port}/`,
      `http://[::ffff:127.0.0.1]:${listener.port}/`,
      `http://2130706433:${listener.port}/`,
      `http://0.0.0.0:${listener.port}/`,
    ];
    for (const url of addresses) {
      const outcome = await ask(console, { query: 'LOAD CSV FROM $url AS r RETURN r', params: { url } });
      expect(shown(outcome)).toMatch(/^4\d\d/);
    }
    expect(listener.visits()).toBe(0);
    await listener.close();
  });

  it('bound the memory of a transaction', async () => {
    const query = 'UNWIND range(1, 20000000) AS x WITH collect(x) AS xs RETURN size(xs)';
    expect(codeOf(await ask(only({}), { query }))).toBe('QUERY_MEMORY');
  });
});

describe('limits of a run alone', () => {
  const LONG = 'UNWIND range(1, 100000000000) AS x RETURN count(x)';

  it('the time limit of the server', async () => {
    const started = performance.now();
    const outcome = await ask(only({ timeout: true }), { query: LONG, timeoutMs: 500 });
    expect(codeOf(outcome)).toBe('QUERY_TIMEOUT');
    expect(performance.now() - started).toBeLessThan(6000);
  });

  it('the wall clock, which drops the connection', async () => {
    const console = only({}, { wallClock: { overrun: 500, rollback: 500, close: 500 } });
    const outcome = await ask(console, { query: LONG, timeoutMs: 1000 });
    expect(codeOf(outcome)).toBe('QUERY_TIMEOUT');
    expect(shown(await ask(console, { query: 'RETURN 1' }))).toBe('200');
  });

  it('the cap on rows', async () => {
    const { rows, truncatedBy } = answerOf(
      await ask(only({ caps: true }), { query: 'UNWIND range(1, 10000000) AS x RETURN x', limit: 7 }),
    );
    expect([rows.length, truncatedBy]).toEqual([7, 'rows']);
  });

  it('no row too many is called truncated', async () => {
    const { rows, truncated } = answerOf(
      await ask(only({ caps: true }), { query: 'UNWIND range(1, 7) AS x RETURN x', limit: 7 }),
    );
    expect([rows.length, truncated]).toEqual([7, false]);
  });

  it('the cap on bytes', async () => {
    const query = "UNWIND range(1, 1000) AS x RETURN reduce(s = '网络', i IN range(1, 11) | s + s) AS s";
    const outcome = await ask(only({ caps: true }), { query });
    const { rows, truncatedBy } = answerOf(outcome);
    expect(truncatedBy).toBe('bytes');
    expect(rows.length).toBeLessThan(1000);
    expect('bytes' in outcome ? outcome.bytes : Infinity).toBeLessThan(5_200_000);
  });

  it('the cap on one cell, text or list', async () => {
    const query = "RETURN reduce(s = 'x', i IN range(1, 16) | s + s) AS s, range(1, 200000) AS l";
    const outcome = await ask(only({ caps: true }), { query });
    expect(answerOf(outcome).truncatedBy).toBe('cell');
    expect('bytes' in outcome ? outcome.bytes : Infinity).toBeLessThan(600_000);
  });

  it('the cap on columns', async () => {
    const query = `RETURN ${Array.from({ length: 250 }, (_, i) => `${i} AS c${i}`).join(', ')}`;
    const { columns, rows, truncatedBy } = answerOf(await ask(only({ caps: true }), { query }));
    expect([columns.length, rows[0]?.length, truncatedBy]).toEqual([200, 200, 'columns']);
  });

  it('the heap of the thread, when nothing else looks', async () => {
    const query = "UNWIND range(1, 800) AS x RETURN x, reduce(s = 'x', i IN range(1, 20) | s + s) AS s";
    const console = only({}, { wallClock: { overrun: 60_000, rollback: 5000, close: 5000 } });
    expect(codeOf(await ask(console, { query, limit: 10_000 }))).toBe('QUERY_MEMORY');
    expect(shown(await ask(console, { query: 'RETURN 1' }))).toBe('200');
  });
});

describe('what an external database lacks', () => {
  const good = [
    { name: 'dbms.security.auth_enabled', value: 'true' },
    { name: 'dbms.security.allow_csv_import_from_file_urls', value: 'false' },
    { name: 'db.transaction.timeout', value: '10s' },
    { name: 'db.memory.transaction.max', value: '64.00MiB' },
  ];
  it.each([
    ['dbms.security.auth_enabled', 'false'],
    ['dbms.security.allow_csv_import_from_file_urls', 'true'],
    ['db.transaction.timeout', '0s'],
    ['db.memory.transaction.max', '0B'],
  ])('%s=%s is said', (name, value) => {
    const settings = good.map((each) => (each.name === name ? { name, value } : each));
    expect(lackingGuards(settings)).toEqual([expect.stringContaining(`${name}=${value}`)]);
  });
  it('nothing is said of a good one', () => expect(lackingGuards(good)).toEqual([]));
});

/** Stopping, hanging up and queueing, with what the database lists. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type CypherConsole, createConsole } from '#server/console/console.ts';
import { METADATA_KEY } from '#server/console/protocol.ts';
import type { Connection } from '#server/store/driver.ts';
import { connectTest } from '#tests/support/neo4j.ts';
import { ask, codeOf, shown } from './support.ts';

const LONG = 'UNWIND range(1, 100000000000) AS x RETURN count(x) AS c';

let connection: Connection;
let console: CypherConsole;

const open = (): CypherConsole =>
  createConsole({
    database: () => inject('neo4j'),
    restart: null,
    queue: { slots: 2, perClient: 3, total: 5, waitMs: 10_000 },
  });

beforeAll(async () => {
  connection = await connectTest();
  console = open();
});
afterAll(async () => {
  await console.close();
  await connection.close();
});

/** Console transactions the database lists, asked over another connection. */
const listed = async (): Promise<number> => {
  const session = connection.session('READ');
  try {
    const { records } = await session.run(
      `SHOW TRANSACTIONS YIELD metaData, currentQuery WHERE metaData['${METADATA_KEY}'] IS NOT NULL RETURN count(*) AS n`,
    );
    return Number(records[0]?.get('n'));
  } finally {
    await session.close();
  }
};
const until = async (wanted: number, ms: number): Promise<number> => {
  const deadline = performance.now() + ms;
  let now = await listed();
  while (now !== wanted && performance.now() < deadline) {
    await sleep(50);
    now = await listed();
  }
  return now;
};

describe('stop', () => {
  it('ends the transaction in the database before it answers', async () => {
    const running = ask(console, { query: LONG, queryId: 'long-1' });
    expect(await until(1, 5000)).toBe(1);
    expect(await console.stop('long-1')).toBe(true);
    expect(await listed()).toBe(0);
    expect(codeOf(await running)).toBe('QUERY_CANCELLED');
    expect(shown(await ask(console, { query: 'RETURN 1' }))).toBe('200');
  });

  it('says when there is no such query', async () => {
    expect(await console.stop('nothing')).toBe(false);
  });

  it('takes a waiting query out of the line', async () => {
    const first = [1, 2].map((n) => ask(console, { query: LONG, queryId: `first-${n}` }));
    const waiting = ask(console, { query: LONG, queryId: 'waiting' });
    expect(await until(2, 5000)).toBe(2);
    expect(await console.stop('waiting')).toBe(true);
    expect(codeOf(await waiting)).toBe('QUERY_CANCELLED');
    await Promise.all([console.stop('first-1'), console.stop('first-2')]);
    expect((await Promise.all(first)).map(codeOf)).toEqual(['QUERY_CANCELLED', 'QUERY_CANCELLED']);
    expect(await listed()).toBe(0);
  });

  it('does not let a second query take a running one’s id', async () => {
    const running = ask(console, { query: LONG, queryId: 'twice' });
    expect(codeOf(await ask(console, { query: 'RETURN 1', queryId: 'twice' }))).toBe('BAD_REQUEST');
    await console.stop('twice');
    await running;
  });
});

describe('a visitor who hangs up', () => {
  it('leaves no transaction behind after two seconds', async () => {
    const hangUp = new AbortController();
    const running = console.run({ query: LONG }, { client: 'gone', signal: hangUp.signal }).catch(() => 'ended');
    expect(await until(1, 5000)).toBe(1);
    hangUp.abort();
    expect(await until(0, 2000)).toBe(0);
    expect(await running).toBe('ended');
  });
});

describe('a full line', () => {
  it('lets two run, three wait, refuses the others at once and serves again afterwards', async () => {
    const console = open();
    const all = Array.from({ length: 12 }, (_, n) =>
      ask(console, { query: LONG, queryId: `burst-${n}`, timeoutMs: 1500 }),
    );
    const started = performance.now();
    const refused = (await Promise.all(all.slice(5))).map(codeOf);
    expect(refused).toEqual(Array(7).fill('TOO_MANY'));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(await until(2, 3000)).toBe(2);
    const admitted = (await Promise.all(all.slice(0, 5))).map(codeOf);
    expect(admitted).toEqual(Array(5).fill('QUERY_TIMEOUT'));
    expect(await until(0, 2000)).toBe(0);
    expect(shown(await ask(console, { query: 'RETURN 1' }))).toBe('200');
    await console.close();
  });
});

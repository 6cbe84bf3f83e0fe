/** Work that no timeout stops: the managed database is restarted, an external one closes the console until it is gone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CypherConsole, createConsole } from '#server/console/console.ts';
import { type ManagedDatabase, startManagedDatabase } from '#server/database/supervisor.ts';
import { connect } from '#server/store/driver.ts';
import { ask, codeOf, nodeCount, seedGraph, shown } from './support.ts';

/** Nested lists of modest size: no rule about the text can tell that this takes years. */
const STUCK =
  'WITH range(1, 3000) AS l RETURN reduce(s = 0, a IN l | s + reduce(t = 0, b IN l | t + reduce(u = 0, c IN l | u + reduce(v = 0, d IN l | v + 1)))) AS n';

/** Ten seconds on an idle machine (3 to notice, 6 to start a JVM); a loaded one takes its time. */
const RESTART_MS = 90_000;

/** A fresh JVM on a busy machine may need more than the limit for its first plan, and that is not the limit shown here. */
const planned = async (console: CypherConsole): Promise<void> => {
  const deadline = performance.now() + RESTART_MS;
  let status = 0;
  while (status !== 200 && performance.now() < deadline) {
    status = (await ask(console, { query: STUCK, mode: 'explain' })).status;
  }
};

let folder: string;
let database: ManagedDatabase;
let before: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'famai-stuck-'));
  database = await startManagedDatabase({ dataFolder: folder, heap: '512m' });
  const connection = connect(database);
  await seedGraph(connection);
  before = await nodeCount(connection);
  await connection.close();
}, 120_000);
afterAll(async () => {
  await database.kill();
  await rm(folder, { recursive: true, force: true });
});

describe('a stuck query', { timeout: 240_000 }, () => {
  it('is answered at its limit; the managed database restarts, says so, serves again and has lost nothing', async () => {
    const console = createConsole({ database: () => database, restart: (reason) => database.restart(reason) });
    const states: string[] = [];
    const forget = database.onState((state) => states.push(state));
    await planned(console);
    const outcome = await ask(console, { query: STUCK, timeoutMs: 1000 });
    expect(codeOf(outcome)).toBe('QUERY_TIMEOUT');
    const answered = performance.now();
    const said = new Set<string>();
    const deadline = answered + RESTART_MS;
    while (states.at(-1) !== 'ready' && performance.now() < deadline) {
      said.add(`${console.state().state} ${database.state()}`);
      await sleep(50);
    }
    expect(states).toEqual(['restarting', 'ready']);
    expect([...said]).toContain('restarting restarting');
    let next = await ask(console, { query: 'MATCH (l:Law) RETURN count(l)' });
    while (next.status !== 200 && performance.now() < deadline) {
      await sleep(100);
      next = await ask(console, { query: 'MATCH (l:Law) RETURN count(l)' });
    }
    expect(shown(next)).toBe('200');
    expect(performance.now() - answered).toBeLessThan(RESTART_MS);
    const connection = connect(database);
    expect(await nodeCount(connection)).toBe(before);
    await connection.close();
    forget();
    await console.close();
  });

  it('two at once need one restart', async () => {
    const console = createConsole({ database: () => database, restart: (reason) => database.restart(reason) });
    const states: string[] = [];
    const forget = database.onState((state) => states.push(state));
    await planned(console);
    const both = await Promise.all([1, 2].map(() => ask(console, { query: STUCK, timeoutMs: 1000 })));
    expect(both.map(codeOf)).toEqual(['QUERY_TIMEOUT', 'QUERY_TIMEOUT']);
    const deadline = performance.now() + RESTART_MS;
    while (states.at(-1) !== 'ready' && performance.now() < deadline) await sleep(50);
    await sleep(3000);
    expect(states).toEqual(['restarting', 'ready']);
    forget();
    await console.close();
  });

  it('in an external database closes the console with a plain statement, and opens it once the work is gone', async () => {
    const console = createConsole({ database: () => database, restart: null });
    await planned(console);
    expect(codeOf(await ask(console, { query: STUCK, timeoutMs: 1000 }))).toBe('QUERY_TIMEOUT');
    const closed = performance.now() + RESTART_MS;
    while (console.state().state === 'open' && performance.now() < closed) await sleep(50);
    expect(console.state()).toMatchObject({ state: 'closed', message: expect.stringContaining('重启该数据库') });
    const refused = await ask(console, { query: 'RETURN 1' });
    expect(codeOf(refused)).toBe('DATABASE_UNAVAILABLE');
    await database.restart('stuck');
    const reopened = performance.now() + RESTART_MS;
    while (console.state().state !== 'open' && performance.now() < reopened) await sleep(50);
    expect(shown(await ask(console, { query: 'RETURN 1' }))).toBe('200');
    await console.close();
  });
});

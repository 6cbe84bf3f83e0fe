/** Every line of the shared sample against a managed Neo4j of this file's own, because some of them end in its restart. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLE_LIMITS } from '#model/wire/console.ts';
import { type CypherConsole, createConsole } from '#server/console/console.ts';
import { type ManagedDatabase, startManagedDatabase } from '#server/database/supervisor.ts';
import { type Connection, connect } from '#server/store/driver.ts';
import { ensureSchema } from '#server/store/schema.ts';
import {
  answerOf,
  ask,
  listenForVisitors,
  nodeCount,
  parseAttack,
  seedGraph,
  sharedAttacks,
  shown,
} from './support.ts';

const lines = sharedAttacks('cypher.jsonl');
/** The port the sample's addresses name. */
const LISTENER_PORT = 27_699;

let folder: string;
let database: ManagedDatabase;
let connection: Connection;
let console: CypherConsole;
let listener: Awaited<ReturnType<typeof listenForVisitors>>;
let before: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'famai-attacks-'));
  database = await startManagedDatabase({ dataFolder: folder, heap: '512m' });
  connection = connect(database);
  await ensureSchema(connection);
  await seedGraph(connection);
  before = await nodeCount(connection);
  listener = await listenForVisitors(LISTENER_PORT);
  console = createConsole({ database: () => database, restart: (reason) => database.restart(reason) });
}, 120_000);

afterAll(async () => {
  await console.close();
  await connection.close();
  await listener.close();
  await database.kill();
  await rm(folder, { recursive: true, force: true });
});

/** The next query within a second, or within fifteen while the state says that the database restarts. */
async function nextQueryAnswers(): Promise<void> {
  const started = performance.now();
  for (;;) {
    const outcome = await ask(console, { query: 'RETURN 1 AS one' }, 'next');
    const waited = performance.now() - started;
    if (outcome.status === 200) {
      expect(waited).toBeLessThan(15_000);
      return;
    }
    expect(shown(outcome)).toMatch(/^(503|429)/);
    expect(waited).toBeLessThan(15_000);
    await sleep(200);
  }
}

describe('the shared sample of console queries', () => {
  const run = it.runIf(lines !== null);
  for (const line of lines ?? []) {
    const { id, request, expect: wanted } = parseAttack(line);
    run(`${wanted} ${id}`, { timeout: 60_000 }, async () => {
      const started = performance.now();
      const outcome = await ask(console, request);
      const took = performance.now() - started;
      if (wanted === 'reject') expect(shown(outcome)).toMatch(/^4\d\d \w+ .{5}/);
      if (wanted === 'allow') expect(shown(outcome)).toBe('200');
      if (wanted === 'truncate') {
        const { rows, truncated } = answerOf(outcome);
        expect([rows.length, truncated]).toEqual([CONSOLE_LIMITS.rows, true]);
      }
      if (wanted === 'bounded') {
        expect(took).toBeLessThan(20_000);
        expect(shown(outcome)).not.toMatch(/^500/);
        await nextQueryAnswers();
      }
    });
  }

  it('leaves the graph as it was and the network untouched', { timeout: 60_000 }, async () => {
    await nextQueryAnswers();
    expect(await nodeCount(connection)).toBe(before);
    expect(listener.visits()).toBe(0);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { importFiles } from '#ingest/import-files.ts';
import { externalStatus } from '#server/services/database.ts';
import { type Connection, connect } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { makeFolder, type TestFolder, 水库法, 渔船办法, 渡口条例 } from '#tests/support/corpus.ts';
import { dumpGraph } from '#tests/support/dump.ts';
import { connectTest, wipe } from '#tests/support/neo4j.ts';
import { until } from '#tests/support/process.ts';
import { createWire, type Wire } from '#tests/support/wire.ts';

describe("a database of the user's own that cannot be reached during an import", { timeout: 240_000 }, () => {
  let direct: Connection;
  let wire: Wire;
  let connection: Connection;
  let documents: TestFolder;
  let whole: readonly string[];
  const load = (over: Connection, onWrite: () => void = () => {}) =>
    importFiles({
      paths: [documents.path],
      writer: createGraphWriter(over),
      threads: 1,
      onProgress: ({ phase }) => (phase === 'write' ? onWrite() : undefined),
    });

  beforeAll(async () => {
    direct = await connectTest();
    documents = await makeFolder({ 'a.md': 水库法, 'b.md': 渡口条例, 'c.md': 渔船办法 });
    await wipe(direct);
    await load(direct);
    whole = await dumpGraph(direct);
  });
  beforeEach(async () => {
    await wipe(direct);
    wire = await createWire(inject('neo4j').uri);
    connection = connect({ ...inject('neo4j'), uri: wire.uri });
  });
  afterEach(async () => {
    await connection.close();
    wire.close();
  });
  afterAll(async () => {
    await direct.close();
    await documents.dispose();
  });

  it.each([
    ['every connection ended, for ten seconds', 'cut', 10_000],
    ['nothing carried and nothing said, for a whole minute', 'silence', 60_000],
  ] as const)('%s: it is said, and the import goes on to the same graph by itself', async (_, fault, ms) => {
    const status = externalStatus({ ...inject('neo4j'), uri: wire.uri });
    let met = false;
    const running = load(connection, () => {
      if (met) return;
      met = true;
      wire[fault]();
    });
    await until(() => met, 60_000);
    await Promise.all([
      sleep(ms),
      until(() => status.state() === 'unreachable', 30_000).then(() => {
        expect(status.message()).toContain('恢复后本应用会自动继续');
      }),
    ]);
    wire.mend();
    await until(() => status.state() === 'ready', 30_000);
    expect(status.message()).toBeNull();
    expect((await running).outcomes).toMatchObject({ imported: 3, failed: 0 });
    expect(await dumpGraph(direct)).toEqual(whole);
    expect((await load(connection)).outcomes).toMatchObject({ imported: 0, failed: 0 });
    expect(await dumpGraph(direct)).toEqual(whole);
    await status.close();
  });
});

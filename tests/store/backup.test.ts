import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { makeFolder, SAMPLE, sampleFiles, type TestFolder, 水库法, 渔船办法, 渡口条例 } from '#tests/support/corpus.ts';
import { dumpGraph, dumpTypes } from '#tests/support/dump.ts';
import { connectTest, importPaths, importSeed, wipe } from '#tests/support/neo4j.ts';
import { backUp, restore } from '../../scripts/backup/transfer.ts';

describe('a backup', () => {
  let connection: Connection;
  let documents: TestFolder;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    connection = await connectTest();
    folder = await mkdtemp(join(tmpdir(), 'famai-backup-'));
    file = join(folder, 'graph.famai');
    documents = await makeFolder({ 'a.md': 水库法, 'b.md': 渡口条例, 'c.md': 渔船办法 });
    // Every test leaves the graph as it found it.
    await wipe(connection);
    await importSeed(connection);
    await importPaths(connection, [documents.path]);
  });
  afterEach(() => rm(file, { force: true }));
  afterAll(async () => {
    await connection.close();
    await documents.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('restored into an empty database is the same graph to the last relationship', async () => {
    const before = await dumpGraph(connection);
    const written = await backUp(connection, file);
    await wipe(connection);
    expect(await restore(connection, file, false)).toEqual(written);
    expect(await dumpGraph(connection)).toEqual(before);
  });

  it.runIf(SAMPLE !== null)(
    'of sixty laws of the sample is restored equal in ids, counts, every property and its type, and what is known of files',
    { timeout: 240_000 },
    async () => {
      await wipe(connection);
      await importPaths(connection, await sampleFiles(60));
      const before = { graph: await dumpGraph(connection), types: await dumpTypes(connection) };
      expect(before.graph.length).toBeGreaterThan(10_000);
      const written = await backUp(connection, file);
      await wipe(connection);
      expect(await restore(connection, file, false)).toEqual(written);
      expect(await dumpTypes(connection)).toEqual(before.types);
      // Compared as a whole: a diff of so many lines would take minutes to print.
      expect((await dumpGraph(connection)).join('\n') === before.graph.join('\n')).toBe(true);
      expect((await importPaths(connection, await sampleFiles(60))).outcomes).toMatchObject({ unchanged: 60 });
      await wipe(connection);
      await importSeed(connection);
      await importPaths(connection, [documents.path]);
    },
  );

  it('carries what is known of imported files: importing them again changes nothing', async () => {
    await backUp(connection, file);
    await wipe(connection);
    await restore(connection, file, false);
    expect((await importPaths(connection, [documents.path])).outcomes).toMatchObject({ unchanged: 3, imported: 0 });
  });

  it('is not restored over a graph unless that is asked for', async () => {
    const before = await dumpGraph(connection);
    await backUp(connection, file);
    await expect(restore(connection, file, false)).rejects.toMatchObject({
      code: 'CONFIG',
      message: expect.stringContaining('--replace'),
    });
    await restore(connection, file, true);
    expect(await dumpGraph(connection)).toEqual(before);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 200)],
    [
      'without its last lines',
      (bytes: Buffer) => gzipSync(`${gunzipSync(bytes).toString().split('\n').slice(0, -3).join('\n')}\n`),
    ],
    ['changed in one letter', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('水库', '水庫'))],
    ['of another kind', () => gzipSync('{"hello":1}\n')],
    ['no gzip at all', () => Buffer.from('hello')],
  ])('%s is refused before anything is touched', async (_, damage) => {
    await backUp(connection, file);
    const before = await dumpGraph(connection);
    await writeFile(file, damage(await readFile(file)));
    await expect(restore(connection, file, true)).rejects.toMatchObject({ code: 'UNREADABLE' });
    expect(await dumpGraph(connection)).toEqual(before);
  });

  it('is not made while an import runs', async () => {
    const session = await createGraphWriter(connection).open();
    await expect(backUp(connection, file)).rejects.toMatchObject({ code: 'DATA_LOCKED' });
    await session.close();
  });

  it('says so when the file cannot be written', async () => {
    await expect(backUp(connection, join(folder, 'no', 'such', 'folder'))).rejects.toMatchObject({ code: 'CONFIG' });
  });
});

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFiles } from '#ingest/import-files.ts';
import type { Connection } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { makeFolder, type TestFolder, 水库法, 水库法修, 渔船办法, 渡口条例 } from '#tests/support/corpus.ts';
import { dumpGraph } from '#tests/support/dump.ts';
import { connectTest, importPaths, importSeed, wipe } from '#tests/support/neo4j.ts';

const FILES = { '法律/水库管理法.md': 水库法, '条例/渡口安全条例.md': 渡口条例, '渔船登记办法.md': 渔船办法 };

describe('importing a folder', () => {
  let connection: Connection;
  let folder: TestFolder;
  beforeAll(async () => {
    connection = await connectTest();
  });
  afterAll(() => connection.close());
  beforeEach(async () => {
    await wipe(connection);
    folder = await makeFolder(FILES);
  });
  afterEach(() => folder.dispose());

  const load = (removeMissing = false) =>
    importFiles({ paths: [folder.path], writer: createGraphWriter(connection), removeMissing, threads: 1 });
  /** The graph as it stands, and the graph an empty store gives for the folder as it is now. */
  const bothGraphs = async () => {
    const incremental = await dumpGraph(connection);
    await wipe(connection);
    await load();
    return { incremental, fresh: await dumpGraph(connection) };
  };

  it('brings every file, and leads citations to the provisions of the texts it holds', async () => {
    const outcome = await load();
    expect(outcome.outcomes).toMatchObject({ imported: 3, failed: 0 });
    const dump = await dumpGraph(connection);
    expect(dump).toContainEqual(
      expect.stringMatching(/渡口安全条例@2021-06-01.*水库管理法@2019-03-01\/art_2\/par_2","type":"CITES"/),
    );
  });

  it('changes nothing when it is done again', async () => {
    await load();
    const once = await dumpGraph(connection);
    expect((await load()).outcomes).toMatchObject({ unchanged: 3, imported: 0, replaced: 0 });
    expect(await dumpGraph(connection)).toEqual(once);
  });

  it('gives the same graph file by file, in any order', async () => {
    const names = Object.keys(FILES).map((name) => `${folder.path}/${name}`);
    for (const order of [names, names.toReversed()]) {
      await wipe(connection);
      for (const name of order) await importPaths(connection, [name]);
      const oneByOne = (await dumpGraph(connection)).filter((line) => !line.includes('"labels":["Source"]'));
      await wipe(connection);
      await importPaths(connection, names);
      const together = (await dumpGraph(connection)).filter((line) => !line.includes('"labels":["Source"]'));
      expect(oneByOne).toEqual(together);
    }
  });

  it('replaces exactly what a changed file brought, and resolves again who cites it', async () => {
    await load();
    await folder.write('法律/水库管理法.md', 水库法修);
    expect((await load()).outcomes).toMatchObject({ replaced: 1, unchanged: 2 });
    const { incremental, fresh } = await bothGraphs();
    expect(incremental).toEqual(fresh);
    expect(incremental).toContainEqual(expect.stringContaining('no_such_article'));
  });

  it('resolves again who cites a law when its text arrives later', async () => {
    await folder.remove('法律/水库管理法.md');
    expect((await load()).reasons).toHaveProperty('not_held');
    await folder.write('法律/水库管理法.md', 水库法);
    await load();
    const { incremental, fresh } = await bothGraphs();
    expect(incremental).toEqual(fresh);
  });

  it('reports a file that is gone, and removes it on request', async () => {
    await load();
    const before = await dumpGraph(connection);
    await folder.remove('法律/水库管理法.md');
    expect((await load()).missing).toEqual(['法律/水库管理法.md']);
    expect(await dumpGraph(connection)).toEqual(before);
    expect((await load(true)).outcomes).toMatchObject({ removed: 1 });
    const { incremental, fresh } = await bothGraphs();
    expect(incremental).toEqual(fresh);
  });

  it('makes one document with two sources of the same text in two files', async () => {
    await folder.write('a/水库管理法.md', 水库法);
    expect((await load()).outcomes).toMatchObject({ imported: 3, duplicate: 1 });
    const dump = await dumpGraph(connection);
    expect(dump.filter((line) => line.includes('"to":"law/水库管理法@2019-03-01","type":"COPY_OF"'))).toHaveLength(2);
    expect(dump.filter((line) => line.includes('"labels":["Document"]'))).toHaveLength(3);
  });

  it('moves the offsets to the other copy when the file they point into is gone', async () => {
    await folder.write('a/水库管理法.md', `\uFEFF${水库法}`);
    await load();
    await folder.remove('a/水库管理法.md');
    await load(true);
    const { incremental, fresh } = await bothGraphs();
    expect(incremental).toEqual(fresh);
  });

  it('keeps two different texts that would share an id', async () => {
    await folder.write('z/水库管理法.md', 水库法修);
    await load();
    expect((await dumpGraph(connection)).filter((line) => line.includes('"labels":["Document"]'))).toHaveLength(4);
  });

  it('goes on when a file cannot be read, with one line for it', async () => {
    await folder.write('空.md', '');
    await folder.write('图.txt', '\u0000\u0001\u0002'.repeat(500));
    const problems: string[] = [];
    const outcome = await importFiles({
      paths: [folder.path, `${folder.path}/没有`],
      writer: createGraphWriter(connection),
      onProblem: ({ shown, message }) => problems.push(`${shown}: ${message}`),
    });
    expect(outcome.outcomes).toMatchObject({ imported: 3, failed: 3 });
    expect(problems.every((line) => !line.includes('\n'))).toBe(true);
  });

  it('ends in the same graph wherever it is stopped', async () => {
    await load();
    const whole = await dumpGraph(connection);
    for (const stopAt of [1, 2, 3]) {
      await wipe(connection);
      const stop = new AbortController();
      const stopped = importFiles({
        paths: [folder.path],
        writer: createGraphWriter(connection),
        signal: stop.signal,
        onProgress: ({ phase, done }) => {
          if (phase === 'write' && done >= stopAt) stop.abort();
        },
      });
      await stopped.catch((error: unknown) => expect(error).toMatchObject({ code: 'QUERY_CANCELLED' }));
      await load();
      expect(await dumpGraph(connection)).toEqual(whole);
    }
  });

  it('writes nothing in a dry run', async () => {
    const outcome = await importFiles({ paths: [folder.path], writer: null });
    expect(outcome.outcomes.imported).toBe(3);
    expect(await dumpGraph(connection)).toEqual([]);
  });

  it('brings the seed document with both its sources', async () => {
    await importSeed(connection);
    const dump = await dumpGraph(connection);
    expect(dump.filter((line) => line.includes('"type":"COPY_OF"'))).toHaveLength(2);
    expect(dump.filter((line) => line.includes('"labels":["Document"]'))).toHaveLength(1);
  });
});

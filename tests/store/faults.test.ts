import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importFiles } from '#ingest/import-files.ts';
import { databaseFolders } from '#server/database/folders.ts';
import { isAlive } from '#server/database/state-file.ts';
import { type DatabaseState, type ManagedDatabase, startManagedDatabase } from '#server/database/supervisor.ts';
import { type Connection, connect } from '#server/store/driver.ts';
import { createReader, defineQuery } from '#server/store/read.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { makeFolder, type TestFolder, 水库法, 渔船办法, 渡口条例 } from '#tests/support/corpus.ts';
import { dumpGraph } from '#tests/support/dump.ts';
import { wipe } from '#tests/support/neo4j.ts';
import { until } from '#tests/support/process.ts';

const COUNT = defineQuery()({
  name: 'count',
  cypher: 'MATCH (p:Provision) RETURN count(p) AS count',
  row: z.object({ count: z.int() }),
});
const RESTART_MS = 90_000;

describe('a local database that meets with accidents', { timeout: 240_000 }, () => {
  let folder: string;
  let database: ManagedDatabase;
  let connection: Connection;
  let documents: TestFolder;
  const states: DatabaseState[] = [];
  const ready = () => until(() => database.state() === 'ready', RESTART_MS);
  const load = (onWrite: (done: number) => void = () => {}) =>
    importFiles({
      paths: [documents.path],
      writer: createGraphWriter(connection),
      threads: 1,
      onProgress: ({ phase, done }) => (phase === 'write' ? onWrite(done) : undefined),
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'famai-faults-'));
    documents = await makeFolder({ 'a.md': 水库法, 'b.md': 渡口条例, 'c.md': 渔船办法 });
    database = await startManagedDatabase({ dataFolder: folder });
    database.onState((state) => states.push(state));
    connection = connect(database);
    await load();
  });
  afterAll(async () => {
    await connection.close();
    await database.kill();
    await documents.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps its password to the owner and off every command line', async () => {
    const folders = databaseFolders(folder);
    expect((await stat(folders.password)).mode & 0o777).toBe(0o600);
    const password = (await readFile(folders.password, 'utf8')).trim();
    expect(password.length).toBeGreaterThanOrEqual(24);
    expect(await readFile(`/proc/${database.pid()}/cmdline`, 'utf8')).not.toContain(password);
    expect(await readFile(folders.settings, 'utf8')).not.toContain(password);
  });

  it('lets nobody in without it', async () => {
    const stranger = connect({ ...database, password: 'neo4j-neo4j' });
    await expect(createReader(stranger).run(COUNT, {})).rejects.toMatchObject({ code: 'CONFIG' });
    await stranger.close();
  });

  it('refuses a second program on the same data folder, and says which one has it', async () => {
    await expect(startManagedDatabase({ dataFolder: folder })).rejects.toMatchObject({
      code: 'DATA_LOCKED',
      message: expect.stringContaining(String(process.pid)),
    });
  });

  it('refuses a port that is in use, and says how to choose another', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const other = await mkdtemp(join(tmpdir(), 'famai-port-'));
    await expect(startManagedDatabase({ dataFolder: other, port })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining('FAMAI_BOLT_PORT'),
    });
    holder.close();
    await rm(other, { recursive: true, force: true });
  });

  it('is started again after kill -9 while it is read, with nothing lost', async () => {
    const reader = createReader(connection);
    const before = await reader.run(COUNT, {});
    states.length = 0;
    const old = database.pid();
    process.kill(old, 'SIGKILL');
    await until(() => database.state() === 'restarting', 10_000);
    expect(database.message()).toBe(
      '数据库正在重启：进程意外结束。 / The database is restarting: it ended unexpectedly.',
    );
    await expect(reader.run(COUNT, {})).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await ready();
    expect(states).toEqual(['restarting', 'ready']);
    expect(database.pid()).not.toBe(old);
    expect(await reader.run(COUNT, {})).toEqual(before);
  });

  it('lets an import that it left in the middle go on to the same graph', async () => {
    const whole = await dumpGraph(connection);
    await wipe(connection);
    let killed = false;
    await load(() => {
      if (killed) return;
      killed = true;
      process.kill(database.pid(), 'SIGKILL');
    });
    expect(killed).toBe(true);
    expect(await dumpGraph(connection)).toEqual(whole);
    await ready();
  });

  it('is ended by SIGTERM from outside and comes back', async () => {
    process.kill(database.pid(), 'SIGTERM');
    await until(() => database.state() === 'restarting', 30_000);
    await ready();
    expect((await createReader(connection).run(COUNT, {}))[0]?.count).toBeGreaterThan(0);
  });

  it('can be restarted on purpose, for work that no timeout stops', async () => {
    const old = database.pid();
    await database.restart('stuck');
    expect(database.state()).toBe('ready');
    expect(isAlive(old)).toBe(false);
  });

  it('starts over what a crash of the machine left behind', async () => {
    const before = await dumpGraph(connection);
    await database.kill();
    await writeFile(
      databaseFolders(folder).state,
      JSON.stringify({ pid: 999_999, ownerPid: 999_998, uri: 'bolt://127.0.0.1:1', startedAt: '2020-01-01' }),
    );
    await connection.close();
    database = await startManagedDatabase({ dataFolder: folder });
    connection = connect(database);
    expect(await dumpGraph(connection)).toEqual(before);
  });

  it('ends in order, and says so', async () => {
    const pid = database.pid();
    await database.stop();
    expect(database.state()).toBe('stopped');
    expect(isAlive(pid)).toBe(false);
    await expect(stat(databaseFolders(folder).state)).rejects.toThrow();
  });
});

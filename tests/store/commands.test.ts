import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { databaseFolders } from '#server/database/folders.ts';
import { isAlive, readState } from '#server/database/state-file.ts';
import type { Connection } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { makeFolder, manyStatutes, type TestFolder, 水库法, 渔船办法 } from '#tests/support/corpus.ts';
import { dumpGraph } from '#tests/support/dump.ts';
import { connectTest, importPaths, wipe } from '#tests/support/neo4j.ts';
import { runScript, until } from '#tests/support/process.ts';

const ONE_LINE = /^[A-Z_]+: .+\n$/;

describe('the commands, when something goes wrong', { timeout: 200_000 }, () => {
  let connection: Connection;
  let documents: TestFolder;
  let folder: string;
  const external = () => ({
    NEO4J_URI: inject('neo4j').uri,
    NEO4J_USER: 'neo4j',
    NEO4J_PASSWORD: inject('neo4j').password,
    FAMAI_DATA: folder,
  });
  beforeAll(async () => {
    connection = await connectTest();
    documents = await makeFolder(manyStatutes(40));
    folder = await mkdtemp(join(tmpdir(), 'famai-commands-'));
  });
  beforeEach(() => wipe(connection));
  afterAll(async () => {
    await connection.close();
    await documents.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  it('an import ended by kill -9 and run again gives the graph of an uninterrupted one', async () => {
    await importPaths(connection, [documents.path]);
    const whole = await dumpGraph(connection);
    await wipe(connection);
    const first = runScript('import', [documents.path], external());
    const written = async () => (await dumpGraph(connection)).length > 0;
    await until(written, 120_000);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = runScript('import', [documents.path], external());
    expect(await second.ended, second.output()).toBe(0);
    expect(await dumpGraph(connection)).toEqual(whole);
  });

  it('a second import beside a running one is refused in one line', async () => {
    const running = await createGraphWriter(connection).open();
    const second = runScript('import', [documents.path], external());
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^DATA_LOCKED: 另一个导入正在进行.*\n$/);
    await running.close();
  });

  it('of two imports started at once one is done, the other says that it is not its turn and is done when run again', async () => {
    const folders = [await makeFolder(manyStatutes(400)), await makeFolder({ '灯塔.md': 渔船办法, '水库.md': 水库法 })];
    const started = folders.map(({ path }) => runScript('import', [path], external()));
    const codes = await Promise.all(started.map(({ ended }) => ended));
    expect([...codes].sort()).toEqual([0, 1]);
    const loser = codes.indexOf(1);
    expect(started[loser]?.output()).toMatch(/DATA_LOCKED: 另一个导入正在进行.*\n$/);
    const again = runScript('import', [folders[loser]?.path ?? ''], external());
    expect(await again.ended, again.output()).toBe(0);
    const together = await dumpGraph(connection);
    await wipe(connection);
    for (const { path } of folders) await importPaths(connection, [path]);
    expect(together).toEqual(await dumpGraph(connection));
    for (const one of folders) await one.dispose();
  });

  it('a database that is not there is one line that says what to do', async () => {
    const lost = runScript('export', ['--format', 'json', '--out', join(folder, 'x.json')], {
      ...external(),
      NEO4J_URI: 'bolt://127.0.0.1:9',
    });
    expect(await lost.ended).toBe(1);
    expect(lost.output()).toMatch(ONE_LINE);
    expect(lost.output()).toContain('DATABASE_UNAVAILABLE');
  });

  it('a missing JDK is one line that says what to install', async () => {
    const empty = join(folder, 'no-java');
    await mkdir(empty, { recursive: true });
    const started = runScript('neo4j', [], { FAMAI_DATA: folder, PATH: empty, JAVA_HOME: '' });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(ONE_LINE);
    expect(started.output()).toContain('JDK 17');
  });

  it('a missing Maven is one line that says what to install', async () => {
    const only = join(folder, 'only-java');
    await mkdir(only, { recursive: true });
    for (const name of ['java', 'javac']) {
      await symlink(execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(only, name));
    }
    const started = runScript('neo4j', [], { FAMAI_DATA: folder, FAMAI_NEO4J_LIB: join(folder, 'lib'), PATH: only });
    expect(await started.ended).toBe(1);
    expect(started.output()).toContain('MAVEN_MISSING');
    expect(await readdir(join(folder, 'lib'))).toEqual([]);
  });

  it.each(['import', 'export', 'backup', 'restore', 'neo4j'])(
    '%s --help explains itself and exits with 0',
    async (name) => {
      const help = runScript(name, ['--help'], { FAMAI_DATA: folder });
      expect(await help.ended).toBe(0);
      expect(help.output()).toContain('usage');
    },
  );

  it.each([
    ['import', []],
    ['export', ['--format', 'docx', '--out', 'x']],
    ['backup', []],
    ['restore', []],
    ['import', ['--no-such-option']],
  ])('%s %j is refused in one line', async (name, args) => {
    const wrong = runScript(name, args, { FAMAI_DATA: folder });
    expect(await wrong.ended).toBeGreaterThan(0);
    expect(wrong.output().trim().split('\n')).toHaveLength(1);
  });
});

describe('the local database of an app that dies', { timeout: 200_000 }, () => {
  it('ends by itself, and the next start takes over its data folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'famai-orphan-'));
    const first = runScript('neo4j', [], { FAMAI_DATA: folder });
    await first.said(/neo4j-password/);
    const state = await readState(databaseFolders(folder));
    first.child.kill('SIGKILL');
    await first.ended;
    const second = runScript('neo4j', [], { FAMAI_DATA: folder });
    await second.said(/neo4j-password/);
    expect(isAlive(state?.pid ?? 0)).toBe(false);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    await expect(stat(databaseFolders(folder).state)).rejects.toThrow();
    await rm(folder, { recursive: true, force: true });
  });
});

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadedFiles } from '#ingest/discover.ts';
import { importFiles } from '#ingest/import-files.ts';
import { ErrorBody } from '#model/wire/common.ts';
import { ImportJob } from '#model/wire/console.ts';
import { databaseFolders } from '#server/database/folders.ts';
import { isAlive, readState } from '#server/database/state-file.ts';
import { type ManagedDatabase, startManagedDatabase } from '#server/database/supervisor.ts';
import { type Connection, connect } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { manyStatutes } from '#tests/support/corpus.ts';
import { dumpGraph } from '#tests/support/dump.ts';
import { importSeed, wipe } from '#tests/support/neo4j.ts';
import { runScript, until } from '#tests/support/process.ts';
import { ensureClient } from '../../scripts/start/client-build.ts';
import { ensureDocuments } from '../../scripts/start/documents.ts';
import { type Product, startProduct } from './support/product.ts';

type Files = Readonly<Record<string, string>>;

const post = (url: string, files: Files): Promise<Response> => {
  const body = new FormData();
  for (const [name, text] of Object.entries(files)) body.append('file', new Blob([text]), name);
  return fetch(`${url}/api/imports`, { method: 'POST', body });
};
const jobOf = async (url: string, id: string): Promise<ImportJob> =>
  ImportJob.parse(await (await fetch(`${url}/api/imports/${id}`)).json());
const upload = async (url: string, files: Files): Promise<ImportJob> => {
  const started = await post(url, files);
  const { id } = ImportJob.parse(await started.json());
  await until(async () => ['done', 'failed'].includes((await jobOf(url, id)).state), 60_000);
  return jobOf(url, id);
};

beforeAll(() => ensureClient(resolve(import.meta.dirname, '../..'), () => {}));

describe('SIGTERM under load', { timeout: 300_000 }, () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'famai-e2e-term-'));
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  /** Brings the same files as the product does, and says what the store holds. */
  const complete = async (connection: Connection, files: Files): Promise<string[]> => {
    const folder = join(data, 'again');
    await rm(folder, { recursive: true, force: true });
    const uploads = await Promise.all(
      Object.entries(files).map(async ([name, text]) => ({ location: await put(folder, name, text), name, bytes: 1 })),
    );
    await importFiles({ paths: [], uploads: uploadedFiles(uploads), writer: createGraphWriter(connection) });
    return dumpGraph(connection);
  };
  const put = async (folder: string, name: string, text: string): Promise<string> => {
    const location = `${folder}-${name}`;
    await writeFile(location, text);
    return location;
  };

  it('ends within 30 s and with 0, leaves nothing running or lying about, and loses nothing that was stored', async () => {
    const files = manyStatutes(250);
    const product = await startProduct(0, { FAMAI_DATA: data });
    const folders = databaseFolders(data);
    const jvm = (await readState(folders))?.pid ?? 0;
    expect(isAlive(jvm)).toBe(true);

    const { id } = ImportJob.parse(await (await post(product.url, files)).json());
    const query = JSON.stringify({ query: 'UNWIND range(1, 900000000) AS n RETURN sum(n)' });
    const ask = { method: 'POST', body: query, headers: { 'content-type': 'application/json' } };
    const load = [
      ...Array.from({ length: 4 }, () => fetch(`${product.url}/api/cypher`, ask)),
      ...Array.from({ length: 40 }, (_, n) => fetch(`${product.url}/api/search?q=${n}`)),
    ];
    const settled = Promise.allSettled(load);
    await until(async () => (await jobOf(product.url, id)).done > 350, 120_000);

    const asked = performance.now();
    product.process.kill('SIGTERM');
    const code = await new Promise((done) => product.process.once('exit', done));
    expect(performance.now() - asked).toBeLessThan(30_000);
    expect([code, product.output()]).toEqual([0, expect.stringContaining('正在结束')]);
    await settled;
    expect(isAlive(jvm)).toBe(false);
    expect(await readState(folders)).toBeNull();
    expect(await readdir(join(data, 'uploads'))).toEqual([]);

    const database = await startManagedDatabase({ dataFolder: data });
    const connection = connect(database);
    try {
      // As the next start does: nothing half written is left.
      await ensureDocuments(connection, resolve(import.meta.dirname, '../../graph-data/documents'), () => {});
      const left = await dumpGraph(connection);
      expect(left.filter((line) => line.includes('"complete":false'))).toEqual([]);
      expect(left.filter((line) => line.includes('"labels":["Source"]')).length).toBeGreaterThanOrEqual(2);
      const completed = await complete(connection, files);
      await wipe(connection);
      await importSeed(connection);
      expect(completed).toEqual(await complete(connection, files));
    } finally {
      await connection.close();
      await database.kill();
    }
  });
});

describe('SIGTERM while the app still waits for its database', () => {
  it('ends it at once', async () => {
    const env = { NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'not-asked', PORT: '0' };
    const waiting = runScript('start', [], env);
    await waiting.said(/等待 NEO4J_URI/);
    const asked = performance.now();
    waiting.child.kill('SIGTERM');
    expect(await waiting.ended).toBe(1);
    expect(performance.now() - asked).toBeLessThan(8_000);
    expect(waiting.output()).toMatch(/DATABASE_UNAVAILABLE: .*\n$/);
  });
});

describe("two apps on one database of the user's own", { timeout: 300_000 }, () => {
  let folders: string[] = [];
  let database: ManagedDatabase;
  let connection: Connection;
  let apps: Product[] = [];
  beforeAll(async () => {
    folders = await Promise.all([0, 1, 2].map(() => mkdtemp(join(tmpdir(), 'famai-e2e-two-'))));
    database = await startManagedDatabase({ dataFolder: folders[0] ?? '' });
    connection = connect(database);
    const env = { NEO4J_URI: database.uri, NEO4J_USER: database.user, NEO4J_PASSWORD: database.password };
    // Together, so that both find the same empty database.
    apps = await Promise.all(folders.slice(1).map((folder) => startProduct(0, { ...env, FAMAI_DATA: folder })));
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.stop()));
    await connection.close();
    await database.kill();
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  });

  const documentsOf = async (app: Product | undefined): Promise<unknown> =>
    (await (await fetch(`${app?.url}/api/stats`)).json()).nodes;

  it('both serve; one imports at a time, the other is told so, and in the end both have brought theirs once', async () => {
    const [first, second] = apps;
    if (first === undefined || second === undefined) throw new Error('two apps were to start');
    expect(await documentsOf(first)).toEqual(await documentsOf(second));

    const large = ImportJob.parse(await (await post(first.url, manyStatutes(500))).json());
    await until(async () => (await jobOf(first.url, large.id)).done > 0, 30_000);
    const small = { '灯塔管理办法.md': '# 灯塔管理办法\n\n2020年1月1日 公布\n\n第一条 灯塔管理人应当每日检查灯塔。\n' };
    const refused = await post(second.url, small);
    const { error } = ErrorBody.parse(await refused.json());
    expect([refused.status, error.code]).toEqual([503, 'DATA_LOCKED']);
    expect(error.message).toMatch(/另一个导入正在进行.*process \d+/);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${second.url}/api/laws`)).status).toBe(200);

    await until(async () => (await jobOf(first.url, large.id)).state !== 'running', 120_000);
    expect((await jobOf(first.url, large.id)).state).toBe('done');
    expect((await upload(second.url, small)).state).toBe('done');
    const dump = await dumpGraph(connection);
    const documents = dump.filter((line) => line.includes('"labels":["Document"]'));
    expect(documents.filter((line) => line.includes('测试法规'))).toHaveLength(500);
    expect(documents.filter((line) => line.includes('灯塔管理办法'))).toHaveLength(1);
    expect(await documentsOf(first)).toEqual(await documentsOf(second));
  });
});

/** Uploads that mean harm, over HTTP and in the threads that read them: each costs itself alone. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '#ingest/pool.ts';
import { ImportJob } from '#model/wire/console.ts';
import { DocumentsPage } from '#model/wire/documents.ts';
import { docx } from '#tests/io/samples.ts';
import { startFilledApp, type TestApp } from './support/app.ts';

const GOOD = '某市公园条例\n\n第一条 为了保护公园，制定本条例。\n\n第二条 任何人不得损坏公园设施。\n';
const SELF_REFERENCE = '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj\ntrailer<</Root 1 0 R>>\n';

let app: TestApp;
beforeAll(async () => {
  app = await startFilledApp();
});
afterAll(() => app.close());

const upload = async (files: readonly (readonly [name: string, content: BlobPart])[]): Promise<ImportJob> => {
  const form = new FormData();
  for (const [name, content] of files) form.append('file', new File([content], name));
  const response = await app.get('/api/imports', { method: 'POST', body: form });
  let job = ImportJob.parse(await response.json());
  for (const deadline = Date.now() + 60_000; job.state !== 'done' && job.state !== 'failed'; await sleep(100)) {
    if (Date.now() > deadline) throw new Error(`the import stays ${job.state}`);
    job = await app.json(ImportJob, `/api/imports/${job.id}`);
  }
  return job;
};

/** The health of the app while something heavy is read: its own loop is never held. */
const slowestAnswer = async (during: Promise<unknown>): Promise<number> => {
  let done = false;
  let slowest = 0;
  void during.finally(() => {
    done = true;
  });
  while (!done) {
    const started = performance.now();
    await (await app.get('/api/health')).arrayBuffer();
    slowest = Math.max(slowest, performance.now() - started);
    await sleep(20);
  }
  return slowest;
};

describe('an upload with bad files among good ones', { timeout: 120_000 }, () => {
  it('imports the good ones and says of each of the others what is wrong', async () => {
    const bomb = docx(['甲'], [{ name: 'word/big.xml', data: new Uint8Array(30 * 1024 * 1024) }]);
    const nested = docx(['甲'], [{ name: 'word/inner.zip', data: new Uint8Array(10) }]);
    const working = upload([
      ['好.txt', GOOD],
      ['炸弹.docx', new Uint8Array(bomb)],
      ['套娃.docx', new Uint8Array(nested)],
      ['坏.pdf', SELF_REFERENCE],
      ['深.html', '<div>'.repeat(100_000)],
      ['括号.html', '<'.repeat(3_000_000)],
      ['乱码.txt', new Uint8Array([0xb9, 0xfa, 0x81, 0x30, 0x81, 0x30, 0xff, 0x41])],
    ]);
    expect(await slowestAnswer(working)).toBeLessThan(4000);
    const job = await working;
    expect(job.state).toBe('done');
    const outcomes = new Map(job.report?.files.map(({ path, outcome, message }) => [path, { outcome, message }]));
    expect(outcomes.get('好.txt')).toEqual({ outcome: 'imported', message: null });
    for (const name of ['炸弹.docx', '套娃.docx', '坏.pdf', '深.html', '乱码.txt']) {
      expect([name, outcomes.get(name)?.outcome]).toEqual([name, 'failed']);
      expect(outcomes.get(name)?.message, name).toMatch(/.{6}/);
      expect(outcomes.get(name)?.message, name).not.toMatch(/\n|\/tmp|node_modules|\.ts\b/);
    }
    const { items } = await app.json(DocumentsPage, '/api/documents?limit=500');
    expect(items.some(({ title }) => title === '某市公园条例')).toBe(true);
  });
});

describe('a thread that runs out of memory', { timeout: 120_000 }, () => {
  it('fails the file it was reading, and reads the next one in a new thread', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'famai-thread-'));
    const pool = createPool({ threads: 1, heapMb: 32 });
    try {
      const files = [
        ['前.txt', GOOD],
        ['大.txt', `某条例\n\n${'第一条 为了保护公园，制定本条例。\n\n'.repeat(380_000)}`],
        ['后.txt', GOOD],
      ] as const;
      for (const [name, text] of files) await writeFile(join(folder, name), text);
      const outcomes = new Map<string, string>();
      const items = files.map(([name]) => ({
        key: name,
        task: {
          kind: 'scan',
          path: name,
          origin: { from: 'disk', location: join(folder, name) },
          knownSha256: null,
        } as const,
      }));
      for await (const { item, result } of pool.run(items)) {
        outcomes.set(item.key, result.kind === 'failed' ? result.message : result.kind);
      }
      expect([outcomes.get('前.txt'), outcomes.get('后.txt')]).toEqual(['scanned', 'scanned']);
      expect(outcomes.get('大.txt')).toMatch(/线程已中止.*其余文件继续/);
    } finally {
      await pool.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

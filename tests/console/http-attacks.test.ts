/** Every line of the shared sample of bad HTTP inputs over a real port. The placeholders are explained in its README. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect as openSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { EXPORT_PATH, IMPORT_PATH, ROUTES } from '#model/wire/routes.ts';
import { loadConfig } from '#server/config.ts';
import { METADATA_KEY } from '#server/console/protocol.ts';
import { type RunningApp, startApp } from '#server/main.ts';
import { externalStatus } from '#server/services/database.ts';
import type { Connection } from '#server/store/driver.ts';
import { connectTest, wipe } from '#tests/support/neo4j.ts';
import { seedGraph, sharedAttacks } from './support.ts';

const lines = sharedAttacks('http.jsonl');

const Attack = z.object({
  id: z.string(),
  method: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  body_b64: z.string().optional(),
  body_gen: z
    .object({ prefix: z.string(), repeat: z.tuple([z.string(), z.string()]), times: z.int(), suffix: z.string() })
    .optional(),
  raw: z.string().optional(),
  times: z.int().optional(),
  abort_after_s: z.number().optional(),
  expect: z.string(),
});
type Attack = z.infer<typeof Attack>;

let app: RunningApp;
let port: number;
let folder: string;
let connection: Connection;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  connection = await connectTest();
  await wipe(connection);
  await seedGraph(connection);
  folder = await mkdtemp(join(tmpdir(), 'famai-http-'));
  const config = loadConfig({ PORT: '0', FAMAI_DATA: folder });
  app = await startApp(config, {
    database: externalStatus(inject('neo4j')),
    log: pino({ level: 'silent' }),
    clientFolder: join(folder, 'no-client'),
  });
  port = Number(new URL(app.url).port);
}, 60_000);
afterAll(async () => {
  await app.close();
  await connection.close();
  await rm(folder, { recursive: true, force: true });
  process.off('unhandledRejection', note);
});

const fill = (text: string): string =>
  text
    .replace(/((?:%[0-9A-F]{2})+|[A-Za-z]+)\(x(\d+)\)/gi, (_, unit: string, times: string) =>
      unit.repeat(Number(times)),
    )
    .replaceAll('{HOST}', `127.0.0.1:${port}`)
    .replaceAll('{PORT}', String(port))
    .replaceAll('{CYPHER}', ROUTES.cypher.path)
    .replaceAll('{SEARCH}', ROUTES.search.path)
    .replaceAll('{NODE}', '/api/nodes')
    .replaceAll('{UPLOAD}', IMPORT_PATH)
    .replaceAll('{EXPORT}', EXPORT_PATH);

const bodyOf = ({ body, body_b64, body_gen }: Attack): Buffer => {
  if (body_b64 !== undefined) return Buffer.from(body_b64, 'base64');
  if (body_gen !== undefined) {
    const { prefix, repeat, times, suffix } = body_gen;
    return Buffer.from(prefix + repeat[0].repeat(times) + repeat[1].repeat(times) + suffix);
  }
  return Buffer.from(body ?? '');
};

/** The bytes of a request, made by hand so that no client library corrects them. */
const bytesOf = (attack: Attack): Buffer => {
  if (attack.raw !== undefined) return Buffer.from(fill(attack.raw));
  const body = bodyOf(attack);
  const headers = new Map(Object.entries(attack.headers).map(([name, value]) => [name, fill(value)]));
  if (!headers.has('Host')) headers.set('Host', `127.0.0.1:${port}`);
  if (!headers.has('Connection')) headers.set('Connection', 'close');
  if (body.length > 0) headers.set('Content-Length', String(body.length));
  const head = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`${attack.method} ${fill(attack.path)} HTTP/1.1\r\n${head}\r\n`), body]);
};

/** Status of the answer; `close` when the connection ended without one. */
const send = (bytes: Buffer, abortAfterMs?: number): Promise<{ status: string; answer: string }> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = openSocket(port, '127.0.0.1', () => socket.write(bytes));
    const end = () => resolve({ status: /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'close', answer });
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (/\r\n\r\n/.test(answer) && /^HTTP\/1\.1 [45]/.test(answer)) setTimeout(() => socket.destroy(), 200);
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.setTimeout(25_000, () => socket.destroy());
    if (abortAfterMs !== undefined) setTimeout(() => socket.destroy(), abortAfterMs);
  });

const meets = (status: string, expected: string): boolean =>
  expected.split('|').some((wanted) => (/^\dxx$/.test(wanted) ? status[0] === wanted[0] : wanted === status));

const transactions = async (): Promise<number> => {
  const session = connection.session('READ');
  const { records } = await session.run(
    `SHOW TRANSACTIONS YIELD metaData WHERE metaData['${METADATA_KEY}'] IS NOT NULL RETURN count(*) AS n`,
  );
  await session.close();
  return Number(records[0]?.get('n'));
};

/** One second on an idle machine; other work on the same one must not fail the test. */
const ALIVE_MS = 4000;
const alive = async (): Promise<void> => {
  const started = performance.now();
  expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
  expect(performance.now() - started).toBeLessThan(ALIVE_MS);
};

describe('the shared sample of bad HTTP inputs', () => {
  const run = it.runIf(lines !== null);
  for (const line of lines ?? []) {
    const attack = Attack.parse(JSON.parse(line));
    run(`${attack.id} answers ${attack.expect}`, { timeout: 60_000 }, async () => {
      const bytes = bytesOf(attack);
      const all = Array.from({ length: attack.times ?? 1 }, () =>
        send(bytes, attack.abort_after_s === undefined ? undefined : attack.abort_after_s * 1000),
      );
      if (all.length > 1) await alive();
      for (const { status, answer } of await Promise.all(all)) {
        expect(meets(status, attack.expect), `${status}: ${answer.slice(0, 400)}`).toBe(true);
        expect(answer).not.toMatch(/\n\s+at |node_modules|Set-Cookie/);
      }
      if (attack.abort_after_s !== undefined) {
        await sleep(2000);
        expect(await transactions()).toBe(0);
      }
      await alive();
    });
  }

  it('leaves no rejection unhandled and no file outside its own folder', async () => {
    expect(unhandled).toEqual([]);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('evil'))).toEqual([]);
  });
});

describe('doors', () => {
  /** The burst before may still hold the line. */
  beforeAll(async () => {
    const deadline = performance.now() + 40_000;
    while ((await post(JSON_TYPE, ASK)).status !== '200' && performance.now() < deadline) await sleep(300);
  });
  const get = (headers: string, path = '/api/health', method = 'GET') =>
    send(Buffer.from(`${method} ${path} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`));
  const post = (headers: string, body: string, path = '/api/cypher') =>
    send(
      Buffer.from(
        `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
      ),
    );
  const JSON_TYPE = 'Content-Type: application/json\r\n';
  const ASK = '{"query":"RETURN 1"}';

  it.each([
    ['two Host headers', `Host: 127.0.0.1:PORT\r\nHost: evil.example\r\n`, '400|421'],
    ['another port', 'Host: 127.0.0.1:1\r\n', '421'],
    ['a name that ends like ours', 'Host: localhost.evil.example:PORT\r\n', '421'],
    ['credentials in the host', 'Host: 127.0.0.1:PORT@evil.example\r\n', '421'],
    ['localhost', 'Host: localhost:PORT\r\n', '200'],
    ['the v6 loopback', 'Host: [::1]:PORT\r\n', '200'],
    ['another site reads', 'Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\n', '403'],
    [
      'a link from another site',
      'Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n',
      '200',
    ],
  ])('%s', async (_name, headers, wanted) => {
    const { status } = await get(headers.replaceAll('PORT', String(port)));
    expect(meets(status, wanted), status).toBe(true);
  });

  it.each([
    ['another origin', `${JSON_TYPE}Origin: http://evil.example\r\n`, '403'],
    ['another port of this machine', `${JSON_TYPE}Origin: http://127.0.0.1:1\r\n`, '403'],
    ['no origin at all', `${JSON_TYPE}Origin: null\r\n`, '403'],
    ['a form', 'Content-Type: text/plain\r\n', '415'],
    ['no type', '', '415'],
    ['another encoding', 'Content-Type: application/json; charset=utf-16\r\n', '415'],
    ['our own page', `${JSON_TYPE}Origin: http://127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin\r\n`, '200'],
  ])('%s asks', async (_name, headers, wanted) => {
    const { status, answer } = await post(headers.replaceAll('PORT', String(port)), ASK);
    expect(status, answer.slice(0, 300)).toBe(wanted);
  });

  it.each([
    ['no JSON', '{"query":', '400'],
    ['no object', '[]', '400'],
    ['a query that is no text', '{"query":1}', '400'],
    ['a limit over the server’s', '{"query":"RETURN 1","limit":1000000}', '400'],
    ['a time limit over the server’s', '{"query":"RETURN 1","timeoutMs":600000}', '400'],
    ['40,000 nested arrays', `{"query":"RETURN $p","params":{"p":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`, '400'],
    ['a key that changes prototypes', '{"query":"RETURN 1 AS x","__proto__":{"limit":0}}', '200'],
  ])('%s', async (_name, body, wanted) => {
    const { status, answer } = await post(JSON_TYPE, body);
    expect(status, answer.slice(0, 300)).toBe(wanted);
  });

  it.each([
    ['PUT', '/api/cypher', '405'],
    ['DELETE', '/api/stats', '405'],
    ['POST', '/', '405'],
    ['TRACE', '/api/health', '405'],
    ['PUT', '/api/imports', '405'],
  ])('%s %s', async (method, path, wanted) => {
    expect((await get(`Host: 127.0.0.1:${port}\r\n`, path, method)).status).toBe(wanted);
  });

  it('sends a strict content security policy and no word of what runs it', async () => {
    const { headers } = await fetch(`${app.url}/api/health`);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    expect([headers.get('x-content-type-options'), headers.get('x-powered-by')]).toEqual(['nosniff', null]);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('closes a request whose header never ends', { timeout: 20_000 }, async () => {
    const started = performance.now();
    const { status } = await send(Buffer.from('GET / HTTP/1.1\r\nHost: 127.0.0.1'));
    expect(status).toMatch(/408|400|close/);
    expect(performance.now() - started).toBeLessThan(12_000);
  });
});

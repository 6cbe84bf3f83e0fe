import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SavedView } from '#model/wire/console.ts';
import { Health } from '#model/wire/explore.ts';
import { ROUTES } from '#model/wire/routes.ts';
import { of, startFilledApp, type TestApp } from './support/app.ts';

let app: TestApp;
let client: string;
beforeAll(async () => {
  client = await mkdtemp(join(tmpdir(), 'famai-client-'));
  await mkdir(join(client, 'assets'));
  await writeFile(join(client, 'index.html'), `<!doctype html><title>法脉</title>${' '.repeat(2000)}`);
  await writeFile(join(client, 'assets', 'main-abc.js'), 'export {};');
  await writeFile(join(client, '.env'), 'SECRET=1');
  app = await startFilledApp({ clientFolder: client });
});
afterAll(async () => {
  await app.close();
  await rm(client, { recursive: true, force: true });
});

/** The bytes as they travel: fetch would unpack them. */
const raw = (path: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    const request = httpRequest(`${app.url}${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
    request.end();
  });

describe('errors', () => {
  it.each([
    ['/api/nothing', 404, 'NOT_FOUND'],
    ['/api/laws?limit=0', 400, 'BAD_REQUEST'],
    ['/api/laws?limit=501', 400, 'BAD_REQUEST'],
    ['/api/laws?limit=x', 400, 'BAD_REQUEST'],
    ['/api/laws?rank=x', 400, 'BAD_REQUEST'],
    ['/api/laws?cursor=x', 400, 'BAD_REQUEST'],
    ['/api/search', 400, 'BAD_REQUEST'],
    ['/api/search?q=a&q=b', 400, 'BAD_REQUEST'],
    ['/api/graph?view=law', 400, 'BAD_REQUEST'],
    ['/api/graph?view=law&id=x', 404, 'NOT_FOUND'],
    ['/api/nodes/x', 404, 'NOT_FOUND'],
    [`/api/nodes/${'a'.repeat(1001)}`, 400, 'BAD_REQUEST'],
    ['/api/nodes/%', 400, 'BAD_REQUEST'],
    ['/api/documents/x', 404, 'NOT_FOUND'],
    ['/api/provisions/x/cites', 404, 'NOT_FOUND'],
    ['/api/paths?from=a&to=b', 404, 'NOT_FOUND'],
    ['/api/views/x', 404, 'NOT_FOUND'],
    ['/api/views/..%2f..%2fetc%2fpasswd', 404, 'NOT_FOUND'],
    ['/api/export?format=pdf', 400, 'BAD_REQUEST'],
    ['/nothing', 404, 'NOT_FOUND'],
    ['/.env', 404, 'NOT_FOUND'],
    ['/assets/..%2f.env', 404, 'NOT_FOUND'],
    ['/index.html%00.png', 404, 'NOT_FOUND'],
  ])('%s answers %i %s, with a sentence and nothing of the machine', async (path, status, code) => {
    const error = await app.error(path);
    expect([error.status, error.code]).toEqual([status, code]);
    expect(error.message).not.toMatch(/\/work|\/tmp|node_modules|\.ts\b|at \w+ \(/);
    expect(error.message.length).toBeGreaterThan(3);
  });

  it('says which methods an address takes', async () => {
    const response = await app.get('/api/laws', { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('tells a broken, a too large and a foreign body apart', async () => {
    const post = (body: string, type = 'application/json') =>
      app.error('/api/views', { method: 'POST', headers: { 'content-type': type }, body });
    expect(await post('{"name":')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await post('{}')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect(await post('a=b', 'application/x-www-form-urlencoded')).toMatchObject({ status: 415 });
    expect(await post(JSON.stringify({ name: 'x'.repeat(3_000_000) }))).toMatchObject({ status: 413 });
  });
});

describe('answers', () => {
  it('carry a request id, the strict policy and no word about the framework', async () => {
    const { headers } = await app.get('/api/health');
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    const own = await app.get('/api/health', { headers: { 'x-request-id': 'abcdefgh-1' } });
    expect(own.headers.get('x-request-id')).toBe('abcdefgh-1');
    const foreign = await app.get('/api/health', { headers: { 'x-request-id': 'a b' } });
    expect(foreign.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  });

  it('are the same bytes packed or not, and need not be sent twice', async () => {
    const plain = await raw('/api/laws', {});
    const br = await raw('/api/laws', { 'accept-encoding': 'br' });
    const gz = await raw('/api/laws', { 'accept-encoding': 'gzip' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gz.body).equals(plain.body)).toBe(true);
    const again = await raw('/api/laws', { 'if-none-match': String(plain.headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const head = await raw('/api/laws', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(plain.body.length),
    ]);
  });

  it('follow the graph: what was kept is made anew after a write', async () => {
    const total = async (): Promise<unknown> =>
      z.object({ total: z.int() }).parse(await (await app.get('/api/laws')).json()).total;
    const before = await total();
    const session = app.connection.session('WRITE');
    try {
      await session.run(
        "CREATE (:Law {id: 'law/新法', name: '新法', title: '新法', shortTitles: [], rank: '法律', status: 'not_held', pinyin: []})",
      );
      expect(await total()).toBe(Number(before) + 1);
      await session.run("MATCH (l:Law {id: 'law/新法'}) DELETE l");
      expect(await total()).toBe(before);
    } finally {
      await session.close();
    }
  });
});

describe('pages', () => {
  it.each([
    '/',
    '/law/law%2F%E7%BD%91%E7%BB%9C%E5%AE%89%E5%85%A8%E6%B3%95',
    '/document/doc%2F1?at=1-2',
    '/duties',
    '/console',
    '/search?q=x',
    '/views',
  ])('%s opens the page', async (path) => {
    const response = await app.get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('法脉');
  });

  it('are asked for again, their hashed parts are not', async () => {
    expect((await app.get('/')).headers.get('cache-control')).toBe('no-cache');
    const asset = await app.get('/assets/main-abc.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('content-type')).toContain('text/javascript');
  });
});

describe('the description', () => {
  it('names every route, each with its errors', async () => {
    const paths = z
      .object({
        paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) }))),
      })
      .parse(await (await app.get('/api/openapi.json')).json()).paths;
    for (const route of Object.values(ROUTES)) {
      const operation = paths[route.path.replaceAll(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
      const statuses = Object.keys(operation?.responses ?? {});
      expect(statuses, route.path).toEqual(
        expect.arrayContaining([
          '200',
          '400',
          '401',
          '403',
          '404',
          '405',
          '413',
          '415',
          '421',
          '429',
          '500',
          '503',
          '504',
        ]),
      );
    }
  });

  it('can be read as a page without a script or a style of its own', async () => {
    const html = await (await app.get('/api/docs')).text();
    for (const route of Object.values(ROUTES)) expect(html).toContain(route.path.replaceAll(/:(\w+)/g, '{$1}'));
    expect(html).not.toMatch(/<script|<style|style=|onclick/);
    expect((await app.get('/api/docs.css')).headers.get('content-type')).toContain('text/css');
  });

  it('is accompanied by health and metrics', async () => {
    const health = await app.json(Health, '/api/health');
    expect(health).toMatchObject({ status: 'ok', ready: true, database: { state: 'ready', managed: false } });
    const metrics = await (await app.get('/metrics')).text();
    expect(metrics).toContain('famai_http_request_duration_seconds_count');
    expect(metrics).toContain('nodejs_eventloop_lag_p99_seconds');
  });
});

describe('saved views', () => {
  const input = {
    name: '网络法治 <b>',
    url: '/document/doc?x=1',
    nodes: [{ id: 'law/网络安全法', x: 1, y: -2.5, pinned: true }],
  };
  const save = async (): Promise<SavedView> => {
    const response = await app.get('/api/views', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    return SavedView.parse(await response.json());
  };

  it('are kept as they were given, listed newest first, and gone when deleted', async () => {
    const first = await save();
    const second = await save();
    expect(await app.json(SavedView, `/api/views/${first.id}`)).toEqual({
      ...input,
      id: first.id,
      createdAt: first.createdAt,
    });
    const list = await app.json(z.object({ items: z.array(SavedView) }), '/api/views');
    expect(list.items.map((view) => view.id).sort()).toEqual([first.id, second.id].sort());
    for (const { id } of list.items) await app.get(`/api/views/${of(id)}`, { method: 'DELETE' });
    expect(await app.error(`/api/views/${first.id}`)).toMatchObject({ status: 404 });
    expect(await app.error(`/api/views/${first.id}`, { method: 'DELETE' })).toMatchObject({ status: 404 });
  });

  it.each([{ url: 'http://evil.example/' }, { name: '' }, { nodes: [{ id: 1 }] }])('refuse %j', async (part) => {
    const error = await app.error('/api/views', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...input, ...part }),
    });
    expect(error).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });
});

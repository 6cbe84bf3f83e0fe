/** A server opened to others: reading is free, writing needs the token, everything is counted. Real HTTP, no database. */
import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { errorHandler } from '#server/api/errors.ts';
import { type SecurityConfig, securityMiddleware } from '#server/api/security/security.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const open = async (config: Partial<SecurityConfig>): Promise<string> => {
  const app = express();
  app.use((request, _response, next) => {
    // The logger that the product mounts first.
    Object.assign(request, { log: { error: () => {} } });
    next();
  });
  app.use(...securityMiddleware({ host: '0.0.0.0', token: null, ...config }));
  app.use((_request, response) => {
    response.json({});
  });
  app.use(errorHandler);
  const server = createServer(app);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
};

const statusOf = async (url: string, method: string, path: string, token?: string): Promise<number> => {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: method === 'POST' ? '{}' : null,
  });
  return response.status;
};

describe('the token of an opened server', () => {
  it.each([
    ['GET', '/api/stats', undefined, 200],
    ['POST', '/api/cypher', undefined, 200],
    ['DELETE', '/api/cypher/x', undefined, 200],
    ['POST', '/api/views', undefined, 401],
    ['POST', '/api/views', 'wrong-wrong-wrong-wrong', 401],
    ['POST', '/api/views', 'right-right-right-right', 200],
    ['DELETE', '/api/views/x', undefined, 401],
    ['POST', '/api/imports', undefined, 401],
  ])('%s %s with %s: %s', async (method, path, token, status) => {
    expect(await statusOf(await open({ token: 'right-right-right-right' }), method, path, token)).toBe(status);
  });

  it('not set, closes writing altogether', async () => {
    expect(await statusOf(await open({ token: null }), 'POST', '/api/views', 'anything-anything')).toBe(401);
  });

  it('is not asked for on loopback', async () => {
    expect(await statusOf(await open({ host: '127.0.0.1' }), 'POST', '/api/views')).toBe(200);
  });
});

describe('rates', () => {
  it('are counted apart for reads and writes, and answered with 429', async () => {
    const url = await open({ rates: { reads: 3, writes: 2 } });
    const reads = [];
    for (let n = 0; n < 4; n += 1) reads.push(await statusOf(url, 'GET', '/api/stats'));
    const writes = [];
    for (let n = 0; n < 3; n += 1) writes.push(await statusOf(url, 'POST', '/api/cypher'));
    expect([reads, writes]).toEqual([
      [200, 200, 200, 429],
      [200, 200, 429],
    ]);
  });

  it('do not hold a person at their own machine', async () => {
    const url = await open({ host: '127.0.0.1', rates: { reads: 1, writes: 1 } });
    expect([await statusOf(url, 'GET', '/api/stats'), await statusOf(url, 'GET', '/api/stats')]).toEqual([200, 200]);
  });
});

describe('bodies', () => {
  const post = async (url: string, path: string, body: string) =>
    (await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status;

  it.each([
    ['/api/cypher', 190_000, 200],
    ['/api/cypher', 210_000, 413],
    ['/api/views', 1_900_000, 200],
    ['/api/views', 2_100_000, 413],
  ])('%s takes %s characters: %s', async (path, length, status) => {
    const url = await open({ host: '127.0.0.1' });
    expect(await post(url, path, JSON.stringify({ x: 'x'.repeat(length) }))).toBe(status);
  });

  it('nested too deeply are refused', async () => {
    const url = await open({ host: '127.0.0.1' });
    expect(await post(url, '/api/cypher', `${'['.repeat(40_000)}${']'.repeat(40_000)}`)).toBe(400);
  });
});

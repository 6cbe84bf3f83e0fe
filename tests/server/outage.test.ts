import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Health } from '#model/wire/explore.ts';
import { LawsPage } from '#model/wire/laws.ts';
import { externalStatus } from '#server/services/database.ts';
import { createWire, type Wire } from '#tests/support/wire.ts';
import { startFilledApp, startTestApp, type TestApp } from './support/app.ts';

let filled: TestApp;
let app: TestApp;
let wire: Wire;
beforeAll(async () => {
  filled = await startFilledApp();
  wire = await createWire(inject('neo4j').uri);
  app = await startTestApp(filled.connection, { database: externalStatus({ ...inject('neo4j'), uri: wire.uri }) });
});
afterAll(async () => {
  await app.close();
  wire.close();
  await filled.close();
});

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (const deadline = Date.now() + 40_000; Date.now() < deadline; await sleep(250)) if (await holds()) return;
  throw new Error('it did not come to hold within 40 s');
};

describe('while the database is away', () => {
  it('stays alive, says so, answers 503 with when to come back, and goes on by itself', async () => {
    const before = await app.json(LawsPage, '/api/laws');
    wire.cut();
    await until(async () => !(await app.json(Health, '/api/health')).ready);
    const health = await app.json(Health, '/api/health');
    expect(health).toMatchObject({ status: 'degraded', live: true, database: { state: 'unreachable' } });
    expect(health.database.message).toContain('数据库无法连接');

    for (const path of ['/api/laws', '/api/search?q=x', '/api/cypher/schema', '/api/export?format=json']) {
      const response = await app.get(path);
      expect([path, response.status]).toEqual([path, 503]);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await app.error('/api/laws')).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect((await app.get('/api/views')).status).toBe(200);
    expect((await app.get('/api/openapi.json')).status).toBe(200);

    wire.mend();
    await until(async () => (await app.json(Health, '/api/health')).ready);
    expect(await app.json(LawsPage, '/api/laws')).toEqual(before);
  });

  it('answers a request that meets the cut itself with 503, not with a stack', async () => {
    wire.cut();
    const error = await app.error('/api/laws?limit=3');
    expect(error).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' });
    wire.mend();
    await until(async () => (await app.get('/api/laws?limit=3')).status === 200);
  });
});

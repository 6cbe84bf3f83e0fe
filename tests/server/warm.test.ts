import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { of, startFilledApp, startTestApp, type TestApp } from './support/app.ts';

let filled: TestApp;
let warm: TestApp;
const lines: string[] = [];
const warmed = (): number => lines.filter((line) => line.includes('"warmed up"')).length;
const until = async (holds: () => boolean): Promise<void> => {
  for (const deadline = Date.now() + 40_000; !holds(); await sleep(50)) {
    if (Date.now() > deadline) throw new Error('it did not come to hold within 40 s');
  }
};

beforeAll(async () => {
  filled = await startFilledApp();
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  warm = await startTestApp(filled.connection, { log, warmEveryMs: 200 });
});
afterAll(async () => {
  await warm.close();
  await written('MATCH (m:Meta {id: $id}) DELETE m');
  await filled.close();
});

/** A write that changes nothing that anybody sees. */
const written = async (cypher: string): Promise<void> => {
  const session = filled.connection.session('WRITE');
  try {
    await session.run(cypher, { id: 'warm-test' });
  } finally {
    await session.close();
  }
};

/** What people ask first, each in several ways, so that no answer is another's. */
const firstAddresses = async (): Promise<string[]> => {
  const ids = (await filled.rows('MATCH (n:Law|Document) RETURN n.id AS id, labels(n)[0] AS label LIMIT 20')).map(
    ({ id, label }) => [String(id), String(label)] as const,
  );
  const words = ['网络', '安全', '未成年人', '检察', '第二条', '国务院', '处罚', '网安法2条'];
  return [
    '/api/stats',
    '/api/graph?view=overview',
    '/api/laws',
    '/api/laws?sort=title',
    '/api/documents',
    '/api/duties',
    '/api/duties/matrix',
    ...words.flatMap((word) => [`/api/search?q=${of(word)}`, `/api/search?q=${of(word)}&limit=20`]),
    ...ids.flatMap(([id, label]) => [
      `/api/nodes/${of(id)}`,
      `/api/nodes/${of(id)}/neighbours`,
      ...(label === 'Law'
        ? [`/api/laws/${of(id)}`, `/api/laws/${of(id)}/cited-by`, `/api/laws/${of(id)}/cites`]
        : [`/api/documents/${of(id)}`, `/api/graph?view=document&id=${of(id)}`]),
    ]),
  ];
};

describe('an app that has just started', () => {
  it('answers everybody who was waiting for it, late rather than not at all', { timeout: 120_000 }, async () => {
    const addresses = await firstAddresses();
    const app = await startTestApp(filled.connection);
    const asked = await Promise.all(
      [...addresses, ...addresses].map(async (path) => {
        const response = await app.get(path, { headers: { 'cache-control': 'no-store' } });
        await response.arrayBuffer();
        return [path, response.status];
      }),
    );
    await app.close();
    expect(asked.length).toBeGreaterThan(150);
    expect(asked.filter(([, status]) => status !== 200)).toEqual([]);
  });
});

describe('warming up', () => {
  it('happens at the start, again once a write has come to rest, and not without one', {
    timeout: 90_000,
  }, async () => {
    await until(() => warmed() === 1);
    await written('CREATE (:Meta {id: $id})');
    await until(() => warmed() === 2);
    await sleep(1500);
    expect(warmed()).toBe(2);
  });
});

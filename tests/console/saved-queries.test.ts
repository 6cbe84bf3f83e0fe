/** Every saved query that comes with the product runs through the console's guard and returns rows. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { importFiles } from '#ingest/import-files.ts';
import { FamaiError } from '#model/errors.ts';
import { type CypherConsole, createConsole } from '#server/console/console.ts';
import { loadSavedQueries, parseSavedQuery } from '#server/console/saved-queries.ts';
import type { Connection } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { connectTest, wipe } from '#tests/support/neo4j.ts';
import { answerOf, ask } from './support.ts';

const FOLDER = join(import.meta.dirname, '../../graph-data/queries');
const SEED = join(import.meta.dirname, '../../graph-data/documents');
const SAMPLE = join(import.meta.dirname, 'sample');
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.cypher'))
  .map((name) => name.slice(0, -'.cypher'.length));

let connection: Connection;
let console: CypherConsole;
const saved = await loadSavedQueries(FOLDER);

beforeAll(async () => {
  connection = await connectTest();
  await wipe(connection);
  await importFiles({ paths: [SEED, SAMPLE], writer: createGraphWriter(connection) });
  console = createConsole({ database: () => inject('neo4j'), restart: null });
}, 120_000);

afterAll(async () => {
  await console.close();
  await connection.close();
});

describe('saved queries', () => {
  it('there are at least twenty, with titles in both languages and all of their parameters', () => {
    expect(saved.length).toBeGreaterThanOrEqual(20);
    for (const { query, params, title, titleEn } of saved) {
      const used = new Set([...query.matchAll(/\$(\w+)/g)].map((match) => match[1]));
      expect([title, [...used].sort()]).toEqual([title, Object.keys(params).sort()]);
      expect(titleEn).toMatch(/^[ -~]+$/);
    }
  });

  it.each(names)('%s returns rows', async (name) => {
    const item = saved.find(({ id }) => id === name);
    const answer = answerOf(await ask(console, { query: item?.query ?? '', params: item?.params ?? {} }));
    expect(answer.rows.length).toBeGreaterThan(0);
    expect(answer.stats.notifications).toEqual([]);
  });
});

describe('a file that is not valid', () => {
  const head = '// title: 甲\n// titleEn: A\n// description: 说明\n// tags: 引用\n';
  it.each([
    ['no title', head.replace('// title: 甲\n', ''), 'x.cypher:1 title'],
    ['parameters that are no JSON', `${head}// params: {q: 1}\n\nRETURN $q`, 'x.cypher:5 params'],
    ['an unknown key', `${head}// author: 乙\n\nRETURN 1`, 'x.cypher:1'],
    ['no query', head, 'x.cypher:5'],
  ])('%s is named with its line', (_name, text, message) => {
    expect(() => parseSavedQuery('x.cypher', text)).toThrow(FamaiError);
    expect(() => parseSavedQuery('x.cypher', text)).toThrow(message);
  });
});

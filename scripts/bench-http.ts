/** `npm run bench -- http`: how long the answers take that people wait for, on the imported corpus. */
import { join } from 'node:path';
import { pino } from 'pino';
import { z } from 'zod';
import { importFiles } from '#ingest/import-files.ts';
import { LawsPage } from '#model/wire/laws.ts';
import { loadConfig } from '#server/config.ts';
import { openDatabase } from '#server/database/open.ts';
import { startApp } from '#server/main.ts';
import { externalStatus } from '#server/services/database.ts';
import { type Connection, connect } from '#server/store/driver.ts';
import { createReader, defineQuery } from '#server/store/read.ts';
import { createGraphWriter } from '#server/store/writer.ts';

const ROUNDS = 100;
const WORDS = [
  '网络安全',
  '行政处罚',
  '未成年人',
  '个人信息',
  '人民检察院',
  '公益诉讼',
  '赔偿责任',
  '知识产权',
  '刑法第二百八十六条',
  '民诉法55条',
];
const WORDS_MORE = [
  '专利',
  '食品安全',
  '环境保护',
  '劳动合同',
  '商业秘密',
  '数据',
  '有期徒刑',
  '国务院',
  'xf',
  '公司法',
];

const largestHub = defineQuery()({
  name: 'bench.largestHub',
  cypher: `MATCH (n:Law|Function|Organ|Aspect|Crime|Provision)
WITH n, COUNT { (n)--() } AS degree ORDER BY degree DESC LIMIT 1
RETURN n.id AS id, n.name AS name, degree AS size`,
  row: z.object({ id: z.string(), name: z.string(), size: z.int() }),
});
const longestDocument = defineQuery()({
  name: 'bench.longestDocument',
  cypher: `MATCH (p:Provision {level: 'article'})
WITH p.documentId AS id, count(p) AS size ORDER BY size DESC LIMIT 1
RETURN id, id AS name, size`,
  row: z.object({ id: z.string(), name: z.string(), size: z.int() }),
});

interface Case {
  readonly name: string;
  readonly paths: readonly string[];
  /** p95 in milliseconds: what must be met, and the goal. */
  readonly target: number;
  readonly goal: number;
}

const casesOf = async (url: string, connection: Connection): Promise<Case[]> => {
  const reader = createReader(connection, { timeoutMs: 60_000 });
  const laws = LawsPage.parse(await (await fetch(`${url}/api/laws?limit=1`)).json());
  const law = laws.items[0];
  const [hub, long] = await Promise.all([reader.first(largestHub, {}), reader.first(longestDocument, {})]);
  if (law === undefined || hub === null || long === null) throw new Error('the corpus gave no laws');
  const of = (id: string): string => encodeURIComponent(id);
  const words = [...WORDS, ...WORDS_MORE].map((word) => `/api/search?q=${of(word)}`);
  return [
    {
      name: `cited-by ${law.title} (${law.citedBy})`,
      paths: ['', '&bucket=articles', '&bucket=mentions', '&limit=100'].map((more) =>
        `/api/laws/${of(law.id)}/cited-by?limit=50${more}`.replace('limit=50&limit', 'limit'),
      ),
      target: 100,
      goal: 20,
    },
    { name: `search (${words.length} words)`, paths: words, target: 100, goal: 20 },
    {
      name: `neighbours ${hub.name} (${hub.size})`,
      paths: ['', '&direction=in'].map((more) => `/api/nodes/${of(hub.id)}/neighbours?limit=50${more}`),
      target: 150,
      goal: 40,
    },
    { name: `document ${long.name} (${long.size})`, paths: [`/api/documents/${of(long.id)}`], target: 200, goal: 60 },
  ];
};

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Milliseconds of each request, one after the other. @param fresh Computed each time, as after an import. */
const measure = async (url: string, paths: readonly string[], rounds: number, fresh: boolean): Promise<number[]> => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const response = await fetch(`${url}${paths[round % paths.length]}`, {
      headers: fresh ? { 'cache-control': 'no-store' } : {},
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${response.status} ${paths[round % paths.length]}`);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
};

const report = async (url: string, connection: Connection): Promise<void> => {
  console.log('\nms                                                computed p50   p95   kept p50   p95   target  goal');
  for (const { name, paths, target, goal } of await casesOf(url, connection)) {
    await measure(url, paths, paths.length * 3, true);
    const computed = await measure(url, paths, ROUNDS, true);
    const kept = await measure(url, paths, ROUNDS, false);
    const figures = [computed, kept].flatMap((times) => [percentile(times, 0.5), percentile(times, 0.95)]);
    const cells = figures.map((figure) => figure.toFixed(1).padStart(8));
    console.log(
      `${name.slice(0, 48).padEnd(48)} ${cells.join(' ')} ${String(target).padStart(8)} ${String(goal).padStart(5)}`,
    );
  }
};

/**
 * Imports `corpus` into the bench's own data folder (again and again the same, so only the first time takes long) and
 * prints p50 and p95: computed from the database for every request, and kept from the request before.
 */
export const benchHttp = async (corpus: string, data?: string): Promise<void> => {
  const root = loadConfig({}).projectRoot;
  const env = { ...process.env, FAMAI_DATA: data ?? process.env['FAMAI_BENCH_DATA'] ?? join(root, '.famai', 'bench') };
  const database = await openDatabase((line) => console.error(line), env);
  const connection = connect(database.config);
  try {
    if (data === undefined) {
      const { ms, outcomes } = await importFiles({ paths: [corpus], writer: createGraphWriter(connection) });
      console.log(`imported ${outcomes.imported} files, ${outcomes.unchanged} unchanged, ${(ms / 1000).toFixed(1)} s`);
    }
    const status = externalStatus(database.config);
    const config = { ...loadConfig({ ...env, PORT: '0' }), host: '127.0.0.1' };
    const app = await startApp(config, { database: status, log: pino({ level: 'silent' }) });
    await report(app.url, connection);
    await app.close();
    await status.close();
  } finally {
    await connection.close();
    await database.close();
  }
};

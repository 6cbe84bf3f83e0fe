/** `npm run bench -- import`: rows per second of a whole import against a plain UNWIND MERGE of the same rows, each on a fresh database. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFiles } from '#ingest/import-files.ts';
import type { GraphWriter } from '#ingest/writer-port.ts';
import { NODE_LABELS } from '#model/entities.ts';
import type { GraphFragment } from '#model/graph.ts';
import { startManagedDatabase } from '#server/database/supervisor.ts';
import { type Connection, connect } from '#server/store/driver.ts';
import { plainMerge } from '#server/store/plain-merge.ts';
import { ensureSchema } from '#server/store/schema.ts';
import { createGraphWriter } from '#server/store/writer.ts';

/** Of the kernel's clock, on every Linux of today. */
const TICKS = 100;

const NO_STATE = { files: [], documents: new Set<string>(), unfinished: new Set<string>(), interrupted: false };
const NO_COUNTS = { nodes: {}, relationships: {}, reasons: {} };

/** A store that only gathers, so that both sides write the same rows. */
const gatherer = (fragments: GraphFragment[]): GraphWriter => ({
  open: async () => ({
    state: NO_STATE,
    documentsNaming: async () => [],
    fileText: async () => null,
    begin: async () => {},
    write: async (batch) => {
      fragments.push(...batch);
    },
    remember: async () => {},
    remove: async () => {},
    finish: async () => NO_COUNTS,
    counts: async () => NO_COUNTS,
    close: async () => {},
  }),
});

/** Processor seconds of a process and its threads so far; 0 where there is no /proc. */
const processorSeconds = async (pid: number): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
};

/** What `work` measures, and the processor seconds that database and client spent on it: they say more on a busy machine. */
const onFreshDatabase = async <T>(
  work: (connection: Connection, spent: () => Promise<string>) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'famai-bench-'));
  const database = await startManagedDatabase({ dataFolder: folder });
  const connection = connect(database);
  const pids = [database.pid(), process.pid];
  const before = await Promise.all(pids.map(processorSeconds));
  const spent = async (): Promise<string> => {
    const now = await Promise.all(pids.map(processorSeconds));
    const [server, client] = now.map((seconds, index) => (seconds - (before[index] ?? 0)).toFixed(0));
    return `processor: database ${server} s, client ${client} s`;
  };
  try {
    return await work(connection, spent);
  } finally {
    await connection.close();
    await database.kill();
    await rm(folder, { recursive: true, force: true });
  }
};

/** Largest resident size of this process while `work` runs, bytes. */
const watchMemory = async <T>(work: () => Promise<T>): Promise<{ result: T; peak: number }> => {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  try {
    return { result: await work(), peak };
  } finally {
    clearInterval(timer);
  }
};

const constrain = async (connection: Connection): Promise<void> => {
  const session = connection.session('WRITE');
  for (const label of NODE_LABELS) await session.run(`CREATE CONSTRAINT FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
  await session.close();
};

/** Prints both figures as they come, and their ratio. */
export const benchImport = async (corpus: string): Promise<void> => {
  const ours = await onFreshDatabase(async (connection, spent) => {
    // Neither side is timed while it makes its constraints.
    await ensureSchema(connection);
    const load = () => importFiles({ paths: [corpus], writer: createGraphWriter(connection) });
    const first = await watchMemory(load);
    const cost = await spent();
    return { ...first, cost, again: await load() };
  });
  const { ms, bytes, files } = ours.result;
  const { unchanged, imported, replaced } = ours.again.outcomes;
  console.log(`files ${files.length}, ${(bytes / 1e6).toFixed(1)} MB`);
  console.log(`import            ${(ms / 1000).toFixed(1)} s, extraction included; ${ours.cost}`);
  console.log(
    `the same again    ${(ours.again.ms / 1000).toFixed(1)} s: unchanged ${unchanged}, imported ${imported}, replaced ${replaced}`,
  );
  console.log(`memory of the importing process, peak  ${Math.round(ours.peak / 1e6)} MB (below 1000 MB)`);
  const fragments: GraphFragment[] = [];
  await importFiles({ paths: [corpus], writer: gatherer(fragments) });
  const plain = await onFreshDatabase(async (connection, spent) => {
    await constrain(connection);
    const result = await plainMerge(connection, fragments);
    return { ...result, cost: await spent() };
  });
  const rate = (milliseconds: number): number => Math.round((plain.rows / milliseconds) * 1000);
  console.log(`UNWIND MERGE 5k   ${(plain.ms / 1000).toFixed(1)} s for ${plain.rows} rows; ${plain.cost}`);
  console.log(`rows per second   ${rate(ms)} and ${rate(plain.ms)}`);
  console.log(`ratio             ${((100 * plain.ms) / ms).toFixed(0)} % (at least 50 %, goal 90 %)`);
};

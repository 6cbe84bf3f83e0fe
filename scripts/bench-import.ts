/** `npm run bench -- import`: rows per second of a whole import against a plain UNWIND MERGE of the same rows, each on a fresh database. */
import { mkdtemp, rm } from 'node:fs/promises';
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

const onFreshDatabase = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'famai-bench-'));
  const database = await startManagedDatabase({ dataFolder: folder });
  const connection = connect(database);
  try {
    return await work(connection);
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

/** Prints both figures and their ratio. */
export const benchImport = async (corpus: string): Promise<void> => {
  const ours = await onFreshDatabase(async (connection) => {
    // Neither side is timed while it makes its constraints.
    await ensureSchema(connection);
    return watchMemory(() => importFiles({ paths: [corpus], writer: createGraphWriter(connection) }));
  });
  const { written, ms, bytes, files } = ours.result;
  const rows = [written.nodes, written.relationships]
    .flatMap((counts) => Object.values(counts))
    .reduce((sum, count) => sum + count, 0);
  const fragments: GraphFragment[] = [];
  await importFiles({ paths: [corpus], writer: gatherer(fragments) });
  const plain = await onFreshDatabase(async (connection) => {
    await constrain(connection);
    return plainMerge(connection, fragments);
  });
  const rate = (rows / ms) * 1000;
  const plainRate = (plain.rows / plain.ms) * 1000;
  console.log(`files ${files.length}, ${(bytes / 1e6).toFixed(1)} MB, rows ${rows}`);
  console.log(`import            ${Math.round(rate)} rows/s (${(ms / 1000).toFixed(1)} s, extraction included)`);
  console.log(`UNWIND MERGE 5k   ${Math.round(plainRate)} rows/s (${(plain.ms / 1000).toFixed(1)} s)`);
  console.log(`ratio             ${((100 * rate) / plainRate).toFixed(0)} % (at least 50 %, goal 90 %)`);
  console.log(`memory of the importing process, peak  ${Math.round(ours.peak / 1e6)} MB (below 1000 MB)`);
};

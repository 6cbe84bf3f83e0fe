/** Documents into the graph: scan, plan, extract on threads, write, settle. */
import { availableParallelism } from 'node:os';
import { discover, type FileProblem } from './discover.ts';
import { extractorVersion } from './extractor-version.ts';
import type { ImportOptions } from './options.ts';
import { type ImportPlan, type PlannedDocument, planDocuments, planImport } from './plan.ts';
import { createPool, type Pool } from './pool.ts';
import { type ImportOutcome, ReportBuilder } from './report.ts';
import { type Scan, scanFiles } from './scan.ts';
import { writeDocuments } from './write-documents.ts';
import type { Counts, FileRecord, ImportSession, StoredState } from './writer-port.ts';

const NOTHING_STORED: StoredState = {
  files: [],
  documents: new Set(),
  unfinished: new Set(),
  interrupted: false,
};

const MOST_THREADS = 4;

/**
 * Imports files and folders. Importing the same again changes nothing; an interrupted import run again gives the graph
 * of an uninterrupted one. A file that cannot be read is a line in the report and the rest goes on.
 * @throws FamaiError DATA_LOCKED while another import runs, QUERY_CANCELLED when stopped, DATABASE_UNAVAILABLE when the database stays away
 */
export const importFiles = async (options: ImportOptions): Promise<ImportOutcome> => {
  const started = performance.now();
  const report = new ReportBuilder();
  const found = await discover(options.paths);
  for (const problem of found.problems) note(report, options, problem);
  const extractor = await extractorVersion();
  // The threads read their word lists while the store is opened.
  const pool = createPool({ threads: options.threads ?? Math.min(availableParallelism(), MOST_THREADS) });
  let session: ImportSession | null = null;
  try {
    session = (await options.writer?.open()) ?? null;
    const state = session?.state ?? NOTHING_STORED;
    const files = [...found.files, ...(options.uploads ?? [])];
    const scan = await scanFiles({
      files,
      stored: state.files,
      extractor,
      pool,
      report,
      onDone: (done) => options.onProgress?.({ phase: 'scan', done, total: files.length, rows: 0 }),
      onProblem: (problem) => options.onProblem?.(problem),
      signal: options.signal,
    });
    const missing = missingFiles(state.files, scan, found.roots);
    const store = await bringAbout(options, session, pool, report, scan, options.removeMissing ? missing : []);
    return report.build({
      store,
      missing: options.removeMissing ? [] : missing.map(({ path }) => path),
      skipped: found.skipped,
      bytes: scan.bytes,
      ms: performance.now() - started,
      interrupted: false,
    });
  } finally {
    await pool.close();
    await session?.close();
  }
};

const note = (report: ReportBuilder, options: ImportOptions, { shown, error }: FileProblem): void => {
  report.file(shown, 'failed', error.message);
  options.onProblem?.({ shown, message: error.message });
};

/** Stored from one of these roots and not met now; a file that is there but could not be read is not missing. */
const missingFiles = (stored: readonly FileRecord[], scan: Scan, roots: ReadonlySet<string>): FileRecord[] =>
  stored.filter(({ path, root }) => roots.has(root) && !scan.files.has(path) && !scan.failed.has(path));

interface Work {
  readonly plan: ImportPlan;
  readonly write: readonly PlannedDocument[];
  readonly after: ReadonlyMap<string, PlannedDocument>;
  readonly records: ReadonlyMap<string, FileRecord>;
}

const planWork = async (session: ImportSession | null, scan: Scan, removed: readonly FileRecord[]): Promise<Work> => {
  const state = session?.state ?? NOTHING_STORED;
  const before = planDocuments(state.files);
  const records = new Map(state.files.map((file) => [file.path, file]));
  for (const { record } of scan.files.values()) records.set(record.path, record);
  for (const { path } of removed) records.delete(path);
  const after = planDocuments(records.values());
  const reread = new Set([...scan.files.values()].filter((file) => file.reread).map(({ record }) => record.path));
  const plan = planImport(before, after, state, reread);
  const planned = new Set(plan.write.map(({ id }) => id));
  const naming = (await session?.documentsNaming(plan.changedLaws)) ?? [];
  const again = naming.flatMap((id) => {
    const document = after.get(id);
    return document === undefined || planned.has(id) ? [] : [document];
  });
  return { plan, write: [...plan.write, ...again], after, records };
};

/** Records that differ from the stored ones. */
const changedRecords = (state: StoredState, scan: Scan): FileRecord[] => {
  const stored = new Map(state.files.map((file) => [file.path, JSON.stringify(file)]));
  return [...scan.files.values()]
    .map(({ record }) => record)
    .filter((record) => stored.get(record.path) !== JSON.stringify(record));
};

/** Until it is written again, a changed file counts as never seen: its old hash must not vouch for half-written documents. */
const beginWork = async (session: ImportSession, { write }: Work, scan: Scan): Promise<void> => {
  await session.begin(write.map(({ id }) => id));
  const changed = [...scan.files.values()].flatMap(({ reread, known }) =>
    reread && known !== null ? [{ ...known, sha256: '' }] : [],
  );
  await session.remember(changed, new Map());
};

/** Files whose texts stand under another file's document keep their own text, should that other file go away. */
const duplicateTexts = async (
  pool: Pool,
  scan: Scan,
  report: ReportBuilder,
  { after }: Work,
): Promise<Map<string, string>> => {
  const primary = new Set([...after.values()].map(({ path }) => path));
  const duplicates = [...scan.files].filter(([path, { reread }]) => reread && !primary.has(path));
  const texts = new Map<string, string>();
  const items = duplicates.map(([path, { origin }]) => ({ key: path, task: { kind: 'read' as const, path, origin } }));
  for await (const { item, result } of pool.run(items)) {
    if (result.kind === 'read') texts.set(item.key, result.text);
  }
  for (const [, { shown }] of duplicates) report.file(shown, 'duplicate');
  return texts;
};

/** Brings the store from what it holds to what the files say. Null when there is no store. */
const bringAbout = async (
  options: ImportOptions,
  session: ImportSession | null,
  pool: Pool,
  report: ReportBuilder,
  scan: Scan,
  removed: readonly FileRecord[],
): Promise<Counts | null> => {
  const state = session?.state ?? NOTHING_STORED;
  const work = await planWork(session, scan, removed);
  const changed = changedRecords(state, scan);
  const nothing = [work.write, work.plan.remove, removed, changed].every((list) => list.length === 0);
  if (session !== null && nothing && !state.interrupted) return session.counts();
  if (session !== null) await beginWork(session, work, scan);
  await pool.setContext({
    kind: 'context',
    instruments: [...work.after.values()].flatMap(({ instrument }) => (instrument === null ? [] : [instrument])),
  });
  const texts = await duplicateTexts(pool, scan, report, work);
  const failed = await writeDocuments({ options, session, pool, report, scan, ...work });
  if (session === null) return null;
  await session.remember(
    changed.filter(({ path }) => !failed.has(path)),
    texts,
  );
  await session.remove(
    work.plan.remove,
    removed.map(({ path }) => path),
  );
  for (const { path } of removed) report.file(path, 'removed');
  options.onProgress?.({ phase: 'settle', done: 0, total: 1, rows: report.rows });
  return session.finish();
};

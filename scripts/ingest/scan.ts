/** First pass: what each file holds, and which files are as they were. */
import { FamaiError } from '#model/errors.ts';
import { assignKeys, type ImportFile } from './discover.ts';
import type { Pool } from './pool.ts';
import type { ReportBuilder } from './report.ts';
import type { Task, TextOrigin } from './tasks.ts';
import type { FileRecord } from './writer-port.ts';

/** A file of this import with its key and what it holds now. */
export interface ScannedFile {
  readonly record: FileRecord;
  readonly shown: string;
  readonly origin: TextOrigin;
  /** Its text or its rules are new: its documents are written even if they look as before. */
  readonly reread: boolean;
  readonly known: FileRecord | null;
}

export interface Scan {
  readonly files: ReadonlyMap<string, ScannedFile>;
  /** Keys of files that are there but could not be read. */
  readonly failed: ReadonlySet<string>;
  readonly bytes: number;
}

export interface ScanJob {
  readonly files: readonly ImportFile[];
  readonly stored: readonly FileRecord[];
  readonly extractor: string;
  readonly pool: Pool;
  readonly report: ReportBuilder;
  readonly onDone: (done: number) => void;
  readonly onProblem: (problem: { readonly shown: string; readonly message: string }) => void;
  readonly signal: AbortSignal | undefined;
}

interface Item {
  readonly key: string;
  readonly task: Task;
  readonly file: ImportFile;
  readonly known: FileRecord | null;
}

/**
 * Reads every file, parses the new and the changed ones.
 * @throws FamaiError QUERY_CANCELLED when `signal` is aborted
 */
export const scanFiles = async ({
  files,
  stored,
  extractor,
  pool,
  report,
  onDone,
  onProblem,
  signal,
}: ScanJob): Promise<Scan> => {
  const scanned = new Map<string, ScannedFile>();
  const failed = new Set<string>();
  const byPath = new Map(stored.map((record) => [record.path, record]));
  let [done, bytes] = [0, 0];
  const items = assignKeys(files, stored).map(({ file, key, known }): Item => {
    const before = known ?? byPath.get(key) ?? null;
    const origin: TextOrigin = { from: 'disk', location: file.location };
    const knownSha256 = before !== null && before.extractor === extractor ? before.sha256 : null;
    return { key, task: { kind: 'scan', path: key, origin, knownSha256 }, file, known: before };
  });
  for await (const { item, result } of pool.run(items)) {
    if (signal?.aborted) throw stopped();
    const { file, key, known } = item;
    const base = { shown: file.shown, origin: { from: 'disk', location: file.location } as const, known };
    const where = { path: key, extractor, root: file.root, place: file.place };
    if (result.kind === 'failed') {
      failed.add(key);
      report.file(file.shown, 'failed', result.message);
      onProblem({ shown: file.shown, message: result.message });
    } else if (result.kind === 'unchanged' && known !== null) {
      report.file(file.shown, 'unchanged');
      scanned.set(key, { ...base, record: { ...known, ...where }, reread: false });
    } else if (result.kind === 'scanned') {
      const { sha256, encoding, documents } = result;
      report.file(file.shown, known === null ? 'imported' : 'replaced');
      scanned.set(key, { ...base, record: { ...where, sha256, encoding, documents }, reread: true });
    }
    done += 1;
    bytes += file.bytes;
    onDone(done);
  }
  return { files: scanned, failed, bytes };
};

export const stopped = (): FamaiError =>
  new FamaiError(
    'QUERY_CANCELLED',
    '导入已中断；再运行一次即可补全。 / The import was stopped; run it again to complete it.',
  );

/** Imports of uploaded files: one after another, each with its progress and report. */
import { randomUUID } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { uploadedFiles } from '#ingest/discover.ts';
import { importFiles } from '#ingest/import-files.ts';
import type { GraphWriter } from '#ingest/writer-port.ts';
import { FamaiError } from '#model/errors.ts';
import { type ImportJob, ImportReport } from '#model/wire/console.ts';
import { checkUploadHead } from './upload-names.ts';

/** A file that has arrived: where its bytes are, and its safe relative name. */
export interface ReceivedFile {
  readonly location: string;
  readonly name: string;
}

export interface Uploads {
  /**
   * Starts an import of files in `folder`, which is removed afterwards. A few files are waited for until they have been
   * read, so that a file that cannot be read is an error at once.
   * @throws FamaiError UNSUPPORTED_TYPE or UNREADABLE when none of the files can be read, TOO_MANY
   */
  start(folder: string, files: readonly ReceivedFile[]): Promise<ImportJob>;
  /** Null when there is none: jobs are forgotten when the server ends. */
  job(id: string): ImportJob | null;
  /** Stops the running import; it is completed when it is run again. */
  close(): Promise<void>;
}

interface Task {
  job: ImportJob;
  failure: FamaiError | null;
  readonly read: PromiseWithResolvers<void>;
}

const KEPT = 50;
const WAITING = 5;
const HEAD_BYTES = 1024;
const FEW = 5;
const FEW_WAIT_MS = 15_000;

export function createUploads(writer: GraphWriter): Uploads {
  const tasks = new Map<string, Task>();
  const stop = new AbortController();
  let line: Promise<void> = Promise.resolve();
  let waiting = 0;

  const change = (task: Task, part: Partial<ImportJob>) => {
    task.job = { ...task.job, ...part };
  };

  const perform = async (task: Task, files: readonly ReceivedFile[]): Promise<void> => {
    change(task, { state: 'running' });
    let failed = 0;
    try {
      const outcome = await importFiles({
        paths: [],
        uploads: uploadedFiles(await Promise.all(files.map(withSize))),
        writer,
        signal: stop.signal,
        onProblem: ({ message }) => {
          failed += 1;
          if (failed === files.length) task.failure = new FamaiError('UNREADABLE', message);
        },
        onProgress: ({ phase, done, total }) => {
          const share = total === 0 ? 0 : Math.floor((done / total) * files.length);
          change(task, { done: phase === 'scan' ? done : files.length + share });
          if (phase !== 'scan' || done === total) task.read.resolve();
        },
      });
      change(task, { state: 'done', done: task.job.total, report: ImportReport.parse(outcome) });
    } catch (error) {
      const known =
        error instanceof FamaiError
          ? error
          : new FamaiError('INTERNAL', '导入没有完成，请重试。 / The import did not complete.', { cause: error });
      task.failure ??= known;
      change(task, { state: 'failed', message: known.message });
    } finally {
      task.read.resolve();
    }
  };

  return {
    async start(folder, files) {
      try {
        for (const { location, name } of files) checkUploadHead(name, await headOf(location));
        if (waiting >= WAITING) {
          throw new FamaiError(
            'TOO_MANY',
            '已有多个导入在等待：请稍后再试。 / Several imports are waiting, try again later.',
            { retryAfter: 30 },
          );
        }
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
      const id = randomUUID();
      const task: Task = {
        job: { id, state: 'waiting', done: 0, total: files.length * 2, report: null, message: null },
        failure: null,
        read: Promise.withResolvers(),
      };
      tasks.set(id, task);
      for (const old of [...tasks.keys()].slice(0, -KEPT)) tasks.delete(old);
      waiting += 1;
      line = line
        .then(() => perform(task, files))
        .finally(() => {
          waiting -= 1;
          return rm(folder, { recursive: true, force: true });
        });
      if (files.length <= FEW) await Promise.race([task.read.promise, pause(FEW_WAIT_MS)]);
      if (task.failure !== null) throw task.failure;
      return task.job;
    },
    job: (id) => tasks.get(id)?.job ?? null,
    async close() {
      stop.abort();
      await line.catch(() => {});
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

const withSize = async (file: ReceivedFile) => ({ ...file, bytes: (await stat(file.location)).size });

async function headOf(location: string): Promise<Uint8Array> {
  const file = await open(location);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

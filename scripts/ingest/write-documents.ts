/** Second pass: extraction on threads, and writing in batches beside it. */
import type { GraphFragment } from '#model/graph.ts';
import type { ImportOptions } from './options.ts';
import type { PlannedDocument } from './plan.ts';
import type { Pool } from './pool.ts';
import type { ReportBuilder } from './report.ts';
import { type Scan, stopped } from './scan.ts';
import type { Task, TextOrigin } from './tasks.ts';
import type { FileRecord, ImportSession } from './writer-port.ts';

export interface WriteJob {
  readonly options: ImportOptions;
  readonly session: ImportSession | null;
  readonly pool: Pool;
  readonly report: ReportBuilder;
  readonly scan: Scan;
  readonly write: readonly PlannedDocument[];
  readonly records: ReadonlyMap<string, FileRecord>;
}

interface Item {
  readonly key: string;
  readonly task: Task;
  readonly document: PlannedDocument;
}

/** Nodes and relationships of one batch; a batch is a handful of transactions. */
const BATCH_ROWS = 20_000;
/** Documents of earlier imports whose texts are fetched from the store at once. */
const FETCHED = 50;

const shownPath = (job: WriteJob, path: string): string => job.scan.files.get(path)?.shown ?? path;

async function* itemsInParts({ write, scan, session, records }: WriteJob): AsyncGenerator<Item[]> {
  const item = (document: PlannedDocument, origin: TextOrigin): Item => ({
    key: document.path,
    task: { kind: 'extract', path: document.path, origin, document },
    document,
  });
  yield write.flatMap((document) => {
    const origin = scan.files.get(document.path)?.origin;
    return origin === undefined ? [] : [item(document, origin)];
  });
  const kept = write.filter(({ path }) => !scan.files.has(path));
  for (let at = 0; at < kept.length; at += FETCHED) {
    const part: Item[] = [];
    for (const document of kept.slice(at, at + FETCHED)) {
      const record = records.get(document.path);
      const text = (await session?.fileText(document.path, document.id)) ?? null;
      if (record === undefined || text === null) continue;
      part.push(item(document, { from: 'store', text, sha256: record.sha256, encoding: record.encoding }));
    }
    yield part;
  }
}

/** Keeps two batches on their way to the store while the next is gathered: the store writes a part of one beside the other. */
class Batches {
  #fragments: GraphFragment[] = [];
  #rows = 0;
  #texts = new Map<string, string | null>();
  #files: FileRecord[] = [];
  #before: Promise<void> = Promise.resolve();
  #last: Promise<void> = Promise.resolve();
  readonly #session: ImportSession | null;

  constructor(session: ImportSession | null) {
    this.#session = session;
  }

  async add(fragment: GraphFragment, path: string, text: string, finished: FileRecord | null): Promise<void> {
    this.#fragments.push(fragment);
    this.#rows += fragment.nodes.length + fragment.relations.length;
    // The text of a document that fills its file is kept once, with the document.
    this.#texts.set(path, fragment.text === text ? null : text);
    if (finished !== null) this.#files.push(finished);
    if (this.#rows >= BATCH_ROWS) await this.#send();
  }

  async #send(): Promise<void> {
    const [fragments, files, texts, session] = [this.#fragments, this.#files, this.#texts, this.#session];
    [this.#fragments, this.#files, this.#texts, this.#rows] = [[], [], new Map(), 0];
    await this.#before;
    if (session === null) return;
    // A file is remembered after all that went before: it may hold documents of an earlier batch.
    const sending = Promise.all([session.write(fragments), this.#last]).then(() => session.remember(files, texts));
    [this.#before, this.#last] = [this.#last, sending];
    // Awaited by a later batch; until then a failure must not count as unhandled.
    sending.catch(() => {});
  }

  async end(): Promise<void> {
    if (this.#fragments.length > 0) await this.#send();
    await this.#before;
    await this.#last;
  }
}

/**
 * Extracts and writes; a file is remembered once all it holds is written.
 * @returns Paths of files of which something could not be extracted.
 * @throws FamaiError QUERY_CANCELLED when stopped, and what the store throws
 */
export const writeDocuments = async (job: WriteJob): Promise<ReadonlySet<string>> => {
  const { options, pool, report, scan, write } = job;
  const open = new Map<string, number>();
  for (const { path } of write) open.set(path, (open.get(path) ?? 0) + 1);
  const failed = new Set<string>();
  const batches = new Batches(job.session);
  let done = 0;
  for await (const items of itemsInParts(job)) {
    for await (const { item, result } of pool.run(items)) {
      const { path, id, title } = item.document;
      const shown = shownPath(job, path);
      if (options.signal?.aborted) {
        await batches.end();
        throw stopped();
      }
      open.set(path, (open.get(path) ?? 1) - 1);
      if (result.kind === 'extracted') {
        const record = open.get(path) === 0 && !failed.has(path) ? scan.files.get(path)?.record : undefined;
        report.fragment(shown, result.fragment, title);
        options.onFindings?.({ path: shown, documentId: id, findings: result.fragment.findings });
        await batches.add(result.fragment, path, result.text, record ?? null);
      } else if (result.kind === 'failed') {
        failed.add(path);
        report.file(shown, 'failed', result.message);
        options.onProblem?.({ shown, message: result.message });
      }
      done += 1;
      options.onProgress?.({ phase: 'write', done, total: write.length, rows: report.rows });
    }
  }
  await batches.end();
  return failed;
};

/** A zip archive is measured before anything unpacks it: a 150 kB file can hold gigabytes. */
import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { FamaiError } from '#model/errors.ts';

export interface ZipBudget {
  /** All entries together, inflated. */
  readonly bytes: number;
  readonly entries: number;
  /** Inflated to packed. */
  readonly ratio: number;
}

export const DOCX_BUDGET: ZipBudget = { bytes: 50 * 1024 * 1024, entries: 1000, ratio: 100 };
const NESTED = /\.(?:zip|docx|xlsx|pptx|jar|7z|rar|gz)$/i;

const broken = (cause: unknown): FamaiError =>
  cause instanceof FamaiError
    ? cause
    : new FamaiError('UNREADABLE', '压缩包已损坏 (the archive is damaged)', { cause });

const over = (): FamaiError => new FamaiError('TOO_LARGE', '压缩包展开后过大 (the archive inflates beyond the limit)');

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(
      Buffer.from(bytes),
      { lazyEntries: true, validateEntrySizes: true, strictFileNames: true },
      (error, zip) => {
        if (error !== null || zip === undefined) reject(broken(error));
        else resolve(zip);
      },
    );
  });

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null || stream === undefined) reject(broken(error));
      else resolve(stream);
    });
  });

/**
 * Inflates every entry once, keeping nothing, and stops at the budget.
 * @throws FamaiError TOO_LARGE beyond the budget, UNREADABLE for a damaged archive, one with odd names or archives inside
 */
export const checkZip = async (bytes: Uint8Array, budget: ZipBudget): Promise<void> => {
  const zip = await open(bytes);
  let total = 0;
  let entries = 0;
  const measure = async (entry: Entry): Promise<void> => {
    entries++;
    if (entries > budget.entries) throw over();
    if (NESTED.test(entry.fileName)) throw broken(new Error(`nested archive ${entry.fileName}`));
    if (entry.fileName.endsWith('/')) return;
    let size = 0;
    for await (const chunk of await streamOf(zip, entry)) {
      size += Buffer.isBuffer(chunk) ? chunk.length : 0;
      if (total + size > budget.bytes || size > budget.ratio * Math.max(entry.compressedSize, 1024)) throw over();
    }
    total += size;
  };
  try {
    await new Promise<void>((resolve, reject) => {
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry: Entry) => {
        measure(entry).then(() => zip.readEntry(), reject);
      });
      zip.readEntry();
    });
  } catch (error) {
    throw broken(error);
  } finally {
    zip.close();
  }
};

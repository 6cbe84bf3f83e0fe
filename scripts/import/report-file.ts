/** The machine-readable report: JSON Lines, written while the import runs, so that memory does not grow with the corpus. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DocumentFindings, ImportOutcome } from '#ingest/report.ts';
import { FamaiError } from '#model/errors.ts';
import { dataFolder } from '#server/database/folders.ts';

export interface ImportLog {
  readonly file: string;
  /** `{"kind":"finding","path","documentId","finding":{…}}` */
  findings(found: DocumentFindings): void;
  /** `{"kind":"file",…}` for every file, then one `{"kind":"summary",…}`. */
  end(outcome: ImportOutcome): Promise<void>;
  close(): Promise<void>;
}

/** @throws FamaiError CONFIG when the file cannot be written */
export const createImportLog = async (file = join(dataFolder(), 'import-report.jsonl')): Promise<ImportLog> => {
  await mkdir(dirname(file), { recursive: true });
  const stream = createWriteStream(file, { mode: 0o600 });
  let broken: Error | null = null;
  stream.on('error', (error) => {
    broken = error;
  });
  const line = (value: unknown): void => {
    stream.write(`${JSON.stringify(value)}\n`);
  };
  const close = (): Promise<void> =>
    new Promise((done) => {
      if (stream.closed) done();
      else stream.end(() => done());
    });
  return {
    file,
    findings: ({ path, documentId, findings }) => {
      for (const finding of findings) line({ kind: 'finding', path, documentId, finding });
    },
    end: async ({ files, ...summary }) => {
      for (const entry of files) line({ kind: 'file', ...entry });
      line({ kind: 'summary', ...summary });
      await close();
      if (broken !== null) {
        throw new FamaiError(
          'CONFIG',
          '导入已完成，但报告文件无法写入：请检查 --report。 / Imported, but the report file could not be written: check --report.',
          {
            cause: broken,
          },
        );
      }
    },
    close,
  };
};

/** Brings the product's own documents into a store that lacks them. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { importFiles } from '#ingest/import-files.ts';
import { FamaiError } from '#model/errors.ts';
import type { Connection } from '#server/store/driver.ts';
import { createReader, defineQuery } from '#server/store/read.ts';
import { createGraphWriter } from '#server/store/writer.ts';

const knownHashes = defineQuery<{ hashes: readonly string[] }>()({
  name: 'knownHashes',
  cypher: 'MATCH (source:Source) WHERE source.sha256 IN $hashes RETURN DISTINCT source.sha256 AS hash',
  row: z.object({ hash: z.string() }),
});

const importState = defineQuery()({
  name: 'importState',
  cypher: "MATCH (m:Meta {id: 'import-state'}) RETURN coalesce(m.running, false) AS running",
  row: z.object({ running: z.boolean() }),
});

const hashesOf = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  return Promise.all(
    files.map(async (entry) =>
      createHash('sha256')
        .update(await readFile(join(folder, entry.name)))
        .digest('hex'),
    ),
  );
};

/**
 * Imports what is missing; also after an import that was interrupted, which makes that one good: what it had written whole
 * stays, what it had begun goes. An import by somebody else is not waited for: it is their store too.
 */
export const ensureDocuments = async (
  connection: Connection,
  folder: string,
  say: (line: string) => void,
): Promise<void> => {
  const hashes = await hashesOf(folder);
  const reader = createReader(connection);
  const known = await reader.run(knownHashes, { hashes });
  const interrupted = (await reader.first(importState, {}))?.running ?? false;
  if (!interrupted && new Set(known.map((row) => row.hash)).size === new Set(hashes).size) return;
  say(
    interrupted
      ? '上次导入被中断，正在整理… / The last import was interrupted, making it good…'
      : '正在导入自带文档… / Importing the documents that come with it…',
  );
  try {
    await importFiles({
      paths: [folder],
      writer: createGraphWriter(connection),
      threads: 1,
      onProblem: ({ shown, message }) => say(`${shown}: ${message}`),
    });
  } catch (error) {
    if (!(error instanceof FamaiError) || error.code !== 'DATA_LOCKED') throw error;
    say(error.message);
  }
};

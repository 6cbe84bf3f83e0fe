/** What the store remembers of earlier imports. */
import { z } from 'zod';
import type { FileRecord, StoredState } from '#ingest/writer-port.ts';
import { Rank, SourceNode } from '#model/entities.ts';
import type { Connection } from './driver.ts';
import { createReader, defineQuery } from './read.ts';

const Instrument = z.object({
  title: z.string(),
  documentId: z.string(),
  date: z.string().nullable(),
  rank: Rank,
  issuer: z.string().nullable(),
  articles: z.record(z.string(), z.array(z.number())),
});

/** Kept as one JSON text per file: nobody asks the database about its parts. */
const StoredFile = z.object({
  path: z.string(),
  sha256: z.string(),
  encoding: z.string(),
  extractor: z.string(),
  root: z.string(),
  place: z.string(),
  documents: z.array(
    z.object({
      parsedId: z.string(),
      title: z.string(),
      textHash: z.string(),
      sources: z.array(SourceNode),
      instrument: Instrument.nullable(),
    }),
  ),
});

const FILES = defineQuery<{ after: string; limit: number }>()({
  name: 'import.files',
  cypher: `MATCH (f:ImportedFile) WHERE f.id > $after
RETURN f.id AS id, f.record AS record ORDER BY f.id LIMIT $limit`,
  row: z.object({ id: z.string(), record: z.string() }),
});
const DOCUMENTS = defineQuery()({
  name: 'import.documents',
  cypher: `MATCH (d:Document) OPTIONAL MATCH (t:Text {id: d.id})
RETURN d.id AS id, coalesce(t.complete, false) AS complete`,
  row: z.object({ id: z.string(), complete: z.boolean() }),
});
const STATE = defineQuery()({
  name: 'import.state',
  cypher: "MATCH (m:Meta {id: 'import-state'}) RETURN m.running AS running",
  row: z.object({ running: z.boolean() }),
});
const NAMING = defineQuery<{ titles: readonly string[] }>()({
  name: 'import.naming',
  cypher: 'MATCH (t:Text) WHERE any(title IN t.namedLaws WHERE title IN $titles) RETURN t.id AS id',
  row: z.object({ id: z.string() }),
});
const FILE_TEXT = defineQuery<{ path: string; documentId: string }>()({
  name: 'import.fileText',
  cypher: `MATCH (f:ImportedFile {id: $path}) OPTIONAL MATCH (t:Text {id: $documentId})
RETURN coalesce(f.text, CASE WHEN t.textOffset = 0 THEN t.text END) AS text`,
  row: z.object({ text: z.string().nullable() }),
});

const PAGE = 500;
const READ_MS = 60_000;

export interface StateReader {
  load(): Promise<StoredState>;
  documentsNaming(titles: readonly string[]): Promise<string[]>;
  fileText(path: string, documentId: string): Promise<string | null>;
}

export const createStateReader = (connection: Connection): StateReader => {
  const reader = createReader(connection, { timeoutMs: READ_MS });

  const loadFiles = async (): Promise<FileRecord[]> => {
    const files: FileRecord[] = [];
    for (let after = ''; ; ) {
      const page = await reader.run(FILES, { after, limit: PAGE });
      for (const { record } of page) files.push(StoredFile.parse(JSON.parse(record)));
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return files;
      after = last.id;
    }
  };

  return {
    load: async () => {
      const documents = await reader.run(DOCUMENTS, {});
      return {
        files: await loadFiles(),
        documents: new Set(documents.map(({ id }) => id)),
        unfinished: new Set(documents.filter(({ complete }) => !complete).map(({ id }) => id)),
        interrupted: (await reader.first(STATE, {}))?.running ?? false,
      };
    },
    documentsNaming: async (titles) =>
      titles.length === 0 ? [] : (await reader.run(NAMING, { titles })).map(({ id }) => id),
    fileText: async (path, documentId) => (await reader.first(FILE_TEXT, { path, documentId }))?.text ?? null,
  };
};

/** The real Neo4j of the `store` project, for any test that needs one. */
import { join } from 'node:path';
import { inject } from 'vitest';
import { importFiles } from '#ingest/import-files.ts';
import type { ImportOutcome } from '#ingest/report.ts';
import { type Connection, connect } from '#server/store/driver.ts';
import { ensureSchema } from '#server/store/schema.ts';
import { createGraphWriter } from '#server/store/writer.ts';

/** A connection of its own with the schema in place; the test closes it. */
export const connectTest = async (): Promise<Connection> => {
  const connection = connect(inject('neo4j'));
  await ensureSchema(connection);
  return connection;
};

/** Empties the graph, so that a test starts from nothing. */
export const wipe = async (connection: Connection): Promise<void> => {
  const session = connection.session('WRITE');
  try {
    await session.run('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS');
    await session.run('MATCH (n) WHERE NOT n:Meta CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  } finally {
    await session.close();
  }
};

const SEED = join(import.meta.dirname, '../../graph-data/documents');

/** Imports the seed document as the product does at its first start. */
export const importSeed = (connection: Connection): Promise<ImportOutcome> => importPaths(connection, [SEED]);

/** Imports files and folders. */
export const importPaths = (connection: Connection, paths: readonly string[]): Promise<ImportOutcome> =>
  importFiles({ paths, writer: createGraphWriter(connection), threads: 1 });

/** The real Neo4j of the `store` project, for any test that needs one. */
import { inject } from 'vitest';
import { type Connection, connect } from '#server/store/driver.ts';
import { ensureSchema } from '#server/store/schema.ts';

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

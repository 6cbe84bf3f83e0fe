/** Commands that need the graph. */
import { openDatabase } from '#server/database/open.ts';
import { type Connection, connect } from '#server/store/driver.ts';

/** Runs `work` on the database of this environment: the user's own, the running one, or one started for it and ended after it. */
export const withDatabase = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
  const database = await openDatabase((line) => process.stderr.write(`${line}\n`));
  const connection = connect(database.config);
  try {
    return await work(connection);
  } finally {
    await connection.close();
    await database.close();
  }
};

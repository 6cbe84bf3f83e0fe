/** Which state of the database a read sees. */
import { type Connection, toFamaiError } from '#server/store/driver.ts';

/** It says nothing of the graph, but waits in line with those that do. */
const TIMEOUT_MS = 30_000;

/**
 * An opaque text that changes with every write, whoever made it: the bookmark the server hands out with a read. It says
 * more than a counter of our own could, which a write by another program would not move.
 * @throws FamaiError DATABASE_UNAVAILABLE
 */
export const readRevision = async (connection: Connection): Promise<string> => {
  const session = connection.session('READ');
  try {
    await session.run('RETURN 1', {}, { timeout: TIMEOUT_MS });
    return session.lastBookmarks().join(' ');
  } catch (error) {
    throw toFamaiError(error);
  } finally {
    void session.close().catch(() => {});
  }
};

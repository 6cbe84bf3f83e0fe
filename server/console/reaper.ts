/** Looks for a console transaction in the database, ends it, and says when it cannot be ended. */
import { FamaiError } from '#model/errors.ts';
import { type Connection, connect, type DatabaseConfig } from '#server/store/driver.ts';
import { METADATA_KEY } from './protocol.ts';

export type Fate = 'gone' | 'stuck' | 'unknown';

export interface Reaper {
  /** Ends the transactions with this tag. `stuck` after `graceMs` still there or no answer; `unknown` when the database is away. */
  reap(tag: string, graceMs: number): Promise<Fate>;
  /** Tags of console transactions now in the database. */
  tags(): Promise<string[]>;
  close(): Promise<void>;
}

const LIST = `SHOW TRANSACTIONS YIELD transactionId, metaData, status
WHERE metaData['${METADATA_KEY}'] IS NOT NULL
RETURN transactionId AS id, metaData['${METADATA_KEY}'] AS tag, status AS status`;
const POLL_MS = 150;
const ANSWER_MS = 2000;

export function createReaper(config: () => DatabaseConfig): Reaper {
  let connection: { uri: string; open: Connection } | null = null;

  /** A driver of its own: the console's may be held by what is to be ended. A restarted database may have moved. */
  const current = (): Connection => {
    const wanted = config();
    if (connection === null || connection.uri !== wanted.uri) {
      void connection?.open.close().catch(() => {});
      const open = connect(wanted, {
        maxConnectionPoolSize: 4,
        connectionAcquisitionTimeout: ANSWER_MS,
        connectionTimeout: ANSWER_MS,
      });
      connection = { uri: wanted.uri, open };
    }
    return connection.open;
  };

  const ask = async (text: string, params: Record<string, unknown>) => {
    const session = current().session('READ');
    try {
      return await within(session.run(text, params, { timeout: ANSWER_MS }), ANSWER_MS);
    } finally {
      void session.close().catch(() => {});
    }
  };

  const list = async () =>
    (await ask(LIST, {})).records.map((record) => ({
      id: String(record.get('id')),
      tag: String(record.get('tag')),
      status: String(record.get('status')),
    }));

  return {
    async reap(tag, graceMs) {
      const deadline = performance.now() + graceMs;
      let answered = true;
      do {
        try {
          const own = (await list()).filter((each) => each.tag === tag);
          answered = true;
          if (own.length === 0) return 'gone';
          const ids = own.filter(({ status }) => !status.startsWith('Terminated')).map(({ id }) => id);
          if (ids.length > 0) await ask('TERMINATE TRANSACTIONS $ids', { ids });
        } catch (error) {
          if (!isSilence(error)) return 'unknown';
          answered = false;
        }
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      } while (performance.now() < deadline || (!answered && performance.now() < deadline + ANSWER_MS));
      return 'stuck';
    },
    tags: async () => (await list()).map(({ tag }) => tag),
    close: async () => {
      await connection?.open.close();
    },
  };
}

/** No answer at all, as against a refusal or a closed port. */
const isSilence = (error: unknown) => error instanceof FamaiError && error.code === 'TIMEOUT';

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new FamaiError('TIMEOUT', '数据库没有应答。 / The database did not answer.')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Looks for a console transaction in the database, ends it, and says when it cannot be ended. */
import { FamaiError } from '#model/errors.ts';
import { type Connection, connect, type DatabaseConfig } from '#server/store/driver.ts';
import { METADATA_KEY } from './protocol.ts';

export type Fate = 'gone' | 'stuck' | 'unknown';

export interface Reaper {
  /** Ends the transactions with this tag. `stuck`: still listed after `graceMs`; `unknown`: the database did not say. */
  reap(tag: string, graceMs: number): Promise<Fate>;
  /** Connects ahead of need: beside a stuck query a new connection takes seconds. */
  warm(): void;
  close(): Promise<void>;
}

const LIST = `SHOW TRANSACTIONS YIELD transactionId, metaData, status
WHERE metaData['${METADATA_KEY}'] IS NOT NULL
RETURN transactionId AS id, metaData['${METADATA_KEY}'] AS tag, status AS status`;
const POLL_MS = 150;
const ANSWER_MS = 4000;
/** How long a database that does not answer is asked again; its own health check decides about it meanwhile. */
const PATIENCE_MS = 20_000;

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

  /** A database too busy to answer, or away, proves nothing. */
  const end = async (tag: string): Promise<'gone' | 'there' | 'unknown'> => {
    try {
      const own = (await list()).filter((each) => each.tag === tag);
      const ids = own.filter(({ status }) => !status.startsWith('Terminated')).map(({ id }) => id);
      if (ids.length > 0) await ask('TERMINATE TRANSACTIONS $ids', { ids });
      return own.length === 0 ? 'gone' : 'there';
    } catch {
      return 'unknown';
    }
  };

  return {
    async reap(tag, graceMs) {
      const started = performance.now();
      for (;;) {
        const seen = await end(tag);
        const waited = performance.now() - started;
        if (seen === 'gone') return 'gone';
        if (seen === 'there' && waited >= graceMs) return 'stuck';
        if (seen === 'unknown' && waited >= graceMs + PATIENCE_MS) return 'unknown';
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      }
    },
    warm: () => void list().catch(() => {}),
    close: async () => {
      await connection?.open.close();
    },
  };
}

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

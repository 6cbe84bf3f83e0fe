/** The database as the server sees it: is it there, what is wrong, and the same for the local and for the user's own Neo4j. */
import { FamaiError } from '#model/errors.ts';
import type { DatabaseState, ManagedDatabase, RestartReason } from '#server/database/supervisor.ts';
import { type Connection, connect, type DatabaseConfig, isConnectionLoss, ping } from '#server/store/driver.ts';

export interface DatabaseStatus {
  readonly config: DatabaseConfig;
  /** True for the local one, which the app starts again by itself. */
  readonly managed: boolean;
  state(): DatabaseState;
  message(): string | null;
  /** Calls back at every change until the returned function is called. */
  onState(listener: (state: DatabaseState, message: string | null) => void): () => void;
  /** Kills and starts the local one again; an external one cannot be restarted from here. */
  restart(reason: RestartReason): Promise<void>;
  close(): Promise<void>;
}

export const managedStatus = (database: ManagedDatabase): DatabaseStatus => {
  const { uri, user, password, database: name } = database;
  return {
    config: { uri, user, password, database: name },
    managed: true,
    state: database.state,
    message: database.message,
    onState: database.onState,
    restart: database.restart,
    close: async () => {},
  };
};

const EVERY_MS = 3000;
const PING_MS = 5000;
/** One that is busy with an import may be late; one that cannot be connected to is away. */
const LATE_PINGS = 3;
const UNREACHABLE =
  '数据库无法连接：请检查 NEO4J_URI 所指的服务，恢复后本应用会自动继续。 / The database cannot be reached: check the server at NEO4J_URI; the app goes on by itself when it is back.';

/** Watches a Neo4j of the user's own. `first` is what is known at the start. */
export const externalStatus = (config: DatabaseConfig, first: DatabaseState = 'ready'): DatabaseStatus => {
  const connection: Connection = connect(config, { maxConnectionPoolSize: 1 });
  const listeners = new Set<(state: DatabaseState, message: string | null) => void>();
  let state: DatabaseState = first;
  let late = 0;
  const enter = (next: DatabaseState): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(state, state === 'unreachable' ? UNREACHABLE : null);
  };
  const check = async (): Promise<void> => {
    try {
      await ping(connection, PING_MS);
      late = 0;
      enter('ready');
    } catch (error) {
      late += 1;
      if (isConnectionLoss(error) || late >= LATE_PINGS) enter('unreachable');
    }
  };
  const beat = setInterval(() => void check(), EVERY_MS);
  beat.unref();
  return {
    config,
    managed: false,
    state: () => state,
    message: () => (state === 'unreachable' ? UNREACHABLE : null),
    onState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    restart: async () => {
      throw new FamaiError(
        'DATABASE_UNAVAILABLE',
        '数据库不由本应用启动，请自行重启它。 / The database is not started by this app, restart it yourself.',
      );
    },
    close: async () => {
      clearInterval(beat);
      await connection.close();
    },
  };
};

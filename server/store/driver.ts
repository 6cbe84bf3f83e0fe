/** The only way to a driver: one place for its limits and for what its errors mean to a user. */
import neo4j, { type Config, type Driver, Neo4jError, type Session } from 'neo4j-driver';
import { FamaiError } from '#model/errors.ts';

export interface DatabaseConfig {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Name of the database inside the server. */
  readonly database: string;
}

/** A driver and the database inside the server it talks to. */
export interface Connection {
  readonly driver: Driver;
  readonly database: string;
  readonly config: DatabaseConfig;
  session(mode: 'READ' | 'WRITE'): Session;
  close(): Promise<void>;
}

/**
 * A connection with plain numbers for integers: every number in the graph is far below 2^53.
 * The console gives its own `options`, because a user's query may return larger ones.
 * Nothing is sent before the first query.
 */
export const connect = (config: DatabaseConfig, options: Config = {}): Connection => {
  const driver = neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 20,
    connectionAcquisitionTimeout: 10_000,
    connectionTimeout: 5_000,
    maxTransactionRetryTime: 30_000,
    telemetryDisabled: true,
    ...options,
  });
  return {
    driver,
    database: config.database,
    config,
    session: (mode) =>
      driver.session({
        database: config.database,
        defaultAccessMode: mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      }),
    close: () => driver.close(),
  };
};

const LOST = new Set(['ServiceUnavailable', 'SessionExpired']);

/** Whether an error says that the server could not be reached, rather than that it refused. */
export const isConnectionLoss = (error: unknown): boolean =>
  error instanceof Neo4jError &&
  (LOST.has(error.code) ||
    error.code === 'Neo.TransientError.General.DatabaseUnavailable' ||
    error.code === 'Neo.ClientError.Database.DatabaseNotFound' ||
    error.code === 'Neo.DatabaseError.Database.UnableToStartDatabase' ||
    error.code === 'Neo.TransientError.Database.DatabaseUnavailable');

/** Whether the server has stopped serving this database after a failure of its disk; only a restart brings it back. */
export const isStorageFailure = (error: unknown): boolean =>
  error instanceof Neo4jError &&
  (error.code === 'Neo.DatabaseError.Transaction.TransactionLogError' ||
    (error.code === 'Neo.DatabaseError.Transaction.TransactionStartFailed' && /critical error/.test(error.message)));

export const isAuthenticationError = (error: unknown): boolean =>
  error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Security.');

/** Whether the server itself asks to try again: a deadlock, a lock held, a leader switch. */
export const isTransient = (error: unknown): boolean =>
  error instanceof Neo4jError && error.code.startsWith('Neo.TransientError.');

/** Any error of the driver as what a user can do about it. A FamaiError passes as it is. */
export const toFamaiError = (error: unknown): FamaiError => {
  if (error instanceof FamaiError) return error;
  if (isAuthenticationError(error)) {
    return new FamaiError(
      'CONFIG',
      '数据库拒绝了用户名或密码：请检查 NEO4J_USER 与 NEO4J_PASSWORD。 / The database refused the user or the password: check NEO4J_USER and NEO4J_PASSWORD.',
      { cause: error },
    );
  }
  if (isConnectionLoss(error)) {
    return new FamaiError(
      'DATABASE_UNAVAILABLE',
      '数据库暂时无法连接，请稍后重试。 / The database cannot be reached at the moment, try again shortly.',
      { cause: error, retryAfter: 5 },
    );
  }
  if (isStorageFailure(error)) {
    return new FamaiError(
      'DATABASE_UNAVAILABLE',
      '数据库无法写盘，磁盘可能已满：请腾出空间；数据库重启后再导入一次即可补全，已有的数据不受影响。 / The database cannot write, the disk may be full: free some space and import again once it has restarted; what is stored is safe.',
      { cause: error, retryAfter: 30 },
    );
  }
  if (error instanceof Neo4jError && error.code.includes('TransactionTimedOut')) {
    return new FamaiError(
      'TIMEOUT',
      '查询超时，请缩小范围后重试。 / The query ran out of time, narrow it and try again.',
      {
        cause: error,
      },
    );
  }
  return new FamaiError('INTERNAL', '数据库操作失败。 / The database could not do that.', { cause: error });
};

/** Asks the server for one value within `timeoutMs`. @throws FamaiError TIMEOUT, or what the driver throws. */
export const ping = async (connection: Connection, timeoutMs: number): Promise<void> => {
  const session = connection.session('READ');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new FamaiError('TIMEOUT', '数据库没有应答。 / The database did not answer.')),
      timeoutMs,
    );
  });
  try {
    await Promise.race([session.run('RETURN 1', {}, { timeout: timeoutMs }), late]);
  } finally {
    clearTimeout(timer);
    // Closing a session whose query hangs never returns; the driver is dropped by whoever owns it.
    void session.close().catch(() => {});
  }
};

/** Writing transactions that survive a database restart, a deadlock and a full transaction memory. */
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { Neo4jError, type Transaction } from 'neo4j-driver';
import { FamaiError } from '#model/errors.ts';
import { type Connection, isConnectionLoss, isTransient, toFamaiError } from './driver.ts';
import type { Row, Statement } from './rows.ts';

/** How long an import waits for a database that went away: a restart takes 5 to 20 s. */
const PATIENCE_MS = 90_000;
const PAUSE_MS = 500;
const DEADLOCK_PAUSE_MS = 50;
/** For one transaction; the server's own default of 10 s is meant for readers. */
const TRANSACTION_MS = 120_000;

const isMemoryLimit = (error: unknown): boolean => error instanceof Neo4jError && error.code.includes('MemoryPool');

/** Where an import may write at all: checked in every transaction, so that a lock lost to another import stops this one. */
export interface Fence {
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** @throws FamaiError DATA_LOCKED */
  refuse(): never;
}

type RunIn = Pick<Transaction, 'run'>;

export interface Writer {
  /**
   * Runs `work` in one transaction, again after a loss of the connection or a deadlock. `uncertain` once an earlier try may
   * have been committed: its answer was lost.
   */
  transact<T>(work: (tx: RunIn, uncertain: boolean) => Promise<T>): Promise<T>;
  /** Runs statements in transactions of a bounded number of rows. */
  run(statements: readonly Statement[]): Promise<void>;
  /** Repeats a query that answers how many rows it has changed, until it is 0. */
  repeat(cypher: string, params: Readonly<Record<string, unknown>>): Promise<number>;
}

/** Rows of one transaction: 10,000 provisions with their texts take more than the 64 MB a transaction may have. */
const TRANSACTION_ROWS = 5_000;

interface Slice {
  readonly statement: Statement;
  readonly rows: readonly Row[];
}

/** Cuts statements into transactions. */
const pack = (statements: readonly Statement[], limit: number): Slice[][] => {
  const transactions: Slice[][] = [];
  let current: Slice[] = [];
  let size = 0;
  for (const statement of statements) {
    for (let at = 0; at < statement.rows.length; ) {
      const rows = statement.rows.slice(at, at + limit - size);
      current.push({ statement, rows });
      at += rows.length;
      size += rows.length;
      if (size < limit) continue;
      transactions.push(current);
      current = [];
      size = 0;
    }
  }
  if (current.length > 0) transactions.push(current);
  return transactions;
};

/** @param patienceMs How long a transaction is tried again while the database is away. */
export const createWriter = (connection: Connection, fence: Fence | null, patienceMs = PATIENCE_MS): Writer => {
  const once = async <T>(work: (tx: RunIn) => Promise<T>): Promise<T> => {
    const session = connection.session('WRITE');
    try {
      const begun = await session.beginTransaction({ timeout: TRANSACTION_MS });
      if (fence !== null) {
        const { records } = await begun.run(fence.cypher, fence.params);
        if (records.length === 0) fence.refuse();
      }
      const result = await work(begun);
      await begun.commit();
      return result;
    } finally {
      await session.close().catch(() => {});
    }
  };

  const transact = async <T>(work: (tx: RunIn, uncertain: boolean) => Promise<T>): Promise<T> => {
    const until = Date.now() + patienceMs;
    for (let uncertain = false; ; ) {
      try {
        return await once((tx) => work(tx, uncertain));
      } catch (error) {
        const lost = isConnectionLoss(error);
        if (isMemoryLimit(error)) throw error;
        if (!(lost || isTransient(error)) || Date.now() > until) throw toFamaiError(error);
        uncertain ||= lost;
        await sleep(lost ? PAUSE_MS : DEADLOCK_PAUSE_MS);
      }
    }
  };

  const runSlices = async (slices: readonly Slice[]): Promise<void> => {
    try {
      await transact(async (tx, uncertain) => {
        const running = slices.map(({ statement, rows }) =>
          tx.run(uncertain ? statement.again : statement.first, { rows }),
        );
        await Promise.all(running);
      });
    } catch (error) {
      if (!isMemoryLimit(error)) throw error;
      const total = slices.reduce((sum, { rows }) => sum + rows.length, 0);
      if (total < 2) {
        throw new FamaiError(
          'TOO_LARGE',
          '一条记录超出数据库的事务内存上限。 / One record is larger than the memory a transaction may take.',
          { cause: error },
        );
      }
      const halves = pack(
        slices.map(({ statement, rows }) => ({ ...statement, rows })),
        Math.ceil(total / 2),
      );
      for (const half of halves) await runSlices(half);
    }
  };

  const run = async (statements: readonly Statement[]): Promise<void> => {
    const total = statements.reduce((sum, { rows }) => sum + rows.length, 0);
    // Equal parts: a small last transaction costs as much around it as a large one.
    const limit = Math.ceil(total / Math.max(1, Math.ceil(total / TRANSACTION_ROWS)));
    for (const slices of pack(statements, limit)) await runSlices(slices);
  };

  const repeat = async (cypher: string, params: Readonly<Record<string, unknown>>): Promise<number> => {
    let total = 0;
    for (;;) {
      const changed = await transact(async (tx) => {
        const { records } = await tx.run(cypher, params);
        return Number(records[0]?.get(0) ?? 0);
      });
      if (changed === 0) return total;
      total += changed;
    }
  };

  return { transact, run, repeat };
};

/** A whole number for a parameter. */
export const whole = (value: number): unknown => neo4j.int(value);

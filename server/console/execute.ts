/** One query in the database: EXPLAIN, the guard, then an explicit READ transaction that is always rolled back. */
import neo4j, { type Driver, type Result, type Session, type Transaction } from 'neo4j-driver';
import { FamaiError } from '#model/errors.ts';
import type { JsonValue } from '#model/wire/common.ts';
import { CONSOLE_LIMITS, type CypherResponse, type PlanNodeShape } from '#model/wire/console.ts';
import { queryError } from './errors.ts';
import { checkPlan } from './plan-guard.ts';
import { planTree } from './plan-tree.ts';
import { type Guards, type Job, METADATA_KEY, type Step } from './protocol.ts';
import { createCellWriter } from './values.ts';

const EXPLAIN = 'EXPLAIN ';
const PROFILE = 'PROFILE ';
const COLUMNS = 200;
const FETCH_SIZE = 200;

type Notifications = CypherResponse['stats']['notifications'];
interface Explained {
  readonly queryType: string;
  readonly plan: PlanNodeShape | null;
  readonly notifications: Notifications;
}
export interface Execution {
  readonly driver: Driver;
  readonly database: string;
  readonly guards: Guards;
  readonly onStep: (step: Step) => void;
  readonly onAnswer: (answer: CypherResponse) => void;
}

/** Calls `onAnswer` as soon as the answer stands and resolves when the transaction is closed. @throws FamaiError */
export async function execute(job: Job, execution: Execution): Promise<void> {
  const started = performance.now();
  execution.onStep('explain');
  const explained = await inTransaction(job, CONSOLE_LIMITS.timeoutMs, execution, (tx) =>
    explain(tx, job, execution.guards),
  );
  if (job.mode === 'explain') {
    execution.onAnswer({ ...EMPTY, plan: explained.plan, stats: statsOf(0, started, explained) });
    return;
  }
  execution.onStep('run');
  await inTransaction(job, job.timeoutMs, execution, async (tx) => {
    const read = await rowsOf(tx, job, execution.guards);
    const plan = read.plan ?? (job.mode === 'profile' ? explained.plan : null);
    execution.onAnswer({ ...read, plan, stats: statsOf(read.rows.length, started, explained) });
  });
}

const EMPTY = { columns: [], rows: [], truncated: false, truncatedBy: null } satisfies Partial<CypherResponse>;

const statsOf = (rows: number, started: number, { queryType, notifications }: Explained): CypherResponse['stats'] => ({
  rows,
  ms: Math.round((performance.now() - started) * 10) / 10,
  queryType,
  notifications,
});

/** Explicit and without retry: the driver would repeat what ran out of memory, and CALL … IN TRANSACTIONS needs an implicit one. */
async function inTransaction<T>(
  job: Job,
  timeout: number,
  execution: Execution,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const session = openSession(execution);
  const tx = session.beginTransaction({
    metadata: { [METADATA_KEY]: job.tag },
    ...(execution.guards.timeout ? { timeout } : {}),
  });
  try {
    return await work(tx);
  } finally {
    execution.onStep('rollback');
    if (tx.isOpen()) await tx.rollback().catch(() => {});
    execution.onStep('close');
    await session.close().catch(() => {});
  }
}

const openSession = ({ driver, database, guards }: Execution): Session =>
  driver.session({
    database,
    defaultAccessMode: guards.readMode ? neo4j.session.READ : neo4j.session.WRITE,
    fetchSize: FETCH_SIZE,
  });

async function explain(tx: Transaction, job: Job, guards: Guards): Promise<Explained> {
  const { summary } = await tx.run(EXPLAIN + job.query, driverParams(job.params)).catch((error: unknown) => {
    throw queryError(error, EXPLAIN.length);
  });
  const plan = summary.plan === false ? null : planTree(summary.plan);
  if (guards.plan) {
    if (plan === null)
      throw new FamaiError('QUERY_NOT_READ_ONLY', '只允许只读查询：数据库没有给出执行计划。 / No plan was given.');
    checkPlan(summary.queryType, plan);
  }
  const missing = summary.notifications.find(({ code }) => code.endsWith('ParameterNotProvided'));
  if (missing !== undefined) {
    const names = /Missing parameters?: ([^)]*)/.exec(missing.description)?.[1] ?? '';
    throw new FamaiError('BAD_REQUEST', `缺少参数 ${names}：请在参数框中给出。 / A parameter is missing.`);
  }
  return {
    queryType: summary.queryType,
    plan,
    notifications: summary.notifications.slice(0, 20).map((each) => ({
      severity: each.severityLevel,
      message: (each.description || each.title).slice(0, 500),
      ...placeOf(each.position),
    })),
  };
}

/** Positions count from EXPLAIN, which we put before the user's first line. */
function placeOf(position: object | undefined): { line: number | null; column: number | null } {
  if (position === undefined || !('line' in position) || !('column' in position)) return { line: null, column: null };
  const [line, column] = [Number(position.line), Number(position.column)];
  return { line, column: Math.max(1, line === 1 ? column - EXPLAIN.length : column) };
}

type Read = Omit<CypherResponse, 'stats'>;

async function rowsOf(tx: Transaction, job: Job, guards: Guards): Promise<Read> {
  const prefix = job.mode === 'profile' ? PROFILE : '';
  const result = tx.run(prefix + job.query, driverParams(job.params));
  try {
    return await collect(result, job, guards);
  } catch (error) {
    throw queryError(error, prefix.length);
  }
}

/**
 * One row more than asked for is read, to know that there is more; leaving the loop ends the stream in the server.
 * A profile counts what the whole query does, so there the rest is read and dropped, as far as the time goes.
 */
async function collect(result: Result, job: Job, guards: Guards): Promise<Read> {
  const all = await result.keys();
  const columns = guards.caps ? all.slice(0, COLUMNS) : all;
  const writer = createCellWriter(guards.caps ? undefined : { textChars: Infinity, cellBytes: Infinity });
  const rows: JsonValue[][] = [];
  let bytes = 0;
  let truncatedBy: CypherResponse['truncatedBy'] = columns.length < all.length ? 'columns' : null;
  const records = result[Symbol.asyncIterator]();
  let next = await records.next();
  for (; next.done !== true; next = await records.next()) {
    const { value } = next;
    if (guards.caps && rows.length >= job.rows) {
      truncatedBy = 'rows';
      break;
    }
    const row = columns.map((_, index) => {
      const cell = writer.cell(value.get(index));
      bytes += writer.bytes;
      return cell;
    });
    if (guards.caps && bytes > CONSOLE_LIMITS.bytes) {
      truncatedBy = 'bytes';
      break;
    }
    rows.push(row);
  }
  writer.finish();
  truncatedBy ??= writer.cut ? 'cell' : null;
  const whole = next.done === true;
  const plan = job.mode === 'profile' ? await profileOf(result, whole ? null : records) : null;
  if (!whole && plan === null) await records.return?.();
  return { columns, rows, truncated: truncatedBy !== null, truncatedBy, plan };
}

/** Null when the rest does not end within the time of the run: the caller has the plan without counts. */
async function profileOf(result: Result, rest: AsyncIterator<unknown> | null): Promise<PlanNodeShape | null> {
  try {
    while (rest !== null && (await rest.next()).done !== true);
    const { profile } = await result.summary();
    return profile === false ? null : planTree(profile);
  } catch (error) {
    if (rest === null) throw error;
    return null;
  }
}

/** JSON has one kind of number; LIMIT and the like need whole ones as integers. */
function driverParams(value: { readonly [key: string]: JsonValue }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), driverValue(inner)]));
}

function driverValue(value: JsonValue): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(driverValue);
  return value !== null && typeof value === 'object' ? driverParams(value) : value;
}

/** The read-only Cypher console: guards, queue, threads, stop and watchdog together. */
import { randomUUID } from 'node:crypto';
import { FamaiError } from '#model/errors.ts';
import { CONSOLE_LIMITS, type CypherRequest, type CypherSchema } from '#model/wire/console.ts';
import type { DatabaseConfig } from '#server/store/driver.ts';
import { checkInput } from './input-limits.ts';
import { splitMode } from './prefix.ts';
import { ALL_GUARDS, type Guards, type Job } from './protocol.ts';
import { createFairQueue, type QueueLimits } from './queue.ts';
import { createReaper } from './reaper.ts';
import { createSchemaService } from './schema.ts';
import { createWatchdog, type WatchdogState } from './watchdog.ts';
import { createWorkerHost, type WallClock, type WorkerHost } from './worker-host.ts';

/** Who asks, for fair queueing, and a signal that fires when they hang up. */
export interface Caller {
  readonly client: string;
  readonly signal: AbortSignal;
}

export interface CypherConsole {
  /** Guards and runs one query; the answer is a CypherResponse as UTF-8 JSON. Errors are FamaiError. */
  run(request: CypherRequest, caller: Caller): Promise<Uint8Array>;
  /** Ends a running or waiting query and resolves when the database no longer lists it. False when there is none. */
  stop(queryId: string): Promise<boolean>;
  /** Labels, relationship types with the pairs they join, and property keys, from the live database. */
  schema(): Promise<CypherSchema>;
  /** `open`, or why not: for health and the page. */
  state(): WatchdogState;
  close(): Promise<void>;
}

export interface ConsoleOptions {
  /** Asked again after a restart: the managed database may come back on another port. */
  readonly database: () => DatabaseConfig;
  /** Restarts the managed database and resolves when it serves again; null for one that is not ours. */
  readonly restart: ((reason: 'stuck') => Promise<void>) | null;
  readonly guards?: Partial<Guards>;
  readonly queue?: Partial<QueueLimits>;
  readonly wallClock?: WallClock | null;
  /** How long an ended transaction may stay listed before it counts as stuck. */
  readonly graceMs?: number;
}

/** Many people may come from one address, an office or a proxy: a line of eight turned away most of two hundred. */
const QUEUE: QueueLimits = { slots: 2, perClient: 32, total: 64, waitMs: 10_000 };
const WALL_CLOCK: WallClock = { overrun: 2000, rollback: 2000, close: 2000 };
const GRACE_MS = 2500;
const HEAP_MB = 256;

interface Running {
  readonly stop: AbortController;
  readonly settled: Promise<unknown>;
}

export function createConsole(options: ConsoleOptions): CypherConsole {
  const guards: Guards = { ...ALL_GUARDS, ...options.guards };
  const limits: QueueLimits = { ...QUEUE, ...options.queue };
  const queue = createFairQueue(limits);
  const reaper = createReaper(options.database);
  const schema = createSchemaService(options.database);
  const watchdog = createWatchdog({ reaper, restart: options.restart, graceMs: options.graceMs ?? GRACE_MS });
  const running = new Map<string, Running>();
  let warmed = false;
  const idle: WorkerHost[] = Array.from({ length: limits.slots }, () =>
    createWorkerHost({
      data: () => ({ database: plain(options.database()), guards }),
      heapMb: HEAP_MB,
      wallClock: options.wallClock === undefined ? WALL_CLOCK : options.wallClock,
    }),
  );
  const hosts = [...idle];

  const prepare = (request: CypherRequest): Job => {
    if (guards.input) checkInput(request);
    const { text, mode } = splitMode(request.query);
    return {
      tag: randomUUID(),
      query: text.toWellFormed(),
      params: request.params ?? {},
      mode: request.mode === undefined || request.mode === 'run' ? mode : request.mode,
      rows: request.limit ?? CONSOLE_LIMITS.rows,
      timeoutMs: request.timeoutMs ?? CONSOLE_LIMITS.timeoutMs,
    };
  };

  /** `answer` for the visitor; `settled` when the slot is free again and the transaction is known to be over. */
  const start = (job: Job, client: string, signal: AbortSignal) => {
    const answer = Promise.withResolvers<Uint8Array>();
    const settled = (async () => {
      const release = await queue.acquire(client, signal);
      const host = idle.pop();
      try {
        if (host === undefined)
          throw new FamaiError('TOO_MANY', '查询控制台繁忙。 / The console is busy.', { retryAfter: 2 });
        watchdog.assertOpen();
        const run = host.run(job, signal);
        run.answer.then(answer.resolve, answer.reject);
        if (!(await run.freed)) await watchdog.look(job.tag);
      } finally {
        if (host !== undefined) idle.push(host);
        release();
      }
    })();
    settled.catch(answer.reject);
    return { answer: answer.promise, settled };
  };

  return {
    async run(request, caller) {
      watchdog.assertOpen();
      const job = prepare(request);
      if (!warmed) reaper.warm();
      warmed = true;
      const id = request.queryId ?? job.tag;
      if (running.has(id)) throw new FamaiError('BAD_REQUEST', '查询编号正在使用。 / This query id is in use.');
      const stop = new AbortController();
      const { answer, settled } = start(job, caller.client, AbortSignal.any([caller.signal, stop.signal]));
      running.set(id, { stop, settled });
      void settled.catch(() => {}).finally(() => running.delete(id));
      return answer;
    },
    async stop(queryId) {
      const found = running.get(queryId);
      if (found === undefined) return false;
      found.stop.abort();
      await found.settled.catch(() => {});
      return true;
    },
    schema: () => schema.read(),
    state: () => watchdog.state(),
    async close() {
      for (const { stop } of running.values()) stop.abort();
      await Promise.allSettled([...hosts.map((host) => host.end()), reaper.close(), schema.close(), watchdog.close()]);
    },
  };
}

/** A managed database carries functions, which no thread can be given. */
const plain = ({ uri, user, password, database }: DatabaseConfig): DatabaseConfig => ({
  uri,
  user,
  password,
  database,
});

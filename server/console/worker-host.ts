/** The main thread's end of one console thread: starts it, hands it jobs, keeps the wall clock, ends it. */
import { Worker } from 'node:worker_threads';
import { FamaiError } from '#model/errors.ts';
import { CONSOLE_LIMITS } from '#model/wire/console.ts';
import type { FromWorker, Job, Step, WireError, WorkerData } from './protocol.ts';

/** Milliseconds each step may take; `run` and `explain` have the query's own limit and this much over it. */
export interface WallClock {
  readonly overrun: number;
  readonly rollback: number;
  readonly close: number;
}

export interface WorkerHost {
  /**
   * Runs a job. `answer` is the JSON; `freed` resolves when the thread can take another, true when its transaction was
   * closed in the ordinary way, false when the thread had to be ended and the transaction must be looked for.
   */
  run(job: Job, signal: AbortSignal): { answer: Promise<Uint8Array>; freed: Promise<boolean> };
  end(): Promise<void>;
}

export interface WorkerHostOptions {
  readonly data: () => WorkerData;
  readonly heapMb: number;
  /** Null switches the wall clock off, for the tests that show the other guards alone. */
  readonly wallClock: WallClock | null;
}

export function createWorkerHost(options: WorkerHostOptions): WorkerHost {
  let worker: Worker | null = null;
  let ended = false;

  const start = (): Worker =>
    new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: options.data(),
      resourceLimits: { maxOldGenerationSizeMb: options.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });

  const drop = (gone: Worker) => {
    // Another one starts at once: the next query does not wait for it.
    if (worker === gone) worker = ended ? null : start();
    // Closing its sockets is what ends the transaction: the database needs no goodbye.
    void gone.terminate();
  };

  return {
    run(job, signal) {
      if (ended) throw new FamaiError('DATABASE_UNAVAILABLE', '查询控制台已关闭。 / The console is closed.');
      worker ??= start();
      return supervise(worker, job, signal, options.wallClock, drop);
    },
    async end() {
      ended = true;
      await worker?.terminate();
      worker = null;
    },
  };
}

function supervise(
  worker: Worker,
  job: Job,
  signal: AbortSignal,
  clock: WallClock | null,
  drop: (worker: Worker) => void,
): { answer: Promise<Uint8Array>; freed: Promise<boolean> } {
  const answer = Promise.withResolvers<Uint8Array>();
  const freed = Promise.withResolvers<boolean>();
  let timer: NodeJS.Timeout | undefined;

  const finish = (clean: boolean, error?: FamaiError) => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    // An answer already given stays: only the thread is replaced.
    if (error !== undefined) answer.reject(error);
    if (!clean) {
      worker.on('error', ignore);
      drop(worker);
    }
    freed.resolve(clean);
  };
  const onStep = (step: Step) => {
    clearTimeout(timer);
    if (clock === null) return;
    timer = setTimeout(() => finish(false, late()), allowedFor(step, job, clock));
  };
  const onMessage = (message: FromWorker) => {
    if (message.kind === 'step') onStep(message.step);
    else if (message.kind === 'answer') answer.resolve(message.json);
    else if (message.kind === 'failure') answer.reject(revive(message.error));
    else if (message.kind === 'idle') finish(true);
  };
  const onAbort = () => finish(false, new FamaiError('QUERY_CANCELLED', '查询已停止。 / The query was stopped.'));
  const onError = (error: Error) => finish(false, crash(error));
  const onExit = () => finish(false, crash(null));

  worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  signal.addEventListener('abort', onAbort, { once: true });
  // Starting the thread and connecting count into the first step.
  onStep('explain');
  answer.promise.catch(ignore);
  if (signal.aborted) onAbort();
  else worker.postMessage(job);
  return { answer: answer.promise, freed: freed.promise };
}

/** Planning has the server's whole limit, however little time the run may take. */
function allowedFor(step: Step, job: Job, clock: WallClock): number {
  if (step === 'explain') return CONSOLE_LIMITS.timeoutMs + clock.overrun;
  return step === 'run' ? job.timeoutMs + clock.overrun : clock[step];
}

const ignore = () => {};

const revive = ({ code, message, position }: WireError) =>
  new FamaiError(code, message, position === undefined ? {} : { position });

const late = () =>
  new FamaiError(
    'QUERY_TIMEOUT',
    '查询超过时限，连接已断开：缩小范围后再试。 / The query ran out of time and was cut off.',
  );

/** The thread's heap is small on purpose: a crash of it is an answer that was too large. */
function crash(error: Error | null): FamaiError {
  const memory = error === null || /memory|allocation|Invalid (array|string) length/i.test(error.message);
  return memory
    ? new FamaiError(
        'QUERY_MEMORY',
        '结果过大：只返回需要的列，或用 LIMIT 与 size() 缩小。 / The answer is too large.',
        { cause: error },
      )
    : new FamaiError('INTERNAL', '查询线程异常退出，请重试。 / The query thread ended unexpectedly.', { cause: error });
}

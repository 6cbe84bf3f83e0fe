/** Threads that work through tasks. One that crashes or hangs costs its task alone. */
import { Worker } from 'node:worker_threads';
import type { Answer, Task, TaskResult } from './tasks.ts';

export interface PoolOptions {
  readonly threads: number;
  /** Longest time for one task, milliseconds. */
  readonly taskMs?: number;
  /** Heap of each thread, MB. */
  readonly heapMb?: number;
}

export interface Pool {
  /** Gives every thread the context that extraction needs, also those that start later. */
  setContext(task: Extract<Task, { kind: 'context' }>): Promise<TaskResult[]>;
  /**
   * Answers in the order in which tasks are done. No more than a few answers wait for their reader.
   * A task goes by preference to the thread that had the same key before: it has the parsed text still.
   */
  run<T extends { readonly key: string; readonly task: Task }>(
    items: Iterable<T>,
  ): AsyncGenerator<{ item: T; result: TaskResult }>;
  close(): Promise<void>;
}

/** Answers that may wait while their reader is busy with the database. */
const AHEAD = 24;
const TASK_MS = 120_000;
const HEAP_MB = 400;
/** Room for new objects of each thread; as much as it likes makes a large import a third larger and no faster. */
const YOUNG_MB = 48;

const crashed = (why: string): TaskResult => ({
  kind: 'failed',
  code: 'UNREADABLE',
  message: `处理这个文件的线程已中止：${why}，其余文件继续 (the thread that read it ended; the rest goes on)`,
});

class Thread {
  #worker: Worker;
  #settle: ((result: TaskResult) => void) | null = null;
  /** Number of the task under way: an answer to another one, from before a crash, is not taken for its own. */
  #number = 0;
  readonly #options: PoolOptions;
  #context: Task | null = null;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#worker = this.#start();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: {
        maxOldGenerationSizeMb: this.#options.heapMb ?? HEAP_MB,
        maxYoungGenerationSizeMb: YOUNG_MB,
        stackSizeMb: 8,
      },
    });
    worker.on('message', ({ number, result }: Answer) => {
      if (worker === this.#worker && number === this.#number) this.#done(result);
    });
    worker.on('error', (error) => this.#fail(worker, error.message.slice(0, 120)));
    worker.on('exit', () => this.#fail(worker, '意外结束'));
    return worker;
  }

  #done(result: TaskResult): void {
    const settle = this.#settle;
    this.#settle = null;
    settle?.(result);
  }

  #fail(worker: Worker, why: string): void {
    if (worker !== this.#worker) return;
    this.#worker = this.#start();
    if (this.#context !== null) this.#worker.postMessage({ number: -1, task: this.#context });
    this.#done(crashed(why));
  }

  async perform(task: Task): Promise<TaskResult> {
    if (task.kind === 'context') this.#context = task;
    const timer = setTimeout(() => {
      const stuck = this.#worker;
      this.#fail(stuck, '超时');
      void stuck.terminate();
    }, this.#options.taskMs ?? TASK_MS);
    try {
      return await new Promise<TaskResult>((settle) => {
        this.#settle = settle;
        this.#number += 1;
        this.#worker.postMessage({ number: this.#number, task });
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    worker.removeAllListeners();
    await worker.terminate();
  }
}

export const createPool = (options: PoolOptions): Pool => {
  const threads = Array.from({ length: Math.max(1, options.threads) }, () => new Thread(options));
  const had = new Map<string, number>();

  async function* run<T extends { readonly key: string; readonly task: Task }>(
    items: Iterable<T>,
  ): AsyncGenerator<{ item: T; result: TaskResult }> {
    const queues: T[][] = threads.map(() => []);
    let next = 0;
    for (const item of items) queues[had.get(item.key) ?? next++ % threads.length]?.push(item);
    for (const queue of queues) queue.reverse();
    const take = (index: number): T | undefined =>
      queues[index]?.pop() ?? queues.reduce((most, queue) => (queue.length > most.length ? queue : most), []).shift();

    const answers: { item: T; result: TaskResult }[] = [];
    let busy = 0;
    let wake = (): void => {};
    const feed = (index: number): void => {
      const thread = threads[index];
      const item = answers.length + busy < AHEAD ? take(index) : undefined;
      if (thread === undefined || item === undefined) return;
      busy += 1;
      idle.delete(index);
      had.set(item.key, index);
      void thread.perform(item.task).then((result) => {
        busy -= 1;
        idle.add(index);
        answers.push({ item, result });
        feed(index);
        wake();
      });
    };
    const idle = new Set(threads.keys());
    for (;;) {
      for (const index of [...idle]) feed(index);
      const answer = answers.shift();
      if (answer !== undefined) yield answer;
      else if (busy === 0) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  return {
    setContext: (task) => Promise.all(threads.map((thread) => thread.perform(task))),
    run,
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
};

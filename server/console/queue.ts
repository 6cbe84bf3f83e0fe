/** A bounded number of running queries and a bounded, fair line of waiting ones. */
import { FamaiError } from '#model/errors.ts';

export interface QueueLimits {
  /** Queries that run at once. */
  readonly slots: number;
  /** Waiting ones of one visitor, and of all. */
  readonly perClient: number;
  readonly total: number;
  readonly waitMs: number;
}

export type Release = () => void;
interface Waiter {
  readonly client: string;
  readonly go: (release: Release) => void;
}

export interface FairQueue {
  /** Resolves with a release to be called once. @throws FamaiError TOO_MANY at once when the line is full, or after `waitMs`. */
  acquire(client: string, signal: AbortSignal): Promise<Release>;
  readonly waiting: number;
  readonly running: number;
}

/** Visitors take turns: one with eight waiting queries does not hold up another with one. */
export function createFairQueue(limits: QueueLimits): FairQueue {
  const lines = new Map<string, Waiter[]>();
  let running = 0;

  const waiting = () => [...lines.values()].reduce((sum, line) => sum + line.length, 0);

  const release = (): Release => {
    let done = false;
    return () => {
      if (done) return;
      done = true;
      running -= 1;
      admit();
    };
  };

  /** The first visitor in the map is next; having had a turn, they go to its end. */
  const admit = () => {
    while (running < limits.slots) {
      const next = lines.entries().next();
      if (next.done) return;
      const [client, line] = next.value;
      const waiter = line.shift();
      lines.delete(client);
      if (line.length > 0) lines.set(client, line);
      if (waiter === undefined) continue;
      running += 1;
      waiter.go(release());
    }
  };

  const leave = (waiter: Waiter) => {
    const line = lines.get(waiter.client)?.filter((each) => each !== waiter) ?? [];
    if (line.length > 0) lines.set(waiter.client, line);
    else lines.delete(waiter.client);
  };

  return {
    acquire(client, signal) {
      const own = lines.get(client) ?? [];
      if (running >= limits.slots && (own.length >= limits.perClient || waiting() >= limits.total)) {
        return Promise.reject(busy());
      }
      return new Promise((resolve, reject) => {
        const drop = (reason: FamaiError) => {
          settle();
          leave(waiter);
          reject(reason);
        };
        const aborted = () => drop(new FamaiError('QUERY_CANCELLED', '查询已停止。 / The query was stopped.'));
        const timer = setTimeout(() => drop(busy()), limits.waitMs);
        const settle = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', aborted);
        };
        const waiter: Waiter = {
          client,
          go: (free) => {
            settle();
            resolve(free);
          },
        };
        signal.addEventListener('abort', aborted, { once: true });
        lines.set(client, [...own, waiter]);
        if (signal.aborted) aborted();
        else admit();
      });
    },
    get waiting() {
      return waiting();
    },
    get running() {
      return running;
    },
  };
}

const busy = () =>
  new FamaiError('TOO_MANY', '正在运行的查询太多：请稍后再试。 / Too many queries are running, try again shortly.', {
    retryAfter: 2,
  });

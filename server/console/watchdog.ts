/** What to do about a query that nothing stops: restart the managed database, or close the console over an external one. */
import { FamaiError } from '#model/errors.ts';
import type { Reaper } from './reaper.ts';

export interface WatchdogState {
  readonly state: 'open' | 'restarting' | 'closed';
  /** For a person, null while open. */
  readonly message: string | null;
}

export interface Watchdog {
  /** Makes sure the transaction with this tag is over, whatever that takes. */
  look(tag: string): Promise<void>;
  /** @throws FamaiError DATABASE_UNAVAILABLE while the console is not open. */
  assertOpen(): void;
  state(): WatchdogState;
  close(): void;
}

export interface WatchdogOptions {
  readonly reaper: Reaper;
  readonly restart: ((reason: 'stuck') => Promise<void>) | null;
  readonly graceMs: number;
}

const OPEN: WatchdogState = { state: 'open', message: null };
const RESTARTING: WatchdogState = {
  state: 'restarting',
  message:
    '一个查询无法停止，数据库正在重启，几秒后恢复。 / A query could not be stopped; the database restarts and is back in seconds.',
};
const CLOSED: WatchdogState = {
  state: 'closed',
  message:
    '一个查询在外部数据库中无法停止：请重启该数据库。在此之前查询控制台关闭。 / A query in the external database cannot be stopped: restart that database. The console is closed until then.',
};
const RECHECK_MS = 5000;

export function createWatchdog({ reaper, restart, graceMs }: WatchdogOptions): Watchdog {
  let state = OPEN;
  let restarting: Promise<void> | null = null;
  let recheck: NodeJS.Timeout | undefined;

  /** Two stuck queries need one restart. */
  const restartOnce = (run: (reason: 'stuck') => Promise<void>) => {
    restarting ??= (async () => {
      state = RESTARTING;
      try {
        await run('stuck');
      } finally {
        state = OPEN;
        restarting = null;
      }
    })();
    return restarting;
  };

  /** Circuit breaker: opens again by itself once the transaction is gone. */
  const closeUntilGone = (tag: string) => {
    state = CLOSED;
    clearTimeout(recheck);
    recheck = setTimeout(async () => {
      if ((await reaper.reap(tag, 0)) === 'gone') state = OPEN;
      else closeUntilGone(tag);
    }, RECHECK_MS).unref();
  };

  return {
    async look(tag) {
      const fate = await reaper.reap(tag, graceMs);
      if (fate === 'gone') return;
      // Ours that says nothing for so long is as good as stuck; somebody else's may merely be away.
      if (restart !== null) await restartOnce(restart);
      else if (fate === 'stuck') closeUntilGone(tag);
    },
    assertOpen() {
      if (state.message === null) return;
      throw new FamaiError('DATABASE_UNAVAILABLE', state.message, { retryAfter: state.state === 'closed' ? 60 : 5 });
    },
    state: () => state,
    close: () => clearTimeout(recheck),
  };
}

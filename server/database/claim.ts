/** Makes sure that nobody else serves a data folder before a JVM is started on it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { FamaiError } from '#model/errors.ts';
import type { DatabaseFolders } from './folders.ts';
import { isAlive, isOurJvm, type RunningState, readState, removeState } from './state-file.ts';

/** A JVM whose owner died ends by itself within 15 s. */
const ORPHAN_MS = 20_000;
const LOOK_EVERY_MS = 100;

/** The database that serves `folders` now, null when there is none. A stale state file is removed. */
export const runningDatabase = async (folders: DatabaseFolders): Promise<RunningState | null> => {
  const state = await readState(folders);
  if (state === null) return null;
  if (await isOurJvm(folders, state.pid)) return isAlive(state.ownerPid) ? state : null;
  await removeState(folders);
  return null;
};

/**
 * Waits for an orphan to end, helps it after 20 s, and clears what a crash left behind.
 * @throws FamaiError DATA_LOCKED when a living product serves the folder.
 */
export const claimFolder = async (folders: DatabaseFolders): Promise<void> => {
  const running = await runningDatabase(folders);
  if (running !== null) {
    throw new FamaiError(
      'DATA_LOCKED',
      `数据目录正被另一个法脉进程（${running.ownerPid}）使用：请先结束它，或用 FAMAI_DATA 换一个目录。 / The data folder is in use by another Famai (process ${running.ownerPid}): end it first or choose another folder with FAMAI_DATA.`,
    );
  }
  const orphan = await readState(folders);
  if (orphan === null) return;
  for (let waited = 0; await isOurJvm(folders, orphan.pid); waited += LOOK_EVERY_MS) {
    if (waited >= ORPHAN_MS) process.kill(orphan.pid, 'SIGKILL');
    await sleep(LOOK_EVERY_MS);
  }
  await removeState(folders);
};

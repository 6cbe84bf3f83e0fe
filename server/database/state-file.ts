/** Which JVM serves a data folder now. Other commands find the running database by it, and a stale one is recognised. */
import { execFile } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { DatabaseFolders } from './folders.ts';

const RunningState = z.object({
  /** The JVM. */
  pid: z.int().positive(),
  /** The process that started it and watches it. */
  ownerPid: z.int().positive(),
  uri: z.string(),
  startedAt: z.string(),
});
export type RunningState = z.infer<typeof RunningState>;

export const writeState = async (folders: DatabaseFolders, state: RunningState): Promise<void> => {
  const partial = `${folders.state}.partial-${process.pid}`;
  await writeFile(partial, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  await rename(partial, folders.state);
};

export const removeState = (folders: DatabaseFolders): Promise<void> => rm(folders.state, { force: true });

/** What the file says, null when there is none or it cannot be read. */
export const readState = async (folders: DatabaseFolders): Promise<RunningState | null> => {
  const text = await readFile(folders.state, 'utf8').catch(() => '');
  try {
    return RunningState.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** The command line of a process: from /proc, where slim images have no `ps`, else from `ps`. Empty when it is gone or a zombie. */
const commandLine = async (pid: number): Promise<string> => {
  const fromProc = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  if (fromProc !== null) return fromProc;
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout;
};

/** Whether `pid` is the JVM of this data folder, and not another program that got its number after a reboot. */
export const isOurJvm = async (folders: DatabaseFolders, pid: number): Promise<boolean> =>
  isAlive(pid) && (await commandLine(pid)).includes(folders.settings);

/** Who a process is, so that another one can tell later whether it still lives: a number alone is given again. */
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';

export const ProcessIdentity = z.object({
  /** For a person. */
  host: z.string(),
  pid: z.number(),
  /** Names the table that `pid` is a number of: two containers on one machine have two. Empty when it cannot be told. */
  scope: z.string().nullish(),
  /** When the process began, in the machine's own count; empty when it cannot be told. */
  startedAt: z.string().nullish(),
});
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

const read = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

/** This boot of this machine and this process table; without /proc the name of the host has to do. */
const currentScope = async (): Promise<string> => {
  const [boot, table] = await Promise.all([
    read('/proc/sys/kernel/random/boot_id'),
    readlink('/proc/self/ns/pid').catch(() => ''),
  ]);
  return boot === '' || table === '' ? hostname() : `${boot.trim()} ${table}`;
};

/** Field 22 of /proc/PID/stat; the name of the program, field 2, may hold blanks and brackets. */
const startOf = async (pid: number): Promise<string> => {
  const stat = await read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
};

export const ownIdentity = async (): Promise<ProcessIdentity> => ({
  host: hostname(),
  pid: process.pid,
  scope: await currentScope(),
  startedAt: await startOf(process.pid),
});

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** What can be known from here of the process that calls itself `other`; `self` is this very process. */
export const fateOf = async (other: ProcessIdentity): Promise<'self' | 'alive' | 'dead' | 'unknown'> => {
  const own = await ownIdentity();
  if (other.scope !== own.scope) return 'unknown';
  if (!exists(other.pid)) return 'dead';
  if (other.startedAt !== (await startOf(other.pid))) return 'dead';
  return other.pid === own.pid ? 'self' : 'alive';
};

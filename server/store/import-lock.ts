/** One import at a time, whatever the number of programs on one database. The lock lies in the database and runs out by itself. */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';
import type { Connection } from './driver.ts';
import type { Fence } from './write.ts';
import { createWriter, whole } from './write.ts';

/** An importer that is alive renews the lock every third of this time. */
const LIFE_MS = 60_000;

/** Giving back is tried this often while the database is away, so that its return finds no lock of a dead import. */
const RELEASE_EVERY_MS = 1_000;
/** How often this process looks again when it holds the lock itself: its last import may be about to give it back. */
const OWN_TRIES = 8;

const LockRow = z.object({ owner: z.string(), host: z.string(), pid: z.number(), expiresAt: z.number() });

export interface ImportLock {
  readonly fence: Fence;
  /** Never throws: while the database is away, giving back goes on in the background. */
  release(): Promise<void>;
}

/** Touching the node first takes its write lock, so that two takers do not both find it free. */
const TAKE = `MERGE (l:Meta {id: 'import-lock'}) SET l.touchedAt = timestamp()
WITH l
FOREACH (ignored IN CASE WHEN coalesce(l.owner, '') IN ['', $dead] OR l.expiresAt < timestamp() THEN [1] ELSE [] END |
  SET l.owner = $owner, l.host = $host, l.pid = $pid, l.expiresAt = timestamp() + $life)
RETURN l.owner AS owner, l.host AS host, l.pid AS pid, l.expiresAt AS expiresAt`;

const isDead = (row: z.infer<typeof LockRow>): boolean => {
  if (row.host !== hostname()) return false;
  try {
    process.kill(row.pid, 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
  }
};

const busy = (row: z.infer<typeof LockRow>): FamaiError =>
  new FamaiError(
    'DATA_LOCKED',
    `另一个导入正在进行（主机 ${row.host}，进程 ${row.pid}）：请等它结束后再试。 / Another import is running (host ${row.host}, process ${row.pid}): wait for it to end, then try again.`,
    { retryAfter: Math.max(1, Math.ceil((row.expiresAt - Date.now()) / 1000)) },
  );

/**
 * Takes the lock. One left by a dead process of this machine is taken over at once, one of another machine after a minute.
 * @throws FamaiError DATA_LOCKED naming who holds it
 */
export const takeImportLock = async (connection: Connection): Promise<ImportLock> => {
  const owner = randomUUID();
  const { transact } = createWriter(connection, null);
  const take = (dead: string) =>
    transact(async (tx) => {
      const params = { owner, dead, host: hostname(), pid: whole(process.pid), life: whole(LIFE_MS) };
      const { records } = await tx.run(TAKE, params);
      return LockRow.parse(records[0]?.toObject());
    });
  let row = await take('');
  if (row.owner !== owner && isDead(row)) row = await take(row.owner);
  for (let tried = 0; row.owner !== owner && row.pid === process.pid && tried < OWN_TRIES; tried += 1) {
    await sleep(RELEASE_EVERY_MS / 2);
    row = await take('');
  }
  if (row.owner !== owner) throw busy(row);
  const renew = (): Promise<unknown> =>
    transact((tx) =>
      tx.run("MATCH (l:Meta {id: 'import-lock', owner: $owner}) SET l.expiresAt = timestamp() + $life", {
        owner,
        life: whole(LIFE_MS),
      }),
    ).catch(() => {});
  const beat = setInterval(() => void renew(), LIFE_MS / 3);
  beat.unref();
  return {
    fence: {
      cypher: "MATCH (l:Meta {id: 'import-lock'}) WHERE l.owner = $owner RETURN l.owner",
      params: { owner },
      refuse: () => {
        throw new FamaiError(
          'DATA_LOCKED',
          '导入锁已被另一个导入取得，本次导入停止；再运行一次即可补全。 / Another import took the lock, this one stops; run it again to complete it.',
        );
      },
    },
    release: async () => {
      clearInterval(beat);
      const { transact: tryOnce } = createWriter(connection, null, 0);
      const free = () =>
        tryOnce((tx) =>
          tx.run("MATCH (l:Meta {id: 'import-lock', owner: $owner}) SET l.owner = '', l.expiresAt = 0", { owner }),
        );
      await free().catch(() => retryUntilFree(free));
    },
  };
};

/** Returns at once: whoever lost the database shall hear of it now, and the lock runs out in any case. */
const retryUntilFree = (free: () => Promise<unknown>): void => {
  const retry = setInterval(() => {
    free().then(
      () => clearInterval(retry),
      () => {},
    );
  }, RELEASE_EVERY_MS);
  retry.unref();
  setTimeout(() => clearInterval(retry), LIFE_MS).unref();
};

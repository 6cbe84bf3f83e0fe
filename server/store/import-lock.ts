/** One import at a time, whatever the number of programs on one database. The lock lies in the database and runs out by itself. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';
import type { Connection } from './driver.ts';
import { fateOf, ownIdentity, ProcessIdentity } from './process-identity.ts';
import { createWriter, type Fence, whole } from './write.ts';

/** A lock that is not renewed for so long is free. Longer than a database takes to come back, so that its import goes on. */
const LIFE_MS = 30_000;
/** Often, because whoever cannot see the holder's process watches for this sign of life. */
const RENEW_MS = 5_000;
/** How often it is looked again: at a lock about to be given back, or one whose holder may be dead. */
const LOOK_MS = 500;
/** How long a process waits for a lock it holds itself: its last import may be about to give it back. */
const OWN_MS = 4_000;
/** Giving back is tried this often while the database is away, so that its return finds no lock of a dead import. */
const RELEASE_EVERY_MS = 1_000;

const LockRow = ProcessIdentity.extend({ owner: z.string(), expiresAt: z.number() });
type LockRow = z.infer<typeof LockRow>;

export interface ImportLock {
  readonly fence: Fence;
  /** Never throws: while the database is away, giving back goes on in the background. */
  release(): Promise<void>;
}

/** Touching the node first takes its write lock, so that two takers do not both find it free. */
const TAKE = `MERGE (l:Meta {id: 'import-lock'}) SET l.touchedAt = timestamp()
WITH l
FOREACH (ignored IN CASE WHEN coalesce(l.owner, '') IN ['', $dead] OR l.expiresAt < timestamp() THEN [1] ELSE [] END |
  SET l.owner = $owner, l.host = $host, l.pid = $pid, l.scope = $scope, l.startedAt = $startedAt,
    l.expiresAt = timestamp() + $life)
RETURN l.owner AS owner, l.host AS host, l.pid AS pid, l.scope AS scope, l.startedAt AS startedAt, l.expiresAt AS expiresAt`;

const busy = (row: LockRow): FamaiError =>
  new FamaiError(
    'DATA_LOCKED',
    `另一个导入正在进行（主机 ${row.host}，进程 ${row.pid}）：请等它结束后再试。 / Another import is running (host ${row.host}, process ${row.pid}): wait for it to end, then try again.`,
    { retryAfter: Math.max(1, Math.ceil((row.expiresAt - Date.now()) / 1000)) },
  );

/**
 * Whether to take the lock `row` away, look again, or leave it. A holder whose process cannot be seen from here, in another
 * container or on another machine, is alive once it renews; `since` is when this holder and this date of expiry were first seen.
 */
const judge = async (row: LockRow, renewed: boolean, since: number): Promise<'take' | 'look' | 'busy'> => {
  const fate = await fateOf(row);
  if (fate === 'dead') return 'take';
  if (fate === 'self') return Date.now() - since < OWN_MS ? 'look' : 'busy';
  return fate === 'alive' || renewed ? 'busy' : 'look';
};

/**
 * Takes the lock. One left by a dead process of this machine is taken over at once, one that a dead process elsewhere has
 * left when it runs out.
 * @throws FamaiError DATA_LOCKED naming who holds it
 */
export const takeImportLock = async (connection: Connection): Promise<ImportLock> => {
  const owner = randomUUID();
  const self = await ownIdentity();
  const { transact } = createWriter(connection, null);
  const { transact: tryOnce } = createWriter(connection, null, 0);
  const take = (dead: string) =>
    transact(async (tx) => {
      const params = { ...self, pid: whole(self.pid), owner, dead, life: whole(LIFE_MS) };
      const { records } = await tx.run(TAKE, params);
      return LockRow.parse(records[0]?.toObject());
    });
  let row = await take('');
  for (let [first, since] = [row, Date.now()]; row.owner !== owner; ) {
    if (row.owner !== first.owner) [first, since] = [row, Date.now()];
    const verdict = await judge(row, row.expiresAt !== first.expiresAt, since);
    if (verdict === 'busy') throw busy(row);
    if (verdict === 'look') await sleep(LOOK_MS);
    row = await take(verdict === 'take' ? row.owner : '');
  }
  const renewal = "MATCH (l:Meta {id: 'import-lock', owner: $owner}) SET l.expiresAt = timestamp() + $life";
  // A renewal that fails is not repeated: the next one comes anyway.
  const renew = (): Promise<unknown> =>
    tryOnce((tx) => tx.run(renewal, { owner, life: whole(LIFE_MS) })).catch(() => {});
  const beat = setInterval(() => void renew(), RENEW_MS);
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

import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '#server/store/driver.ts';
import { takeImportLock } from '#server/store/import-lock.ts';
import { ownIdentity } from '#server/store/process-identity.ts';
import { connectTest } from '#tests/support/neo4j.ts';

/** A process number that nobody has: the kernel's limit is lower. */
const NOBODY = 2 ** 30;

describe('the lock of an import that did not give it back', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await connectTest();
  });
  afterAll(() => connection.close());
  beforeEach(() => run("MATCH (l:Meta {id: 'import-lock'}) DELETE l"));

  const run = async (cypher: string, params: Record<string, unknown> = {}): Promise<void> => {
    const session = connection.session('WRITE');
    await session.run(cypher, params);
    await session.close();
  };
  const leave = async (changes: Record<string, unknown>, leftMs = 60_000): Promise<void> =>
    run("MERGE (l:Meta {id: 'import-lock'}) SET l += $lock, l.owner = 'other', l.expiresAt = timestamp() + $leftMs", {
      lock: { ...(await ownIdentity()), ...changes },
      leftMs,
    });
  const taken = async (): Promise<number> => {
    const started = performance.now();
    await (await takeImportLock(connection)).release();
    return performance.now() - started;
  };

  it('is taken over at once when its process is gone', async () => {
    await leave({ pid: NOBODY });
    expect(await taken()).toBeLessThan(2_000);
  });

  it('is taken over at once when another process has got its number, this very one included', async () => {
    await leave({ startedAt: '1' });
    expect(await taken()).toBeLessThan(2_000);
    await leave({ pid: process.ppid, startedAt: '1' });
    expect(await taken()).toBeLessThan(2_000);
  });

  it('is refused at once while its process lives', async () => {
    const other = spawn('sleep', ['60']);
    const pid = other.pid ?? 0;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    await leave({ pid, startedAt: stat.split(') ')[1]?.split(' ')[19] });
    const started = performance.now();
    await expect(takeImportLock(connection)).rejects.toMatchObject({
      code: 'DATA_LOCKED',
      message: expect.stringContaining(String(pid)),
    });
    expect(performance.now() - started).toBeLessThan(2_000);
    other.kill();
  });

  it('is refused when its holder lies in another container and renews it', async () => {
    await leave({ scope: 'another container' });
    const take = expect(takeImportLock(connection)).rejects.toMatchObject({ code: 'DATA_LOCKED' });
    await sleep(1_000);
    await run("MATCH (l:Meta {id: 'import-lock'}) SET l.expiresAt = timestamp() + 60000");
    await take;
  });

  it('is taken once it runs out when nobody in the other container renews it', async () => {
    await leave({ scope: 'another container' }, 3_000);
    const ms = await taken();
    expect(ms).toBeGreaterThan(1_500);
    expect(ms).toBeLessThan(6_000);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importFiles } from '#ingest/import-files.ts';
import { startManagedDatabase } from '#server/database/supervisor.ts';
import { connect } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { makeFolder, statute, 水库法, 渔船办法, 渡口条例 } from '#tests/support/corpus.ts';
import { dumpGraph } from '#tests/support/dump.ts';
import { until } from '#tests/support/process.ts';

const DISK_MB = 300;
const disk = mkdtempSync(join(tmpdir(), 'famai-disk-'));

/** Only root may mount, and not in every container. */
const mounted = ((): boolean => {
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('a small disk cannot be mounted here: what a full disk does is not tested');
    return false;
  }
})();

describe('a disk that fills up during an import', { timeout: 300_000 }, () => {
  afterAll(async () => {
    if (mounted) execFileSync('/bin/umount', ['-l', disk]);
    await rm(disk, { recursive: true, force: true });
  });

  it.runIf(mounted)(
    'is said in one line; with space again the database comes back and the same import completes',
    async () => {
      const documents = await makeFolder({ 'a.md': 水库法, 'b.md': 渡口条例, 'c.md': 渔船办法 });
      const database = await startManagedDatabase({ dataFolder: join(disk, 'data'), healthEveryMs: 15_000 });
      const connection = connect(database);
      const load = () => importFiles({ paths: [documents.path], writer: createGraphWriter(connection), threads: 1 });
      await load();
      const before = await dumpGraph(connection);
      await documents.write(
        '大.md',
        statute('大法', '2020-01-01', [Array.from({ length: 60_000 }, (_, n) => `依法管理第${n}类事项。`).join('\n')]),
      );

      await writeFile(join(disk, 'ballast'), Buffer.alloc(DISK_MB * 1_000_000)).catch(() => {});
      await expect(load()).rejects.toMatchObject({
        code: 'DATABASE_UNAVAILABLE',
        message: expect.stringContaining('磁盘可能已满'),
      });

      await rm(join(disk, 'ballast'));
      await until(() => database.state() === 'restarting', 60_000);
      await until(() => database.state() === 'ready', 120_000);
      await load();
      const after = await dumpGraph(connection);
      expect(after.filter((line) => !line.includes('大法') && !line.includes('大.md'))).toEqual(before);
      expect(after.length).toBeGreaterThan(before.length);
      await connection.close();
      await database.kill();
      await documents.dispose();
    },
  );
});

/** A whole store into one file, and back. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { FamaiError } from '#model/errors.ts';
import type { Connection } from '#server/store/driver.ts';
import { openRestore, type RestoreTarget, withoutImports } from '#server/store/restore.ts';
import { ensureSchema } from '#server/store/schema.ts';
import { allNodes, allRelations, type WholeNode, type WholeRelation } from '#server/store/whole-graph.ts';
import { type BackupCounts, backupLines, checkBackup, readBackup } from './format.ts';

const BATCH = 4_000;

const unwritable = (error: unknown): unknown =>
  error instanceof Error &&
  'code' in error &&
  ['EACCES', 'ENOENT', 'ENOSPC', 'EISDIR', 'EROFS'].includes(String(error.code))
    ? new FamaiError(
        'CONFIG',
        `备份文件无法写入（${String(error.code)}）：请检查路径、权限与磁盘空间。 / The backup file cannot be written: check path, permission and disk space.`,
        {
          cause: error,
        },
      )
    : error;

/**
 * Writes the whole store to `file`. It appears under its name only when it is complete; no import runs meanwhile.
 * @throws FamaiError DATA_LOCKED while an import runs, CONFIG when the file cannot be written
 */
export const backUp = async (connection: Connection, file: string): Promise<BackupCounts> => {
  await ensureSchema(connection);
  return withoutImports(connection, async () => {
    let counts: BackupCounts = { nodes: 0, relations: 0 };
    const partial = `${file}.partial`;
    const lines = backupLines(allNodes(connection), allRelations(connection), new Date().toISOString(), (all) => {
      counts = all;
    });
    try {
      await pipeline(lines, createGzip(), createWriteStream(partial, { mode: 0o600 }));
      await rename(partial, file);
    } catch (error) {
      await rm(partial, { force: true });
      throw unwritable(error);
    }
    return counts;
  });
};

const writeAll = async (file: string, target: RestoreTarget): Promise<void> => {
  let nodes: WholeNode[] = [];
  let relations: WholeRelation[] = [];
  const flush = async (): Promise<void> => {
    if (nodes.length > 0) await target.nodes(nodes);
    if (relations.length > 0) await target.relations(relations);
    [nodes, relations] = [[], []];
  };
  for await (const entry of readBackup(file)) {
    if ('node' in entry) nodes.push(entry.node);
    else relations.push(entry.relation);
    if (nodes.length + relations.length >= BATCH) await flush();
  }
  await flush();
};

/**
 * Writes a backup into an empty database; the file is read whole and checked before anything is written.
 * @throws FamaiError UNREADABLE, SCHEMA_TOO_NEW, CONFIG when the database is not empty, DATA_LOCKED
 */
export const restore = async (connection: Connection, file: string, replace: boolean): Promise<BackupCounts> => {
  const counts = await checkBackup(file);
  const target = await openRestore(connection, replace);
  try {
    await writeAll(file, target);
  } finally {
    await target.close();
  }
  return counts;
};

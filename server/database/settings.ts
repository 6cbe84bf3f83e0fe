/** Neo4j's settings and the password of the managed database. Why each one is there: docs/decisions.md and the security notes it names. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { FamaiError } from '#model/errors.ts';
import type { DatabaseFolders } from './folders.ts';

/** What keeps a reader's query from files, the network and the whole machine. */
const GUARD_SETTINGS = {
  'dbms.security.auth_enabled': 'true',
  // Without these two a read-only query returns any file of this machine and calls any address (LOAD CSV).
  'dbms.security.allow_csv_import_from_file_urls': 'false',
  'internal.dbms.cypher_ip_blocklist': '0.0.0.0/0,::/0',
  'db.transaction.timeout': '10s',
  'db.memory.transaction.max': '64m',
  // Two of the console's and three of an import's at once.
  'dbms.memory.transaction.total.max': '256m',
} as const;

const settingsText = (port: number): string =>
  Object.entries({
    'server.bolt.enabled': 'true',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    ...GUARD_SETTINGS,
    'server.memory.pagecache.size': '256m',
    // A console sees many different texts; a thousand cached plans of the default fill a small heap.
    'server.memory.query_cache.per_db_cache_num_entries': '200',
    // Of the full-text index. Neo4j's own 2 writes every text of a large import six times over.
    'internal.dbms.index.lucene.merge_factor': '10',
    'db.tx_log.rotation.retention_policy': '2 files',
    'db.tx_log.rotation.size': '64m',
    'dbms.usage_report.enabled': 'false',
  })
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');

export const writeSettings = async (folders: DatabaseFolders, port: number): Promise<void> => {
  await writeFile(folders.settings, settingsText(port), { mode: 0o600 });
};

/**
 * The password of this data folder, made at the first start: 32 characters, readable by the owner alone.
 * It is kept in a file because command lines and system properties can be read by others.
 */
export const readOrMakePassword = async (folders: DatabaseFolders): Promise<string> => {
  if (!existsSync(folders.password)) {
    await writeFile(folders.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readPassword(folders);
};

/** @throws FamaiError CONFIG when there is none. */
export const readPassword = async (folders: DatabaseFolders): Promise<string> => {
  const password = (await readFile(folders.password, 'utf8').catch(() => '')).trim();
  if (password.length < 8) {
    throw new FamaiError(
      'CONFIG',
      '本地数据库的密码文件缺失或为空：请恢复数据目录中的 neo4j-password，或删除整个数据目录后重新导入。 / The password file of the local database is missing or empty: restore neo4j-password in the data folder, or delete the data folder and import again.',
    );
  }
  return password;
};

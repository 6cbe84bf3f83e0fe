/** Where the local database keeps its things. Data and libraries are apart: the libraries can be fetched again. */
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FamaiError } from '#model/errors.ts';

/** The folder that holds package.json. */
export const PROJECT_ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const LIBRARIES = join(PROJECT_ROOT, '.famai', 'neo4j-lib');

export interface DatabaseFolders {
  readonly data: string;
  /** Neo4j's home: its store, its transaction logs, its logs. */
  readonly home: string;
  readonly settings: string;
  readonly password: string;
  /** Which JVM serves this folder now, for other commands of the same product. */
  readonly state: string;
}

export const databaseFolders = (data: string): DatabaseFolders => ({
  data: resolve(data),
  home: resolve(data, 'neo4j'),
  settings: resolve(data, 'neo4j.conf'),
  password: resolve(data, 'neo4j-password'),
  state: resolve(data, 'neo4j-state.json'),
});

/** `FAMAI_DATA`, by default `.famai` in the project. */
export const dataFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  resolve(env['FAMAI_DATA'] ?? join(PROJECT_ROOT, '.famai'));

/** Neo4j's jars, shared by every data folder of this project: `FAMAI_NEO4J_LIB`, by default `.famai/neo4j-lib` in the project. */
export const libraryFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  resolve(env['FAMAI_NEO4J_LIB'] ?? LIBRARIES);

/** Makes the data folder, for its owner alone. @throws FamaiError CONFIG when it cannot be written. */
export const makeDataFolder = async (folders: DatabaseFolders): Promise<void> => {
  try {
    await mkdir(folders.home, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new FamaiError(
      'CONFIG',
      '数据目录无法写入：请检查 FAMAI_DATA 所指目录的权限。 / FAMAI_DATA is not writable.',
      {
        cause,
      },
    );
  }
};

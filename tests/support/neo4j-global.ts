/** One real Neo4j for the whole `store` project: its own data folder under the system's temporary one, gone afterwards. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startManagedDatabase } from '#server/database/supervisor.ts';
import type { DatabaseConfig } from '#server/store/driver.ts';

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: DatabaseConfig;
  }
}

/** `NEO4J_TEST_URI` (with `NEO4J_TEST_PASSWORD`) reuses one that runs already: everything in it is deleted. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const uri = process.env['NEO4J_TEST_URI'];
  if (uri !== undefined) {
    const password = process.env['NEO4J_TEST_PASSWORD'] ?? '';
    project.provide('neo4j', { uri, user: 'neo4j', password, database: 'neo4j' });
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), 'famai-test-'));
  const managed = await startManagedDatabase({
    dataFolder: folder,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  const { user, password, database } = managed;
  project.provide('neo4j', { uri: managed.uri, user, password, database });
  return async () => {
    await managed.kill();
    await rm(folder, { recursive: true, force: true });
  };
};

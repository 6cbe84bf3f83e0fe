/** Which database a command talks to: the user's own, the one that already runs, or one started for it. */
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';
import type { DatabaseConfig } from '#server/store/driver.ts';
import { runningDatabase } from './claim.ts';
import { databaseFolders, dataFolder } from './folders.ts';
import { readPassword } from './settings.ts';
import { type ManagedDatabase, startManagedDatabase } from './supervisor.ts';

const DatabaseEnv = z.object({
  NEO4J_URI: z
    .string()
    .regex(/^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/[^\s]+$/)
    .optional(),
  NEO4J_USER: z.string().min(1).default('neo4j'),
  NEO4J_PASSWORD: z.string().default(''),
  NEO4J_DATABASE: z.string().min(1).default('neo4j'),
  FAMAI_BOLT_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  FAMAI_HEAP: z
    .string()
    .regex(/^\d+[mMgG]$/)
    .default('1g'),
});

export interface OpenDatabase {
  readonly config: DatabaseConfig;
  /** Null when it is the user's own or belongs to another process. */
  readonly managed: ManagedDatabase | null;
  /** How it was found, for the person at the terminal. */
  readonly origin: 'external' | 'running' | 'started';
  /** Ends it if it was started here. */
  close(): Promise<void>;
}

const parseEnv = (env: NodeJS.ProcessEnv): z.infer<typeof DatabaseEnv> => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = DatabaseEnv.safeParse(set);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0] ?? '');
  throw new FamaiError(
    'CONFIG',
    `环境变量 ${name} 的值无效，例如 NEO4J_URI=neo4j+s://example.org:7687。 / The value of ${name} is not valid.`,
  );
};

/** The user's own database as the environment names it, null when `NEO4J_URI` is not set. @throws FamaiError CONFIG */
export const externalDatabase = (env: NodeJS.ProcessEnv): DatabaseConfig | null => {
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = parseEnv(env);
  if (NEO4J_URI === undefined) return null;
  return { uri: NEO4J_URI, user: NEO4J_USER, password: NEO4J_PASSWORD, database: NEO4J_DATABASE };
};

/**
 * Opens the database of this environment; the caller closes it.
 * @param say Progress of a first start, one line at a time.
 * @throws FamaiError as `startManagedDatabase` does
 */
export const openDatabase = async (say: (line: string) => void, env = process.env): Promise<OpenDatabase> => {
  const external = externalDatabase(env);
  if (external !== null) return { config: external, managed: null, origin: 'external', close: async () => {} };
  const data = dataFolder(env);
  const folders = databaseFolders(data);
  const running = await runningDatabase(folders);
  if (running !== null) {
    const config = { uri: running.uri, user: 'neo4j', password: await readPassword(folders), database: 'neo4j' };
    return { config, managed: null, origin: 'running', close: async () => {} };
  }
  const { FAMAI_BOLT_PORT, FAMAI_HEAP } = parseEnv(env);
  const managed = await startManagedDatabase({ dataFolder: data, port: FAMAI_BOLT_PORT, heap: FAMAI_HEAP, say });
  return { config: managed, managed, origin: 'started', close: () => managed.stop() };
};

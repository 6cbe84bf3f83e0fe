/** The settings of the app, read once from the environment. Everything else gets them as values. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';

const PROJECT_ROOT = resolve(import.meta.dirname, '..');

/** An empty variable is an unset one: `HOST= npm start` means the default. */
const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();
const number = (fallback: number, min: number, max: number) =>
  text.transform((value) => (value === undefined ? fallback : Number(value))).pipe(z.int().min(min).max(max));

const Environment = z.object({
  PORT: number(3000, 0, 65_535),
  HOST: text,
  FAMAI_HOSTS: text,
  FAMAI_DATA: text,
  FAMAI_TOKEN: text.pipe(z.string().min(16).optional()),
  FAMAI_HEAP: text.pipe(
    z
      .string()
      .regex(/^\d+[mgMG]$/)
      .optional(),
  ),
  FAMAI_BOLT_PORT: number(0, 0, 65_535),
  FAMAI_LOG: text.pipe(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).optional()),
  NEO4J_URI: text.pipe(
    z
      .string()
      .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\//)
      .optional(),
  ),
  NEO4J_USER: text,
  NEO4J_PASSWORD: text,
  NEO4J_DATABASE: text,
});

/** What each variable must look like, for the message when one does not. */
const EXPECTED: Readonly<Record<string, string>> = {
  PORT: '0–65535 的整数 / an integer, 0 to 65535',
  FAMAI_TOKEN: '至少 16 个字符 / at least 16 characters',
  FAMAI_HEAP: '如 512m、2g / like 512m or 2g',
  FAMAI_BOLT_PORT: '0–65535 的整数 / an integer, 0 to 65535',
  FAMAI_LOG: 'trace, debug, info, warn, error, silent',
  NEO4J_URI: 'bolt://… 或 neo4j://… / bolt://… or neo4j://…',
};

export interface Config {
  readonly port: number;
  /** Address to listen on; beyond loopback, writing needs `token`. */
  readonly host: string;
  /** Names an opened server answers to besides addresses and localhost. */
  readonly hosts: readonly string[];
  readonly token: string | null;
  readonly projectRoot: string;
  readonly dataFolder: string;
  readonly logLevel: string;
  readonly heap: string | null;
  readonly boltPort: number;
  /** A Neo4j of the user's own; null = the local one that the app starts. */
  readonly neo4j: {
    readonly uri: string;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  } | null;
}

/**
 * Reads the configuration.
 * @throws FamaiError CONFIG naming the variable and what it must look like.
 */
export const loadConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? '');
    throw new FamaiError('CONFIG', `环境变量 ${name} 有误 / is not valid: ${EXPECTED[name] ?? ''}`);
  }
  const set = parsed.data;
  if (set.NEO4J_URI !== undefined && set.NEO4J_PASSWORD === undefined) {
    throw new FamaiError(
      'CONFIG',
      '设置了 NEO4J_URI 时也要设置 NEO4J_PASSWORD / NEO4J_URI is set: set NEO4J_PASSWORD as well',
    );
  }
  return {
    port: set.PORT,
    host: set.HOST ?? '127.0.0.1',
    hosts: (set.FAMAI_HOSTS ?? '').split(/[\s,]+/).filter((name) => name !== ''),
    token: set.FAMAI_TOKEN ?? null,
    projectRoot: PROJECT_ROOT,
    dataFolder: resolve(set.FAMAI_DATA ?? resolve(PROJECT_ROOT, '.famai')),
    logLevel: set.FAMAI_LOG ?? 'info',
    heap: set.FAMAI_HEAP ?? null,
    boltPort: set.FAMAI_BOLT_PORT,
    neo4j:
      set.NEO4J_URI === undefined
        ? null
        : {
            uri: set.NEO4J_URI,
            user: set.NEO4J_USER ?? 'neo4j',
            password: set.NEO4J_PASSWORD ?? '',
            database: set.NEO4J_DATABASE ?? 'neo4j',
          },
  };
};

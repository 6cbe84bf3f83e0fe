/** The real server on a real port over the real Neo4j, with the test documents and the product's own imported. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Logger, pino } from 'pino';
import { inject } from 'vitest';
import type { z } from 'zod';
import { importFiles } from '#ingest/import-files.ts';
import { ErrorBody } from '#model/wire/common.ts';
import { loadConfig } from '#server/config.ts';
import { startApp } from '#server/main.ts';
import { type DatabaseStatus, externalStatus } from '#server/services/database.ts';
import type { Connection } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { connectTest, wipe } from '#tests/support/neo4j.ts';
import { TEST_TEXTS, type TestText } from './texts.ts';

export interface TestApp {
  readonly url: string;
  readonly connection: Connection;
  /** Where saved views and other files of this app are. */
  readonly data: string;
  get(path: string, init?: RequestInit): Promise<Response>;
  /** GET, 200, and the answer checked by its schema. */
  json<T extends z.ZodType>(schema: T, path: string): Promise<z.output<T>>;
  /** The error of an answer that must be one. */
  error(path: string, init?: RequestInit): Promise<{ status: number; code: string; message: string }>;
  /** One number, straight from the database. */
  count(cypher: string, params?: Record<string, unknown>): Promise<number>;
  rows(cypher: string, params?: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export const of = (id: string): string => encodeURIComponent(id);

const importTexts = async (connection: Connection, data: string, texts: readonly TestText[]): Promise<void> => {
  const folder = join(data, 'documents');
  await mkdir(folder, { recursive: true });
  await Promise.all(texts.map(({ path, text }) => writeFile(join(folder, path), text)));
  const problems: string[] = [];
  await importFiles({
    paths: [folder, resolve('graph-data/documents')],
    writer: createGraphWriter(connection),
    threads: 1,
    onProblem: ({ shown, message }) => problems.push(`${shown}: ${message}`),
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
};

export interface TestAppOptions {
  readonly database?: DatabaseStatus;
  readonly env?: Readonly<Record<string, string>>;
  readonly clientFolder?: string;
  readonly log?: Logger;
  readonly warmEveryMs?: number;
}

/** An app over a store that is already filled. */
export const startTestApp = async (connection: Connection, options: TestAppOptions = {}): Promise<TestApp> => {
  const data = await mkdtemp(join(tmpdir(), 'famai-app-'));
  const database = options.database ?? externalStatus(inject('neo4j'));
  const app = await startApp(
    { ...loadConfig({ PORT: '0', FAMAI_DATA: data, ...options.env }) },
    {
      database,
      log: options.log ?? pino({ level: 'silent' }),
      ...(options.warmEveryMs === undefined ? {} : { warmEveryMs: options.warmEveryMs }),
      ...(options.clientFolder === undefined ? {} : { clientFolder: options.clientFolder }),
    },
  );
  const rows = async (cypher: string, params: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> => {
    const session = connection.session('READ');
    try {
      return (await session.run(cypher, params)).records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  };
  const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`${app.url}${path}`, init);
  return {
    url: app.url,
    connection,
    data,
    get,
    json: async (schema, path) => {
      const response = await get(path);
      const body: unknown = await response.json();
      if (response.status !== 200) throw new Error(`${response.status} ${path} ${JSON.stringify(body)}`);
      return schema.parse(body);
    },
    error: async (path, init) => {
      const response = await get(path, init);
      const { error } = ErrorBody.parse(await response.json());
      return { status: response.status, code: error.code, message: error.message };
    },
    count: async (cypher, params) => Number(Object.values((await rows(cypher, params))[0] ?? {})[0]),
    rows,
    close: async () => {
      await app.close();
      await database.close();
      await rm(data, { recursive: true, force: true });
    },
  };
};

/** A store with the test documents, and an app over it; `close` ends both. */
export const startFilledApp = async (options: TestAppOptions = {}): Promise<TestApp> => {
  const connection = await connectTest();
  await wipe(connection);
  const data = await mkdtemp(join(tmpdir(), 'famai-documents-'));
  await importTexts(connection, data, TEST_TEXTS);
  await rm(data, { recursive: true, force: true });
  const app = await startTestApp(connection, options);
  return {
    ...app,
    close: async () => {
      await app.close();
      await connection.close();
    },
  };
};

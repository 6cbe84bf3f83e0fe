/** Reading: named, parameterised Cypher templates whose rows are validated, so that every answer can show its query. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { FamaiError } from '#model/errors.ts';
import { type Connection, isConnectionLoss, toFamaiError } from './driver.ts';
import { type Params, toNeo4j, toPlain } from './values.ts';

/** One question to the graph. `row` validates every record: what the database holds is input like any other. */
export interface QueryTemplate<P extends Params, R> {
  /** Names the query in logs and metrics. */
  readonly name: string;
  readonly cypher: string;
  readonly row: z.ZodType<R>;
  /** Never set by a value: it only ties the parameters' type to the template. */
  readonly params?: P;
}

/** A template of parameters `P`: `defineQuery<{ id: string }>()({ name, cypher, row })`. */
export const defineQuery =
  <P extends Params>() =>
  <R>(template: { name: string; cypher: string; row: z.ZodType<R> }): QueryTemplate<P, R> =>
    template;

export interface Reader {
  /** All rows. @throws FamaiError DATABASE_UNAVAILABLE, TIMEOUT, INTERNAL for a row that is not as the template says */
  run<P extends Params, R>(template: QueryTemplate<P, R>, params: P): Promise<R[]>;
  /** The first row, null when there is none. */
  first<P extends Params, R>(template: QueryTemplate<P, R>, params: P): Promise<R | null>;
}

export interface ReaderOptions {
  /** Milliseconds the server may take for one query. */
  readonly timeoutMs?: number;
}

/** One loss of the connection is met by one more try: after a restart of the database the pool still holds dead sockets. */
const TRIES = 2;
const RETRY_MS = 50;

const readRecords = async (
  connection: Connection,
  cypher: string,
  params: Params,
  timeoutMs: number,
): Promise<unknown[]> => {
  const session = connection.session('READ');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    // A server that does not even say that its own timeout has passed is not there, or as good as that.
    timer = setTimeout(
      () =>
        reject(
          new FamaiError(
            'DATABASE_UNAVAILABLE',
            '数据库没有应答，请稍后重试。 / The database does not answer, try again shortly.',
            { retryAfter: 5 },
          ),
        ),
      timeoutMs + 2_000,
    );
  });
  const query = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, toNeo4j(value)]));
  try {
    const { records } = await Promise.race([session.run(cypher, query, { timeout: timeoutMs }), late]);
    return records.map((record) => toPlain(record.toObject()));
  } finally {
    clearTimeout(timer);
    void session.close().catch(() => {});
  }
};

export const createReader = (connection: Connection, { timeoutMs = 10_000 }: ReaderOptions = {}): Reader => {
  const read = async (cypher: string, params: Params): Promise<unknown[]> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await readRecords(connection, cypher, params, timeoutMs);
      } catch (error) {
        if (attempt === TRIES || !isConnectionLoss(error)) throw toFamaiError(error);
        await sleep(RETRY_MS);
      }
    }
  };
  const run = async <P extends Params, R>(template: QueryTemplate<P, R>, params: P): Promise<R[]> => {
    const rows = await read(template.cypher, params);
    return rows.map((row) => {
      const parsed = template.row.safeParse(row);
      if (parsed.success) return parsed.data;
      throw new FamaiError(
        'INTERNAL',
        `查询 ${template.name} 的结果不符合预期。 / ${template.name} answered in another shape.`,
        {
          cause: parsed.error,
        },
      );
    });
  };
  const first = async <P extends Params, R>(template: QueryTemplate<P, R>, params: P): Promise<R | null> =>
    (await run(template, params))[0] ?? null;
  return { run, first };
};

/** What is in the graph, for completion: asked of the live database and kept for a while. */
import { type CypherSchema, CypherSchema as Shape } from '#model/wire/console.ts';
import { type Connection, connect, type DatabaseConfig, toFamaiError } from '#server/store/driver.ts';
import { ALLOWED_PROCEDURES } from './plan-guard.ts';

export interface SchemaService {
  /** @throws FamaiError DATABASE_UNAVAILABLE */
  read(): Promise<CypherSchema>;
  close(): Promise<void>;
}

const FRESH_MS = 30_000;
const QUERY_MS = 10_000;
/** Nodes or relationships of one kind looked at for their property names. */
const SAMPLE = 200;

const quoted = (name: string) => `\`${name.replaceAll('`', '``')}\``;

export function createSchemaService(config: () => DatabaseConfig): SchemaService {
  let known: { at: number; uri: string; schema: Promise<CypherSchema> } | null = null;
  const open = new Set<Connection>();

  const load = async (database: DatabaseConfig): Promise<CypherSchema> => {
    const connection = connect(database, { maxConnectionPoolSize: 2 });
    open.add(connection);
    try {
      return Shape.parse(await readSchema(connection));
    } catch (error) {
      known = null;
      throw toFamaiError(error);
    } finally {
      open.delete(connection);
      await connection.close();
    }
  };

  return {
    read() {
      const database = config();
      if (known === null || known.uri !== database.uri || performance.now() - known.at > FRESH_MS) {
        known = { at: performance.now(), uri: database.uri, schema: load(database) };
      }
      return known.schema;
    },
    close: async () => {
      await Promise.allSettled([...open].map((each) => each.close()));
    },
  };
}

type Ask = (text: string) => Promise<Record<string, unknown>[]>;

async function readSchema(connection: Connection): Promise<CypherSchema> {
  const session = connection.session('READ');
  const ask: Ask = async (text) =>
    (await session.run(text, {}, { timeout: QUERY_MS })).records.map((record) => record.toObject());
  try {
    const labels = await inOrder(strings(await ask('CALL db.labels()'), 'label').sort(), (name) => labelOf(ask, name));
    const inUse = labels.filter(({ count }) => count > 0);
    const types = strings(await ask('CALL db.relationshipTypes()'), 'relationshipType').sort();
    const names = inUse.map(({ name }) => name);
    const relationshipTypes = await inOrder(types, (name) => typeOf(ask, name, names));
    return {
      labels: inUse,
      relationshipTypes: relationshipTypes.filter(({ count }) => count > 0),
      propertyKeys: strings(await ask('CALL db.propertyKeys()'), 'propertyKey').sort(),
      procedures: [...ALLOWED_PROCEDURES],
    };
  } finally {
    await session.close();
  }
}

async function labelOf(ask: Ask, name: string) {
  const [counted] = await ask(`MATCH (n:${quoted(name)}) RETURN count(n) AS count`);
  const keys = await ask(`MATCH (n:${quoted(name)}) WITH n LIMIT ${SAMPLE} UNWIND keys(n) AS key RETURN DISTINCT key`);
  return { name, count: Number(counted?.['count'] ?? 0), properties: strings(keys, 'key').sort() };
}

/** Ends come from the count store; a pair is kept when one such relationship exists. */
async function typeOf(ask: Ask, name: string, labels: readonly string[]) {
  const type = quoted(name);
  const [counted] = await ask(`MATCH ()-[r:${type}]->() RETURN count(r) AS count`);
  const keys = await ask(`MATCH ()-[r:${type}]->() WITH r LIMIT ${SAMPLE} UNWIND keys(r) AS key RETURN DISTINCT key`);
  const ends = labels.map(
    (label, index) => `COUNT { (:${quoted(label)})-[:${type}]->() } AS f${index},
    COUNT { ()-[:${type}]->(:${quoted(label)}) } AS t${index}`,
  );
  const [counts] = ends.length === 0 ? [] : await ask(`RETURN ${ends.join(', ')}`);
  const having = (side: 'f' | 't') => labels.filter((_, index) => Number(counts?.[`${side}${index}`] ?? 0) > 0);
  const candidates = having('f').flatMap((from) => having('t').map((to) => ({ from, to })));
  const pairs = await inOrder(candidates, async (pair) => {
    const [row] = await ask(`RETURN EXISTS { (:${quoted(pair.from)})-[:${type}]->(:${quoted(pair.to)}) } AS there`);
    return row?.['there'] === true ? [pair] : [];
  });
  return { name, count: Number(counted?.['count'] ?? 0), properties: strings(keys, 'key').sort(), pairs: pairs.flat() };
}

/** One after another: a session runs one query at a time. */
async function inOrder<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> {
  const made: U[] = [];
  for (const item of items) made.push(await work(item));
  return made;
}

const strings = (rows: readonly Record<string, unknown>[], key: string) => rows.map((row) => String(row[key]));

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

interface Known {
  readonly uri: string;
  readonly at: number;
  readonly schema: Promise<CypherSchema>;
}

/** Answers with what it knows; what is older than a while is read again behind it, so that nobody waits twice. */
export function createSchemaService(config: () => DatabaseConfig): SchemaService {
  let known: Known | null = null;
  let reading = false;
  const open = new Set<Connection>();

  const load = async (database: DatabaseConfig): Promise<CypherSchema> => {
    const connection = connect(database, { maxConnectionPoolSize: 2 });
    open.add(connection);
    try {
      return Shape.parse(await readSchema(connection));
    } catch (error) {
      throw toFamaiError(error);
    } finally {
      open.delete(connection);
      await connection.close();
    }
  };

  const learn = (database: DatabaseConfig): Known => {
    const asked: Known = { uri: database.uri, at: performance.now(), schema: load(database) };
    known = asked;
    asked.schema.catch(() => {
      if (known === asked) known = null;
    });
    return asked;
  };

  const renew = async (old: Known, database: DatabaseConfig): Promise<void> => {
    if (reading) return;
    reading = true;
    try {
      const schema = await load(database);
      if (known === old) known = { uri: database.uri, at: performance.now(), schema: Promise.resolve(schema) };
    } catch {
      // Away or busy: what is known stays good until the next question.
    } finally {
      reading = false;
    }
  };

  return {
    read() {
      const database = config();
      if (known === null || known.uri !== database.uri) return learn(database).schema;
      if (performance.now() - known.at > FRESH_MS) void renew(known, database);
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
    const labels = await kindsOf(ask, strings(await ask('CALL db.labels()'), 'label'), (name) => `(x:${name})`);
    const names = strings(await ask('CALL db.relationshipTypes()'), 'relationshipType');
    const types = await kindsOf(ask, names, (name) => `()-[x:${name}]->()`);
    const relationshipTypes = await inOrder(types, async (type) => ({
      ...type,
      pairs: await pairsOf(
        ask,
        type.name,
        labels.map(({ name }) => name),
      ),
    }));
    return {
      labels,
      relationshipTypes,
      propertyKeys: strings(await ask('CALL db.propertyKeys()'), 'propertyKey').sort(),
      procedures: [...ALLOWED_PROCEDURES],
    };
  } finally {
    await session.close();
  }
}

/** Those in use, with their number from the count store and the properties of a few: two questions for all of them. */
async function kindsOf(ask: Ask, names: readonly string[], pattern: (name: string) => string) {
  if (names.length === 0) return [];
  const arms = (arm: (at: number, name: string) => string) =>
    names.map((name, at) => arm(at, pattern(quoted(name)))).join('\nUNION ALL\n');
  const counts = await ask(arms((at, kind) => `MATCH ${kind} RETURN ${at} AS at, count(x) AS count`));
  const keys = await ask(
    arms(
      (at, kind) =>
        `MATCH ${kind} WITH x LIMIT ${SAMPLE} UNWIND keys(x) AS key RETURN ${at} AS at, collect(DISTINCT key) AS keys`,
    ),
  );
  const of = (rows: Record<string, unknown>[], at: number) => rows.find((row) => Number(row['at']) === at);
  return names
    .map((name, at) => {
      const found = of(keys, at)?.['keys'];
      return {
        name,
        count: Number(of(counts, at)?.['count'] ?? 0),
        properties: Array.isArray(found) ? found.map(String).sort() : [],
      };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Ends come from the count store; only where both ends leave a choice is one such relationship looked for. */
async function pairsOf(ask: Ask, name: string, labels: readonly string[]) {
  if (labels.length === 0) return [];
  const type = quoted(name);
  const ends = labels.map(
    (label, index) => `COUNT { (:${quoted(label)})-[:${type}]->() } AS f${index},
    COUNT { ()-[:${type}]->(:${quoted(label)}) } AS t${index}`,
  );
  const [counts] = await ask(`RETURN ${ends.join(', ')}`);
  const having = (side: 'f' | 't') => labels.filter((_, index) => Number(counts?.[`${side}${index}`] ?? 0) > 0);
  const [from, to] = [having('f'), having('t')];
  const candidates = from.flatMap((one) => to.map((other) => ({ from: one, to: other })));
  if (from.length === 1 || to.length === 1 || candidates.length === 0) return candidates;
  const there = candidates.map(
    (pair, at) => `EXISTS { (:${quoted(pair.from)})-[:${type}]->(:${quoted(pair.to)}) } AS p${at}`,
  );
  const [found] = await ask(`RETURN ${there.join(', ')}`);
  return candidates.filter((_, at) => found?.[`p${at}`] === true);
}

/** One after another: a session runs one query at a time. */
async function inOrder<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<U[]> {
  const made: U[] = [];
  for (const item of items) made.push(await work(item));
  return made;
}

const strings = (rows: readonly Record<string, unknown>[], key: string) => rows.map((row) => String(row[key]));

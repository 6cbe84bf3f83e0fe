/** The whole graph in one order, without the database's own ids: two stores hold the same graph when their dumps are equal. */
import type { Connection } from '#server/store/driver.ts';
import { toPlain } from '#server/store/values.ts';

/** Nodes and relationships with all their properties, one line each, sorted. Bookkeeping of imports is left out. */
export const dumpGraph = async (connection: Connection): Promise<string[]> => {
  const session = connection.session('READ');
  try {
    const nodes = await session.run(
      'MATCH (n) WHERE NOT n:Meta AND NOT n:ImportedFile RETURN labels(n) AS labels, properties(n) AS p',
    );
    const relations = await session.run(
      'MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS p',
    );
    return [...nodes.records, ...relations.records].map((record) => JSON.stringify(sorted(record.toObject()))).sort();
  } finally {
    await session.close();
  }
};

/** What is remembered of imported files, and of which type every property is, by label or type of relationship. */
export const dumpTypes = async (connection: Connection): Promise<string[]> => {
  const session = connection.session('READ');
  try {
    // One after another: a session runs one query at a time.
    const results = [
      await session.run('MATCH (f:ImportedFile) RETURN properties(f) AS p'),
      await session.run(
        'MATCH (n) UNWIND keys(n) AS key RETURN labels(n) AS l, key, valueType(n[key]) AS t, count(*) AS c',
      ),
      await session.run(
        'MATCH ()-[r]->() UNWIND keys(r) AS key RETURN type(r) AS l, key, valueType(r[key]) AS t, count(*) AS c',
      ),
    ];
    return results
      .flatMap(({ records }) => records)
      .map((record) => JSON.stringify(sorted(record.toObject())))
      .filter((line) => !line.includes('"Meta"'))
      .sort();
  } finally {
    await session.close();
  }
};

const sorted = (value: unknown): unknown => {
  const plain = toPlain(value);
  if (plain === null || typeof plain !== 'object' || Array.isArray(plain)) return plain;
  return Object.fromEntries(
    Object.entries(plain)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
};

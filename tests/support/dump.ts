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

const sorted = (value: unknown): unknown => {
  const plain = toPlain(value);
  if (plain === null || typeof plain !== 'object' || Array.isArray(plain)) return plain;
  return Object.fromEntries(
    Object.entries(plain)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
};

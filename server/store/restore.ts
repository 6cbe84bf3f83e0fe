/** Writing a whole graph back into an empty database. */
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';
import type { Connection } from './driver.ts';
import { takeImportLock } from './import-lock.ts';
import { createReader, defineQuery } from './read.ts';
import type { Statement } from './rows.ts';
import { ensureSchema, INTERNAL_LABELS } from './schema.ts';
import { toNeo4j } from './values.ts';
import type { WholeNode, WholeRelation } from './whole-graph.ts';
import { createWriter } from './write.ts';

const COUNT = defineQuery()({
  name: 'restore.count',
  cypher: 'MATCH (n) WHERE NOT n:Meta RETURN count(n) AS count',
  row: z.object({ count: z.int() }),
});

const EMPTY = [
  'MATCH ()-[r]->() WITH r LIMIT 5000 DELETE r RETURN count(*) AS gone',
  `MATCH (n) WHERE NOT n:${INTERNAL_LABELS[0]} WITH n LIMIT 5000 DELETE n RETURN count(*) AS gone`,
];

const nodeStatement = (label: string, nodes: readonly WholeNode[]): Statement => ({
  first: `UNWIND $rows AS row CREATE (n:${label}) SET n = row[0]`,
  again: `UNWIND $rows AS row MERGE (n:${label} {id: row[0].id}) SET n = row[0]`,
  rows: nodes.map(({ properties }) => [toNeo4j(properties)]),
});

const relationStatement = (relations: readonly WholeRelation[], first: WholeRelation): Statement => {
  const { type, fromLabel, toLabel } = first;
  const match = `UNWIND $rows AS row MATCH (a:${fromLabel} {id: row[0]}) MATCH (b:${toLabel} {id: row[1]})`;
  const key = type === 'HAS_TEXT' ? '' : ' {id: row[2].id}';
  return {
    first: `${match} CREATE (a)-[r:${type}]->(b) SET r = row[2]`,
    again: `${match} MERGE (a)-[r:${type}${key}]->(b) SET r = row[2]`,
    rows: relations.map(({ from, to, properties }) => [from, to, toNeo4j(properties)]),
  };
};

export interface RestoreTarget {
  /** All nodes first. Labels and types have been validated: they become part of a query. */
  nodes(batch: readonly WholeNode[]): Promise<void>;
  relations(batch: readonly WholeRelation[]): Promise<void>;
  /** Gives the lock back. */
  close(): Promise<void>;
}

const groupBy = <T>(items: readonly T[], key: (item: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
};

/**
 * Makes the database ready to take a backup; no import can run meanwhile.
 * @param replace Deletes what the database holds.
 * @throws FamaiError DATA_LOCKED while an import runs, CONFIG when the database is not empty
 */
export const openRestore = async (connection: Connection, replace: boolean): Promise<RestoreTarget> => {
  await ensureSchema(connection);
  const lock = await takeImportLock(connection);
  const writer = createWriter(connection, lock.fence);
  try {
    if (replace) for (const cypher of EMPTY) await writer.repeat(cypher, {});
    const held = (await createReader(connection).first(COUNT, {}))?.count ?? 0;
    if (held > 0) {
      throw new FamaiError(
        'CONFIG',
        `数据库里已有 ${held} 个节点：请恢复到空的数据库，或加 --replace 清空后恢复。 / The database holds ${held} nodes: restore into an empty one, or empty it with --replace.`,
      );
    }
  } catch (error) {
    await lock.release().catch(() => {});
    throw error;
  }
  return {
    nodes: (batch) =>
      writer.run(groupBy(batch, ({ label }) => label).map((nodes) => nodeStatement(nodes[0]?.label ?? '', nodes))),
    relations: (batch) =>
      writer.run(
        groupBy(batch, ({ type, fromLabel, toLabel }) => `${type} ${fromLabel} ${toLabel}`).flatMap((relations) => {
          const [first] = relations;
          return first === undefined ? [] : [relationStatement(relations, first)];
        }),
      ),
    close: () => lock.release(),
  };
};

/** Keeps imports away while `work` reads the whole store. @throws FamaiError DATA_LOCKED while one runs */
export const withoutImports = async <T>(connection: Connection, work: () => Promise<T>): Promise<T> => {
  const lock = await takeImportLock(connection);
  try {
    return await work();
  } finally {
    await lock.release();
  }
};

/**
 * The measure an import is held to: the usual UNWIND MERGE of maps on one session. 5,000 rows a transaction and not 10,000,
 * because 10,000 provisions with their texts take more than the 64 MB a transaction may have here.
 */
import type { GraphFragment } from '#model/graph.ts';
import type { GraphRelation } from '#model/relations.ts';
import type { Connection } from './driver.ts';
import { type Params, toNeo4j } from './values.ts';

const ROWS = 5_000;
const TRANSACTION_MS = 300_000;

const flat = ({ id, documentId, evidence, citation, order }: GraphRelation): Params => ({
  id,
  documentId,
  ...(evidence ?? {}),
  ...(citation ?? {}),
  ...(order === null ? {} : { order }),
});

/** Rows by the query they need, each row once. */
const group = (fragments: readonly GraphFragment[]): Map<string, Params[]> => {
  const groups = new Map<string, Params[]>();
  const put = (cypher: string, row: Params): void => {
    const rows = groups.get(cypher);
    if (rows === undefined) groups.set(cypher, [row]);
    else rows.push(row);
  };
  const labels = new Map<string, string>();
  for (const { nodes } of fragments) {
    for (const node of nodes) {
      if (labels.has(node.id)) continue;
      labels.set(node.id, node.label);
      const { label, ...props } = node;
      put(`UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n += row.props`, { id: node.id, props });
    }
  }
  for (const { relations } of fragments) {
    for (const relation of relations) {
      const { from, to, type, id } = relation;
      const [a, b] = [labels.get(from), labels.get(to)];
      if (a === undefined || b === undefined) continue;
      put(
        `UNWIND $rows AS row MATCH (a:${a} {id: row.from}) MATCH (b:${b} {id: row.to})
         MERGE (a)-[r:${type} {id: row.id}]->(b) SET r += row.props`,
        { from, to, id, props: flat(relation) },
      );
    }
  }
  return groups;
};

/** Writes the fragments and says how many rows went in how many milliseconds. */
export const plainMerge = async (
  connection: Connection,
  fragments: readonly GraphFragment[],
): Promise<{ rows: number; ms: number }> => {
  const groups = group(fragments);
  const started = performance.now();
  let rows = 0;
  const session = connection.session('WRITE');
  for (const [cypher, all] of groups) {
    for (let at = 0; at < all.length; at += ROWS) {
      const part = all.slice(at, at + ROWS).map(toNeo4j);
      rows += part.length;
      await session.executeWrite((tx) => tx.run(cypher, { rows: part }), { timeout: TRANSACTION_MS });
    }
  }
  await session.close();
  return { rows, ms: performance.now() - started };
};

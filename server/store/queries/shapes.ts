/** Shapes and fragments that the query templates share. */
import { z } from 'zod';
import { NODE_LABELS } from '#model/entities.ts';

/** A node as the reader gives it. Property values are checked where they are used. */
export const StoredNode = z.object({ labels: z.array(z.string()), properties: z.record(z.string(), z.unknown()) });
export type StoredNode = z.infer<typeof StoredNode>;

/** A relationship as the reader gives it; its ends are given beside it, by id. */
export const StoredRelation = z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()) });
export type StoredRelation = z.infer<typeof StoredRelation>;

export const NodeRow = z.object({ node: StoredNode, degree: z.int() });
export const EdgeRow = z.object({ from: z.string(), relation: StoredRelation, to: z.string() });
export type EdgeRow = z.infer<typeof EdgeRow>;

/** One index seek per label: a MATCH on `id` without a label could use no index. Binds `n` for the variable `id`. */
export const NODE_BY_ID = `CALL (id) {
${NODE_LABELS.map((label) => `  MATCH (n:${label} {id: id}) RETURN n`).join('\n  UNION ALL\n')}
}`;

/** Relationships of the graph at a node. HAS_TEXT only leads to where the full text is kept. Both counts are O(1). */
export const degree = (node: string): string => `COUNT { (${node})--() } - COUNT { (${node})-[:HAS_TEXT]-() }`;

/** The whole store, page by page: for backups and exports, however large it is. */
import { z } from 'zod';
import { NODE_LABELS } from '#model/entities.ts';
import { RelationType } from '#model/relations.ts';
import type { Connection } from './driver.ts';
import { createReader, defineQuery } from './read.ts';

/** Labels with their own id that a backup carries: the graph, its texts, and what is known of imported files. */
export const STORED_LABELS = [...NODE_LABELS, 'Text', 'ImportedFile'] as const;
export const StoredLabel = z.enum(STORED_LABELS);
export type StoredLabel = z.infer<typeof StoredLabel>;
/** HAS_TEXT leads from a document to its text; it is no statement of the graph. */
export const StoredType = z.enum([...RelationType.options, 'HAS_TEXT']);
export type StoredType = z.infer<typeof StoredType>;

const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))]);
export const Properties = z.record(z.string(), Value);
export type Properties = z.infer<typeof Properties>;

export const WholeNode = z.object({ label: StoredLabel, properties: Properties });
export type WholeNode = z.infer<typeof WholeNode>;
export const WholeRelation = z.object({
  type: StoredType,
  from: z.string(),
  fromLabel: StoredLabel,
  to: z.string(),
  toLabel: StoredLabel,
  properties: Properties,
});
export type WholeRelation = z.infer<typeof WholeRelation>;

const READ_MS = 120_000;
const NODE_PAGE = 2_000;
/** Nodes of a page whose relationships come with it: a document of 1,000 articles has as many. */
const RELATION_PAGE = 300;

const nodesOf = (label: StoredLabel) =>
  defineQuery<{ after: string; limit: number }>()({
    name: `whole.nodes.${label}`,
    cypher: `MATCH (n:${label}) WHERE n.id > $after RETURN n.id AS id, properties(n) AS properties ORDER BY n.id LIMIT $limit`,
    row: z.object({ id: z.string(), properties: Properties }),
  });

const relationsOf = (label: StoredLabel) =>
  defineQuery<{ after: string; limit: number }>()({
    name: `whole.relations.${label}`,
    cypher: `MATCH (n:${label}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit
RETURN n.id AS id, COLLECT { MATCH (n)-[r]->(m)
  RETURN {type: type(r), from: n.id, to: m.id, toLabel: labels(m)[0], properties: properties(r)}
  ORDER BY type(r), m.id, r.id } AS relations`,
    row: z.object({ id: z.string(), relations: z.array(WholeRelation.omit({ fromLabel: true })) }),
  });

/** Every node in one fixed order. */
export async function* allNodes(
  connection: Connection,
  labels: readonly StoredLabel[] = STORED_LABELS,
): AsyncGenerator<WholeNode> {
  const reader = createReader(connection, { timeoutMs: READ_MS });
  for (const label of labels) {
    const query = nodesOf(label);
    for (let after = ''; ; ) {
      const page = await reader.run(query, { after, limit: NODE_PAGE });
      for (const { properties } of page) yield { label, properties };
      const last = page.at(-1);
      if (last === undefined || page.length < NODE_PAGE) break;
      after = last.id;
    }
  }
}

/** Every relationship in one fixed order. */
export async function* allRelations(
  connection: Connection,
  labels: readonly StoredLabel[] = STORED_LABELS,
): AsyncGenerator<WholeRelation> {
  const reader = createReader(connection, { timeoutMs: READ_MS });
  for (const label of labels) {
    const query = relationsOf(label);
    for (let after = ''; ; ) {
      const page = await reader.run(query, { after, limit: RELATION_PAGE });
      for (const { relations } of page) for (const relation of relations) yield { ...relation, fromLabel: label };
      const last = page.at(-1);
      if (last === undefined || page.length < RELATION_PAGE) break;
      after = last.id;
    }
  }
}

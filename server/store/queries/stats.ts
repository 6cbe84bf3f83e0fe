/** Cypher for what the store holds. */
import { z } from 'zod';
import { NODE_LABELS } from '#model/entities.ts';
import { RELATION_RULES } from '#model/relations.ts';
import { defineQuery } from '#server/store/read.ts';
import { StoredNode } from './shapes.ts';

/** Counts by kind, answered from Neo4j's count store without touching a node. */
export const counts = defineQuery<Record<string, never>>()({
  name: 'counts',
  cypher: [
    ...NODE_LABELS.map((label) => `MATCH (n:${label}) RETURN 'node' AS of, '${label}' AS name, count(n) AS count`),
    ...Object.keys(RELATION_RULES).map(
      (type) => `MATCH ()-[r:${type}]->() RETURN 'relationship' AS of, '${type}' AS name, count(r) AS count`,
    ),
  ].join('\nUNION ALL\n'),
  row: z.object({ of: z.enum(['node', 'relationship']), name: z.string(), count: z.int() }),
});

/** Why citations could not be led to the text they name. */
export const reasons = defineQuery<Record<string, never>>()({
  name: 'reasons',
  cypher: `MATCH ()-[r:CITES]->() WHERE r.reason IS NOT NULL
RETURN r.reason AS reason, count(r) AS count ORDER BY reason`,
  row: z.object({ reason: z.string(), count: z.int() }),
});

/** 条 most cited by other documents; a citation of a 款 or 项 counts for its 条. */
export const mostCitedArticles = defineQuery<{ limit: number }>()({
  name: 'mostCitedArticles',
  cypher: `MATCH (part:Provision)<-[r:CITES]-()
WHERE r.documentId <> part.documentId
WITH part, count(r) AS count
MATCH (article:Provision {level: 'article'})-[:HAS_PART*0..3]->(part)
WITH article, sum(count) AS citedBy
MATCH (:Document {id: article.documentId})-[:TEXT_OF]->(law:Law)
WITH article, citedBy, law ORDER BY citedBy DESC, article.id, law.id LIMIT toInteger($limit)
RETURN article, citedBy, law`,
  row: z.object({ article: StoredNode, citedBy: z.int(), law: StoredNode }),
});

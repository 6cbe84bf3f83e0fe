/** Cypher for the list of duties and the matrix of 主体 by 情态. */
import { z } from 'zod';
import { MODALITIES } from '#model/entities.ts';
import { defineQuery } from '#server/store/read.ts';
import { documentKey, positionKey } from './order.ts';
import { StoredNode, StoredRelation } from './shapes.ts';

export type DutyParams = {
  bearer: string | null;
  functionId: string | null;
  lawId: string | null;
  documentId: string | null;
  aspectId: string | null;
  q: string | null;
};

/**
 * A bearer is the actor as the text names it; `organ/…` asks for an organ under any of its names, '' for duties that
 * name none. Duties of a law are those its own texts state and those another text states under it.
 */
const MATCHING = `MATCH (duty:Duty)
WHERE ($documentId IS NULL OR duty.documentId = $documentId)
  AND ($bearer IS NULL OR ($bearer = '' AND duty.bearer IS NULL) OR duty.bearer = $bearer
    OR ($bearer STARTS WITH 'organ/' AND EXISTS { (duty)-[:BORNE_BY]->(:Organ {id: $bearer}) }))
  AND ($functionId IS NULL OR EXISTS { (duty)-[:EXERCISES]->(:Function {id: $functionId}) })
  AND ($aspectId IS NULL OR EXISTS { (duty)-[:WITHIN]->(:Aspect {id: $aspectId}) })
  AND ($lawId IS NULL OR EXISTS { (duty)-[:UNDER]->(:Law {id: $lawId}) }
    OR EXISTS { MATCH (:Law {id: $lawId})<-[:TEXT_OF]-(text:Document) WHERE text.id = duty.documentId })
  AND ($q IS NULL OR duty.text CONTAINS $q)`;

const MODALITY = 'AND ($modality IS NULL OR duty.modality = $modality)';

export const dutiesPage = defineQuery<DutyParams & { modality: string | null; after: string; limit: number }>()({
  name: 'duties',
  cypher: `${MATCHING}
  ${MODALITY}
WITH duty.documentId AS documentId, collect(duty) AS duties
MATCH (doc:Document {id: documentId})
WITH doc, duties, ${documentKey('doc')} AS documentKey
UNWIND duties AS duty
WITH doc, duty, documentKey + ${positionKey('duty.start')} + ${positionKey('duty.end')} + right(duty.id, 12) AS key
WHERE key > $after
ORDER BY key LIMIT toInteger($limit)
MATCH (provision:Provision)-[r:STATES]->(duty)
WITH doc, duty, key, provision, r ORDER BY r.id
WITH doc, duty, key, collect({provision: provision, relation: r})[0] AS stated
RETURN duty, doc AS document, stated.provision AS provision, stated.relation AS relation, key,
  COLLECT { MATCH (duty)-[:BORNE_BY]->(to) RETURN DISTINCT to ORDER BY to.id } AS bearers,
  COLLECT { MATCH (duty)-[:EXERCISES]->(to) RETURN DISTINCT to ORDER BY to.id } AS functions,
  COLLECT { MATCH (duty)-[:UNDER]->(to) RETURN DISTINCT to ORDER BY to.id } AS laws,
  COLLECT { MATCH (duty)-[:WITHIN]->(to) RETURN DISTINCT to ORDER BY to.id } AS aspects
ORDER BY key`,
  row: z.object({
    duty: StoredNode,
    document: StoredNode,
    provision: StoredNode,
    relation: StoredRelation,
    key: z.string(),
    bearers: z.array(StoredNode),
    functions: z.array(StoredNode),
    laws: z.array(StoredNode),
    aspects: z.array(StoredNode),
  }),
});

export const dutiesTotal = defineQuery<DutyParams & { modality: string | null }>()({
  name: 'dutiesTotal',
  cypher: `${MATCHING}
  ${MODALITY}
RETURN count(duty) AS total`,
  row: z.object({ total: z.int() }),
});

const cells = MODALITIES.map(
  (modality) => `sum(CASE duty.modality WHEN '${modality}' THEN 1 ELSE 0 END) AS ${modality}`,
);

/** Rows with the most duties first; `actors` is how many rows there are in all. */
export const dutyMatrix = defineQuery<DutyParams & { limit: number }>()({
  name: 'dutyMatrix',
  cypher: `${MATCHING}
WITH duty.bearer AS bearer, count(duty) AS total,
  ${cells.join(',\n  ')}
ORDER BY total DESC, bearer
WITH collect({bearer: bearer, total: total, ${MODALITIES.map((modality) => `${modality}: ${modality}`).join(', ')}}) AS rows
UNWIND rows[..toInteger($limit)] AS row
RETURN row.bearer AS bearer, row.total AS total, ${MODALITIES.map((modality) => `row.${modality} AS ${modality}`).join(', ')}, size(rows) AS actors`,
  row: z.object({
    bearer: z.string().nullable(),
    total: z.int(),
    must: z.int(),
    must_not: z.int(),
    should: z.int(),
    may: z.int(),
    encourage: z.int(),
    actors: z.int(),
  }),
});

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
type PageParams = DutyParams & { modality: string | null };

/**
 * Where the search for duties begins. A bearer is the actor as the text names it; `organ/…` asks for an organ under any
 * of its names, '' for duties that name none. Duties of a law are those its own texts state and those another text
 * states under it.
 */
const STARTS = {
  documentId: 'MATCH (duty:Duty {documentId: $documentId})',
  lawId: `CALL () {
  MATCH (:Law {id: $lawId})<-[:UNDER]-(duty:Duty) RETURN duty
  UNION
  MATCH (:Law {id: $lawId})<-[:TEXT_OF]-(text:Document)
  MATCH (duty:Duty {documentId: text.id}) RETURN duty
}`,
  functionId: 'MATCH (duty:Duty)-[:EXERCISES]->(:Function {id: $functionId})',
  aspectId: 'MATCH (duty:Duty)-[:WITHIN]->(:Aspect {id: $aspectId})',
  organ: 'MATCH (duty:Duty)-[:BORNE_BY]->(:Organ {id: $bearer})',
} as const;

const CONDITIONS = {
  documentId: 'duty.documentId = $documentId',
  lawId: `(EXISTS { (duty)-[:UNDER]->(:Law {id: $lawId}) }
    OR EXISTS { MATCH (:Law {id: $lawId})<-[:TEXT_OF]-(text:Document) WHERE text.id = duty.documentId })`,
  functionId: 'EXISTS { (duty)-[:EXERCISES]->(:Function {id: $functionId}) }',
  aspectId: 'EXISTS { (duty)-[:WITHIN]->(:Aspect {id: $aspectId}) }',
  organ: 'EXISTS { (duty)-[:BORNE_BY]->(:Organ {id: $bearer}) }',
  bearer: 'duty.bearer = $bearer',
  nobody: 'duty.bearer IS NULL',
  q: 'duty.text CONTAINS $q',
  modality: 'duty.modality = $modality',
} as const;
type Condition = keyof typeof CONDITIONS;

const conditionsOf = (params: DutyParams & { modality?: string | null }): Condition[] => {
  const { bearer } = params;
  const ofBearer: Condition[] =
    bearer === null ? [] : [bearer === '' ? 'nobody' : bearer.startsWith('organ/') ? 'organ' : 'bearer'];
  const given = (['documentId', 'lawId', 'functionId', 'aspectId', 'q', 'modality'] as const).filter(
    (name) => (params[name] ?? null) !== null,
  );
  return [...given, ...ofBearer];
};

const isStart = (condition: Condition): condition is keyof typeof STARTS => condition in STARTS;
const where = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? '' : `\nWHERE ${conditions.map((name) => CONDITIONS[name]).join('\n  AND ')}`;

/** From the nodes that a filter names when there is one, so that the hundred thousand other duties are not looked at. */
const matching = (conditions: readonly Condition[]): string => {
  const start = conditions.find(isStart);
  if (start === undefined) return `MATCH (duty:Duty)${where(conditions)}`;
  return `${STARTS[start]}\nWITH DISTINCT duty${where(conditions.filter((name) => name !== start))}`;
};

const POSITION = `${positionKey('duty.start')} + ${positionKey('duty.end')} + right(duty.id, 12)`;
/** Characters of a documentKey: the part of a cursor that names the document. */
const DOCUMENT_KEY = 26;

/** Document after document in the order of the list, until the page is full: no more of them are read. */
const byDocuments = (conditions: readonly Condition[]): string => `MATCH (doc:Document)
WITH doc, ${documentKey('doc')} AS documentKey
WHERE documentKey >= left($after, ${DOCUMENT_KEY})
ORDER BY documentKey
CALL (doc, documentKey) {
  MATCH (duty:Duty {documentId: doc.id})${where(conditions)}
  WITH duty, documentKey + ${POSITION} AS key
  WHERE key > $after
  RETURN duty, key ORDER BY key
}
WITH doc, duty, key LIMIT toInteger($limit)`;

const sorted = (conditions: readonly Condition[]): string => `${matching(conditions)}
WITH duty.documentId AS documentId, collect(duty) AS duties
MATCH (doc:Document {id: documentId})
WITH doc, duties, ${documentKey('doc')} AS documentKey
UNWIND duties AS duty
WITH doc, duty, documentKey + ${POSITION} AS key
WHERE key > $after
ORDER BY key LIMIT toInteger($limit)`;

const DutyRecord = z.object({
  duty: StoredNode,
  document: StoredNode,
  provision: StoredNode,
  relation: StoredRelation,
  key: z.string(),
  bearers: z.array(StoredNode),
  functions: z.array(StoredNode),
  laws: z.array(StoredNode),
  aspects: z.array(StoredNode),
});

export const dutiesPage = (params: PageParams) => {
  const conditions = conditionsOf(params);
  return defineQuery<PageParams & { after: string; limit: number }>()({
    name: 'duties',
    cypher: `${conditions.some(isStart) ? sorted(conditions) : byDocuments(conditions)}
MATCH (provision:Provision)-[r:STATES]->(duty)
WITH doc, duty, key, provision, r ORDER BY r.id
WITH doc, duty, key, collect({provision: provision, relation: r})[0] AS stated
RETURN duty, doc AS document, stated.provision AS provision, stated.relation AS relation, key,
  COLLECT { MATCH (duty)-[:BORNE_BY]->(to) RETURN DISTINCT to ORDER BY to.id } AS bearers,
  COLLECT { MATCH (duty)-[:EXERCISES]->(to) RETURN DISTINCT to ORDER BY to.id } AS functions,
  COLLECT { MATCH (duty)-[:UNDER]->(to) RETURN DISTINCT to ORDER BY to.id } AS laws,
  COLLECT { MATCH (duty)-[:WITHIN]->(to) RETURN DISTINCT to ORDER BY to.id } AS aspects
ORDER BY key`,
    row: DutyRecord,
  });
};

export const dutiesTotal = (params: PageParams) =>
  defineQuery<PageParams>()({
    name: 'dutiesTotal',
    cypher: `${matching(conditionsOf(params))}
RETURN count(duty) AS total`,
    row: z.object({ total: z.int() }),
  });

const cells = MODALITIES.map((modality) => `sum(CASE modality WHEN '${modality}' THEN n ELSE 0 END) AS ${modality}`);

/** Rows with the most duties first; `actors` is how many rows there are in all. */
export const dutyMatrix = (params: DutyParams) =>
  defineQuery<DutyParams & { limit: number }>()({
    name: 'dutyMatrix',
    cypher: `${matching(conditionsOf(params))}
WITH duty.bearer AS bearer, duty.modality AS modality, count(duty) AS n
WITH bearer, sum(n) AS total,
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

/** Cypher for who cites a law or a provision, and what each of them cites. */
import { z } from 'zod';
import { defineQuery } from '#server/store/read.ts';
import { documentKey, positionKey } from './order.ts';
import { StoredNode, StoredRelation } from './shapes.ts';

export type CitedByParams = {
  id: string;
  bucket: string | null;
  article: string | null;
  paragraph: number | null;
  item: number | null;
  rank: string | null;
  year: number | null;
  documentId: string | null;
};

/** Binds from, r, to and `texts`, the law's own texts. A citation of a 款 stands at the 款; here it counts for the law. */
const TO_LAW = `MATCH (law:Law {id: $id})
OPTIONAL MATCH (law)<-[:TEXT_OF]-(text:Document)
WITH law, collect(text.id) AS texts
CALL (law, texts) {
  MATCH (from:Provision)-[r:CITES|PROMOTES]->(law)
  RETURN from, r, law AS to
  UNION ALL
  UNWIND texts AS textId
  MATCH (to:Provision {documentId: textId})<-[r:CITES]-(from:Provision)
  RETURN from, r, to
}`;

/** The same for a provision and everything inside it. */
const TO_PROVISION = `MATCH (target:Provision {id: $id})
OPTIONAL MATCH (:Document {id: target.documentId})-[:TEXT_OF]->(:Law)<-[:TEXT_OF]-(text:Document)
WITH target, collect(text.id) + target.documentId AS texts
MATCH (target)-[:HAS_PART*0..8]->(to:Provision)<-[r:CITES]-(from:Provision)`;

/** 推动制定修订, 本法内, 他法（指明条文）, 他法（仅提及）. Each citing document is looked up once. */
const BUCKETS = `WITH from, r, to, CASE
    WHEN type(r) = 'PROMOTES' THEN 'promotes'
    WHEN r.documentId IN texts THEN 'internal'
    WHEN r.article IS NOT NULL OR to:Provision THEN 'articles'
    ELSE 'mentions'
  END AS bucket`;

const FILTERS = `WHERE ($bucket IS NULL OR bucket = $bucket)
  AND ($article IS NULL OR r.article = $article)
  AND ($paragraph IS NULL OR r.paragraph = $paragraph)
  AND ($item IS NULL OR r.item = $item)
  AND ($documentId IS NULL OR r.documentId = $documentId)`;

const BY_DOCUMENT = `WITH r.documentId AS documentId, collect({from: from, r: r, to: to, bucket: bucket}) AS found
MATCH (doc:Document {id: documentId})`;

const TRAIL = `[(part:Provision)-[:HAS_PART*1..8]->(from) | {start: part.start, end: part.end, printed: part.printed}]`;

export const CitationRecord = z.object({
  from: StoredNode,
  relation: StoredRelation,
  to: StoredNode,
  document: StoredNode,
  trail: z.array(z.object({ start: z.int(), end: z.int(), printed: z.string() })),
  key: z.string(),
});
export type CitationRecord = z.infer<typeof CitationRecord>;

const citedByPage = (name: string, targets: string) =>
  defineQuery<CitedByParams & { after: string; limit: number }>()({
    name,
    cypher: `${targets}
${BUCKETS}
${FILTERS}
${BY_DOCUMENT}
WHERE ($rank IS NULL OR doc.rank = $rank)
  AND ($year IS NULL OR toInteger(left(doc.date, 4)) = $year)
WITH doc, found, ${documentKey('doc')} AS documentKey
UNWIND found AS row
WITH doc, row.from AS from, row.r AS r, row.to AS to,
  documentKey + ${positionKey('row.r.start')} + right(row.r.id, 40) AS key
WHERE key > $after
ORDER BY key LIMIT toInteger($limit)
RETURN from, r AS relation, to, doc AS document, ${TRAIL} AS trail, key
ORDER BY key`,
    row: CitationRecord,
  });

export const lawCitedByPage = citedByPage('lawCitedBy', TO_LAW);
export const provisionCitedByPage = citedByPage('provisionCitedBy', TO_PROVISION);

export const CitedByGroup = z.object({
  bucket: z.enum(['articles', 'mentions', 'internal', 'promotes']),
  documentId: z.string(),
  rank: z.string(),
  date: z.string().nullable(),
  article: z.string().nullable(),
  paragraph: z.int().nullable(),
  item: z.int().nullable(),
  count: z.int(),
});
export type CitedByGroup = z.infer<typeof CitedByGroup>;

/** All citations of a target counted by everything a filter may ask for: facets and totals are sums over these. */
const citedByGroups = (name: string, targets: string) =>
  defineQuery<{ id: string }>()({
    name,
    cypher: `${targets}
${BUCKETS}
WITH bucket, r.documentId AS documentId, r.article AS article, r.paragraph AS paragraph, r.item AS item, count(*) AS count
WITH documentId, collect({bucket: bucket, article: article, paragraph: paragraph, item: item, count: count}) AS groups
MATCH (doc:Document {id: documentId})
UNWIND groups AS group
RETURN group.bucket AS bucket, documentId, doc.rank AS rank, doc.date AS date,
  group.article AS article, group.paragraph AS paragraph, group.item AS item, group.count AS count`,
    row: CitedByGroup,
  });

export const lawCitedByGroups = citedByGroups('lawCitedByGroups', TO_LAW);
export const provisionCitedByGroups = citedByGroups('provisionCitedByGroups', TO_PROVISION);

const FROM_LAW = `MATCH (:Law {id: $id})<-[:TEXT_OF]-(text:Document)
MATCH (from:Provision {documentId: text.id})-[r:CITES|PROMOTES]->(to)`;
const FROM_PROVISION = `MATCH (:Provision {id: $id})-[:HAS_PART*0..8]->(from:Provision)-[r:CITES|PROMOTES]->(to)`;

const citesPage = (name: string, sources: string) =>
  defineQuery<{ id: string; after: string; limit: number }>()({
    name,
    cypher: `${sources}
WITH from, r, to, r.documentId AS documentId
WITH documentId, collect({from: from, r: r, to: to}) AS found
MATCH (doc:Document {id: documentId})
WITH doc, found, ${documentKey('doc')} AS documentKey
UNWIND found AS row
WITH doc, row.from AS from, row.r AS r, row.to AS to,
  documentKey + ${positionKey('row.r.start')} + right(row.r.id, 40) AS key
WHERE key > $after
ORDER BY key LIMIT toInteger($limit)
RETURN from, r AS relation, to, doc AS document, ${TRAIL} AS trail, key
ORDER BY key`,
    row: CitationRecord,
  });

const citesTotal = (name: string, sources: string) =>
  defineQuery<{ id: string }>()({
    name,
    cypher: `${sources}
RETURN count(r) AS total`,
    row: z.object({ total: z.int() }),
  });

export const lawCitesPage = citesPage('lawCites', FROM_LAW);
export const lawCitesTotal = citesTotal('lawCitesTotal', FROM_LAW);
export const provisionCitesPage = citesPage('provisionCites', FROM_PROVISION);
export const provisionCitesTotal = citesTotal('provisionCitesTotal', FROM_PROVISION);

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
  MATCH (from)-[r:CITES|PROMOTES]->(law)
  RETURN from, r, law AS to
  UNION ALL
  UNWIND texts AS textId
  MATCH (to:Provision {documentId: textId})<-[r:CITES]-(from)
  RETURN from, r, to
}`;

/** The same for a provision and everything inside it. */
const TO_PROVISION = `MATCH (target:Provision {id: $id})
OPTIONAL MATCH (:Document {id: target.documentId})-[:TEXT_OF]->(:Law)<-[:TEXT_OF]-(text:Document)
WITH target, collect(text.id) + target.documentId AS texts
MATCH (target)-[:HAS_PART*0..8]->(to)<-[r:CITES]-(from)`;

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

/** What 显示查询 hands out: the same page in one query. */
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

const BUCKET = z.enum(['articles', 'mentions', 'internal', 'promotes']);

/** One citation as filters and sums need it; a list, because the most cited laws have thousands. */
const Entry = z.tuple([
  BUCKET,
  z.string().nullable(), // article
  z.int().nullable(), // paragraph
  z.int().nullable(), // item
  z.string(), // position, sortable inside its document
  z.string(), // element id
]);
export const CitingDocument = z.object({
  documentId: z.string(),
  rank: z.string(),
  date: z.string().nullable(),
  documentKey: z.string(),
  entries: z.array(Entry),
});
export type CitingDocument = z.infer<typeof CitingDocument>;

/** Every citation of a target by citing document, without its sentence: lists, facets and totals are cut from it. */
const citedByIndex = (name: string, targets: string) =>
  defineQuery<{ id: string }>()({
    name,
    cypher: `${targets}
${BUCKETS}
WITH r.documentId AS documentId, collect([bucket, r.article, r.paragraph, r.item, ${positionKey('r.start')} + right(r.id, 40), elementId(r)]) AS entries
MATCH (doc:Document {id: documentId})
RETURN documentId, doc.rank AS rank, doc.date AS date, ${documentKey('doc')} AS documentKey, entries`,
    row: CitingDocument,
  });

export const lawCitedByIndex = citedByIndex('lawCitedByIndex', TO_LAW);
export const provisionCitedByIndex = citedByIndex('provisionCitedByIndex', TO_PROVISION);

/** The sentences of some citations, in no order. `key` is the element id asked for. */
export const citationsByElement = defineQuery<{ elements: readonly string[] }>()({
  name: 'citationsByElement',
  cypher: `MATCH (from)-[r]->(to) WHERE elementId(r) IN $elements
MATCH (doc:Document {id: r.documentId})
RETURN from, r AS relation, to, doc AS document, ${TRAIL} AS trail, elementId(r) AS key`,
  row: CitationRecord,
});

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

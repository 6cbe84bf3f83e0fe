/** Cypher for the catalogue of laws and the head of a law's page. */
import { z } from 'zod';
import { defineQuery } from '#server/store/read.ts';
import { StoredNode, StoredRelation } from './shapes.ts';

/** Binds texts (ids, newest first) and the counts a law is listed with. Citations by the law's own texts are not counted. */
const COUNTS = `CALL (law) {
  OPTIONAL MATCH (law)<-[:TEXT_OF]-(text:Document)
  WITH text ORDER BY coalesce(text.date, '') DESC, text.id
  RETURN collect(text.id) AS texts
}
CALL (law, texts) {
  CALL (law, texts) {
    MATCH (law)<-[r:CITES]-()
    RETURN r
    UNION ALL
    UNWIND texts AS textId
    MATCH (:Provision {documentId: textId})<-[r:CITES]-()
    RETURN r
  }
  WITH r WHERE NOT r.documentId IN texts
  RETURN count(r) AS citedBy, count(DISTINCT r.documentId) AS citedByDocuments
}`;

export const LawRecord = z.object({
  law: StoredNode,
  textId: z.string().nullable(),
  citedBy: z.int(),
  citedByDocuments: z.int(),
  promotedBy: z.int(),
  key: z.string(),
});
export type LawRecord = z.infer<typeof LawRecord>;

export type LawFilters = { q: string | null; rank: string | null; status: string | null };
const CONDITIONS = `($q IS NULL OR law.title CONTAINS $q OR any(short IN law.shortTitles WHERE short CONTAINS $q))
  AND ($rank IS NULL OR law.rank = $rank)
  AND ($status IS NULL OR law.status = $status)`;
const FILTERS = `MATCH (law:Law)
WHERE ${CONDITIONS}`;

const KEYS = {
  title: `law.title + ' ' + law.id`,
  date: `toString(99999999 - toInteger(replace(coalesce(law.date, '0000-01-01'), '-', ''))) + law.id`,
} as const;
export type LawSort = keyof typeof KEYS | 'cited';

type LawsParams = LawFilters & { skip: number; limit: number };

/** The page first, then the counts of its laws. */
const lawsBy = (sort: keyof typeof KEYS) =>
  defineQuery<LawsParams>()({
    name: 'laws',
    cypher: `${FILTERS}
WITH law, ${KEYS[sort]} AS key
ORDER BY key SKIP toInteger($skip) LIMIT toInteger($limit)
${COUNTS}
RETURN law, texts[0] AS textId, citedBy, citedByDocuments, COUNT { (law)<-[:PROMOTES]-() } AS promotedBy, key
ORDER BY key`,
    row: LawRecord,
  });

/**
 * The counts of all laws first: one walk over the citations, which are fewer than the provisions that could be cited.
 * A law that nobody cites comes from the second arm with nothing to add.
 */
const lawsByCitations = defineQuery<LawsParams>()({
  name: 'laws',
  cypher: `CALL () {
  MATCH ()-[r:CITES]->(to)
  WITH CASE WHEN to:Law THEN to.id ELSE to.documentId END AS target, r.documentId AS source, count(*) AS count
  WITH target, collect({source: source, count: count}) AS sources
  CALL (target) {
    MATCH (law:Law {id: target}) RETURN law
    UNION ALL
    MATCH (:Document {id: target})-[:TEXT_OF]->(law:Law) RETURN law
  }
  WITH law, sources, COLLECT { MATCH (text:Document)-[:TEXT_OF]->(law) RETURN text.id } AS own
  UNWIND sources AS cited
  WITH law, cited WHERE NOT cited.source IN own
  RETURN law, cited.source AS source, cited.count AS count
  UNION ALL
  MATCH (law:Law) RETURN law, null AS source, 0 AS count
}
WITH law, sum(count) AS citedBy, count(DISTINCT source) AS citedByDocuments
WHERE ${CONDITIONS}
WITH law, citedBy, citedByDocuments, right('00000000' + toString(99999999 - citedBy), 8) + law.id AS key
ORDER BY key SKIP toInteger($skip) LIMIT toInteger($limit)
RETURN law, COLLECT {
    MATCH (text:Document)-[:TEXT_OF]->(law) RETURN text.id ORDER BY coalesce(text.date, '') DESC, text.id LIMIT 1
  }[0] AS textId, citedBy, citedByDocuments, COUNT { (law)<-[:PROMOTES]-() } AS promotedBy, key
ORDER BY key`,
  row: LawRecord,
});

export const lawsPage = (sort: LawSort) => (sort === 'cited' ? lawsByCitations : lawsBy(sort));

export const lawsTotal = defineQuery<LawFilters>()({
  name: 'lawsTotal',
  cypher: `${FILTERS}
RETURN count(law) AS total`,
  row: z.object({ total: z.int() }),
});

/** A law with its texts, newest first. */
export const lawHead = defineQuery<{ id: string }>()({
  name: 'law',
  cypher: `MATCH (law:Law {id: $id})
OPTIONAL MATCH (text:Document)-[:TEXT_OF]->(law)
WITH law, text ORDER BY coalesce(text.date, '') DESC, text.id
RETURN law, collect(CASE WHEN text IS NULL THEN NULL ELSE {
  document: text,
  articles: COUNT { MATCH (:Provision {documentId: text.id, level: 'article'}) },
  sources: COUNT { (:Source)-[:COPY_OF]->(text) }
} END) AS versions`,
  row: z.object({
    law: StoredNode,
    versions: z.array(z.object({ document: StoredNode, articles: z.int(), sources: z.int() })),
  }),
});

/** 依据, 解释, 修改, 废止 in both directions. */
export const relatedLaws = defineQuery<{ id: string }>()({
  name: 'relatedLaws',
  cypher: `MATCH (law:Law {id: $id})-[r:BASED_ON|INTERPRETS|AMENDS|REPEALS]-(other:Law)
RETURN CASE WHEN startNode(r) = law THEN 'out' ELSE 'in' END AS direction, r AS relation, other
ORDER BY type(relation), direction, other.id, relation.id`,
  row: z.object({ direction: z.enum(['out', 'in']), relation: StoredRelation, other: StoredNode }),
});

/** Provisions of these texts that are cited, with what each is part of, so that a 款's citations can be added to its 条. */
export const citedParts = defineQuery<{ texts: readonly string[] }>()({
  name: 'citedParts',
  cypher: `UNWIND $texts AS text
MATCH (part:Provision {documentId: text})
WITH part, COUNT { (part)<-[:CITES]-() } AS count
WHERE count > 0
RETURN [part.id] + [(whole:Provision)-[:HAS_PART*1..8]->(part) | whole.id] AS ids, count`,
  row: z.object({ ids: z.array(z.string()), count: z.int() }),
});

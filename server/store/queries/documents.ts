/** Cypher for the catalogue of documents and for reading one. */
import { z } from 'zod';
import { defineQuery } from '#server/store/read.ts';
import { documentKey } from './order.ts';
import { StoredNode } from './shapes.ts';

const MATCHING = `MATCH (doc:Document)
WHERE $q IS NULL OR doc.title CONTAINS $q`;

export const documentsPage = defineQuery<{ q: string | null; after: string; limit: number }>()({
  name: 'documents',
  cypher: `${MATCHING}
WITH doc, ${documentKey('doc')} AS key
WHERE key > $after
ORDER BY key LIMIT toInteger($limit)
RETURN doc AS document, COUNT { MATCH (:Provision {documentId: doc.id}) } AS provisions,
  COUNT { (doc)<-[:COPY_OF]-() } AS sources, key
ORDER BY key`,
  row: z.object({ document: StoredNode, provisions: z.int(), sources: z.int(), key: z.string() }),
});

export const documentsTotal = defineQuery<{ q: string | null }>()({
  name: 'documentsTotal',
  cypher: `${MATCHING}
RETURN count(doc) AS total`,
  row: z.object({ total: z.int() }),
});

/** A document with its full text, its copies and the law it is a text of or reports on. */
export const documentHead = defineQuery<{ id: string }>()({
  name: 'documentHead',
  cypher: `MATCH (doc:Document {id: $id})
OPTIONAL MATCH (doc)-[:HAS_TEXT]->(text:Text)
OPTIONAL MATCH (doc)-[r:TEXT_OF|REPORTS_ON]->(law:Law)
WITH doc, text, r, law ORDER BY CASE type(r) WHEN 'TEXT_OF' THEN 0 ELSE 1 END, law.id LIMIT 1
RETURN doc AS document, text.text AS text, text.textOffset AS textOffset, law, type(r) AS relation,
  COLLECT { MATCH (source:Source)-[:COPY_OF]->(doc) RETURN source ORDER BY source.id } AS sources`,
  row: z.object({
    document: StoredNode,
    text: z.string().nullable(),
    textOffset: z.int().nullable(),
    law: StoredNode.nullable(),
    relation: z.enum(['TEXT_OF', 'REPORTS_ON']).nullable(),
    sources: z.array(StoredNode),
  }),
});

/** A relationship as the reader's highlights need it: a list, because a statute has thousands. */
const Link = z.tuple([
  z.string(), // type
  z.string(), // id
  z.int(), // start
  z.int(), // end
  z.string().nullable(), // citationType
  z.string().nullable(), // reason
  z.string(), // target id
  z.string(), // target name
  z.array(z.string()), // target labels
  z.string().nullable(), // modality of a Duty
]);
export type Link = z.infer<typeof Link>;
/** The words that name the target, where they are known: the reader underlines these, not the whole sentence. */
const NAMED = 'coalesce(r.namedStart, r.start), coalesce(r.namedEnd, r.end)';
const link = `type(r), r.id, ${NAMED}, r.citationType, r.reason, to.id, to.name, labels(to), to.modality`;

/** Every provision of a document in text order. `parent` is the place of the whole in this order. */
export const documentProvisions = defineQuery<{ id: string }>()({
  name: 'document',
  cypher: `MATCH (part:Provision {documentId: $id})
OPTIONAL MATCH (part)<-[r:HAS_PART|CITES]-(other)
WITH part, sum(CASE type(r) WHEN 'CITES' THEN 1 ELSE 0 END) AS citedBy,
  head(collect(CASE type(r) WHEN 'HAS_PART' THEN other.order END)) AS parent
RETURN part.id AS id, part.level AS level, part.number AS number, part.printed AS printed, part.start AS start, part.end AS end,
  part.order AS order, parent, citedBy
ORDER BY order`,
  row: z.object({
    id: z.string(),
    level: z.enum(['part', 'chapter', 'section', 'article', 'paragraph', 'item', 'subitem', 'block']),
    number: z.string().nullable(),
    printed: z.string(),
    start: z.int(),
    end: z.int(),
    order: z.int(),
    parent: z.int().nullable(),
    citedBy: z.int(),
  }),
});

/** Properties that relationships of a type never have are not read: a long statute states three thousand duties. */
const linksOf = (name: string, types: string, parts: string) =>
  defineQuery<{ id: string }>()({
    name,
    cypher: `MATCH (part:Provision {documentId: $id})-[r:${types}]->(to)
RETURN [${parts}] AS link`,
    row: z.object({ link: Link }),
  });

/** What the provisions of a document cite and ask for, state, and mention. */
export const documentLinks = [
  linksOf('documentCitations', 'CITES|PROMOTES', link),
  linksOf(
    'documentDuties',
    'STATES',
    "'STATES', r.id, r.start, r.end, null, null, to.id, to.name, ['Duty'], to.modality",
  ),
  linksOf('documentMentions', 'MENTIONS', `'MENTIONS', r.id, ${NAMED}, null, null, to.id, to.name, labels(to), null`),
] as const;

/** What the document says of its own law: 根据…制定, 解释, 修改, 废止. */
export const documentLawLinks = defineQuery<{ id: string }>()({
  name: 'documentLawLinks',
  cypher: `MATCH (doc:Document {id: $id})
CALL (doc) {
  MATCH (doc)-[r:REPORTS_ON]->(to:Law) RETURN r, to
  UNION
  MATCH (doc)-[:TEXT_OF|REPORTS_ON]->(:Law)-[r:BASED_ON|INTERPRETS|AMENDS|REPEALS]->(to:Law)
  WHERE r.documentId = doc.id
  RETURN r, to
}
RETURN [${link}] AS link`,
  row: z.object({ link: Link }),
});

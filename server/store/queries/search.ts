/** Cypher for the search box. Names are few and kept; texts are many and asked of the full-text index. */
import { z } from 'zod';
import { defineQuery } from '#server/store/read.ts';
import { StoredNode } from './shapes.ts';

export const NamedNode = z.object({ node: StoredNode, weight: z.int(), texts: z.array(z.string()) });
export type NamedNode = z.infer<typeof NamedNode>;

/** Everything that is found by its name, with how much it matters and, for a law, its texts, newest first. */
export const namedNodes = defineQuery<Record<string, never>>()({
  name: 'namedNodes',
  cypher: `MATCH (node:Law)
RETURN node, COUNT { (node)<-[:CITES]-() } + COUNT { (node)<-[:TEXT_OF]-() } AS weight,
  COLLECT { MATCH (text:Document)-[:TEXT_OF]->(node) RETURN text.id ORDER BY coalesce(text.date, '') DESC, text.id } AS texts
UNION ALL
MATCH (node:Function|Organ|Document)
RETURN node, COUNT { (node)--() } AS weight, [] AS texts`,
  row: NamedNode,
});

export const HitRow = z.object({ node: StoredNode, total: z.int() });
/** `q` as it was typed, and its words: all of them must occur. Both in lower case. */
export type SearchParams = { q: string; terms: readonly string[]; limit: number };

const TAKE = `WITH collect(node) AS hits
UNWIND hits[..toInteger($limit)] AS node
RETURN node, size(hits) AS total`;

/**
 * What 显示查询 hands out for names, which the search itself looks through in memory.
 * Laws by title, short title or pinyin; an exact name first, then names that begin so, then the most cited.
 */
export const searchLaws = defineQuery<SearchParams>()({
  name: 'searchLaws',
  cypher: `MATCH (node:Law)
WITH node, [name IN [node.title] + coalesce(node.shortTitles, []) | toLower(name)] AS names, coalesce(node.pinyin, []) AS pinyin
WHERE any(name IN names WHERE all(term IN $terms WHERE name CONTAINS term)) OR any(sound IN pinyin WHERE sound STARTS WITH $q)
WITH node, CASE
    WHEN $q IN names OR $q IN pinyin THEN 0
    WHEN any(name IN names WHERE name STARTS WITH $q) THEN 1
    ELSE 2
  END AS tier
ORDER BY tier, COUNT { (node)<-[:CITES]-() } + COUNT { (node)<-[:TEXT_OF]-() } DESC, size(node.title), node.id
${TAKE}`,
  row: HitRow,
});

const named = (name: string, labels: string) =>
  defineQuery<SearchParams>()({
    name,
    cypher: `MATCH (node:${labels})
WITH node, toLower(node.name) AS name
WHERE all(term IN $terms WHERE name CONTAINS term)
WITH node ORDER BY CASE WHEN name = $q THEN 0 WHEN name STARTS WITH $q THEN 1 ELSE 2 END,
  COUNT { (node)--() } DESC, node.id
${TAKE}`,
    row: HitRow,
  });

export const searchFunctions = named('searchFunctions', 'Function');
export const searchOrgans = named('searchOrgans', 'Organ');
export const searchDocuments = named('searchDocuments', 'Document');

const TAKE_TEXTS = `WITH collect(node) AS hits
UNWIND hits[..toInteger($limit)] AS node
OPTIONAL MATCH (doc:Document {id: node.documentId})
RETURN node, size(hits) AS total, doc.title AS document`;
const TextHitRow = HitRow.extend({ document: z.string().nullable() });

export type TextParams = {
  /** Lucene: every term of two characters and more, quoted. */
  phrase: string;
  terms: readonly string[];
  /** Terms of one character, which the index of character pairs does not hold. */
  single: readonly string[];
  limit: number;
};

/**
 * A hit inside a hit is the one to open: a 条 holds the words of its 款, so it is found only for what no 款 holds whole.
 * The id of what holds a 款 is the id of the 款 without its last step, which costs a word of twelve thousand hits a third
 * of what its relationships would.
 */
const INNERMOST = `WITH node, score, node.id AS id
WITH collect({node: node, score: score, id: id}) AS found, collect(left(id, size(id) - size(last(split(id, '/'))) - 1)) AS wholes
UNWIND found AS hit
WITH hit WHERE NOT hit.id IN wholes
WITH hit.node AS node, hit.score AS score, hit.id AS id`;

const inTexts = (name: string, label: 'Provision' | 'Duty') =>
  defineQuery<TextParams>()({
    name,
    cypher: `CALL db.index.fulltext.queryNodes('node_text', $phrase) YIELD node, score
WHERE node:${label} AND all(term IN $single WHERE node.text CONTAINS term)
${label === 'Provision' ? INNERMOST : 'WITH node, score, node.id AS id'}
ORDER BY score DESC, id
${TAKE_TEXTS}`,
    row: TextHitRow,
  });

export const searchProvisions = inTexts('searchProvisions', 'Provision');
export const searchDuties = inTexts('searchDuties', 'Duty');

const inTextsByCharacter = (name: string, label: 'Provision' | 'Duty') =>
  defineQuery<{ terms: readonly string[]; limit: number }>()({
    name,
    cypher: `MATCH (node:${label})
WHERE all(term IN $terms WHERE node.text CONTAINS term)
WITH node, 0 AS score
${label === 'Provision' ? INNERMOST : 'WITH node, node.id AS id'}
ORDER BY id
${TAKE_TEXTS}`,
    row: TextHitRow,
  });

/** For words of single characters only: reads every text. */
export const searchProvisionsByCharacter = inTextsByCharacter('searchProvisionsByCharacter', 'Provision');
export const searchDutiesByCharacter = inTextsByCharacter('searchDutiesByCharacter', 'Duty');

/** A 条, 款 or 项 by its path, in the first of these texts that has it: newest first, and a code may come in parts. */
export const provisionByPath = defineQuery<{ texts: readonly string[]; path: string }>()({
  name: 'provisionByPath',
  cypher: `UNWIND range(0, size($texts) - 1) AS place
MATCH (node:Provision {documentId: $texts[place]})
WHERE node.path = $path
RETURN node
ORDER BY place LIMIT 1`,
  row: z.object({ node: StoredNode }),
});

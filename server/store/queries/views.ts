/** Cypher for the views of the graph: which nodes each one shows, the closest first. What joins them is read after. */
import { z } from 'zod';
import { defineQuery } from '#server/store/read.ts';
import { degree, NODE_BY_ID, StoredNode } from './shapes.ts';

export const ViewRow = z.object({ node: StoredNode, degree: z.int(), total: z.int() });

/** Takes `n` and `tier`, gives the first `$limit` nodes with the number of all. */
const FIRST = `WITH n, min(tier) AS tier
ORDER BY tier, n.id
WITH collect(n) AS found
UNWIND found[..toInteger($limit)] AS node
RETURN node, ${degree('node')} AS degree, size(found) AS total`;

/** A document, the law it is a text of, what it cites and asks for, its duties and whom they concern. */
export const documentView = defineQuery<{ id: string; limit: number }>()({
  name: 'documentView',
  cypher: `MATCH (doc:Document {id: $id})
CALL (doc) {
  RETURN doc AS n, 0 AS tier
  UNION ALL
  MATCH (doc)-[:TEXT_OF|REPORTS_ON]->(n:Law) RETURN n, 1 AS tier
  UNION ALL
  MATCH (part:Provision {documentId: doc.id})-[r:CITES|PROMOTES]->(to:Law)
  UNWIND [part, to] AS n RETURN n, 2 AS tier
  UNION ALL
  MATCH (part:Provision {documentId: doc.id})-[:MENTIONS]->(to:Function|Aspect)
  UNWIND [part, to] AS n RETURN n, 3 AS tier
  UNION ALL
  MATCH (duty:Duty {documentId: doc.id})
  OPTIONAL MATCH (duty)-[:EXERCISES|BORNE_BY|UNDER|WITHIN|TARGETS]->(to)
  UNWIND [duty, to] AS n WITH n WHERE n IS NOT NULL RETURN n, 4 AS tier
  UNION ALL
  MATCH (part:Provision {documentId: doc.id})-[:STATES]->(:Duty) RETURN part AS n, 4 AS tier
  UNION ALL
  MATCH (part:Provision {documentId: doc.id})-[:CITES]->(to:Provision)
  UNWIND [part, to] AS n RETURN n, 5 AS tier
  UNION ALL
  MATCH (part:Provision {documentId: doc.id})-[:MENTIONS]->(to:Organ|Crime)
  UNWIND [part, to] AS n RETURN n, 6 AS tier
  UNION ALL
  MATCH (n:Source)-[:COPY_OF]->(doc) RETURN n, 7 AS tier
}
${FIRST}`,
  row: ViewRow,
});

/** A law, its texts, the laws it rests on and that rest on it, who asks for it, who cites it and what is cited of it. */
export const lawView = defineQuery<{ id: string; limit: number }>()({
  name: 'lawView',
  cypher: `MATCH (law:Law {id: $id})
CALL (law) {
  RETURN law AS n, 0 AS tier
  UNION ALL
  MATCH (law)-[:TEXT_OF|REPORTS_ON|BASED_ON|INTERPRETS|AMENDS|REPEALS]-(n) RETURN n, 1 AS tier
  UNION ALL
  MATCH (law)<-[:CITES|PROMOTES]-(part:Provision)
  OPTIONAL MATCH (doc:Document)-[:HAS_PART]->(part)
  UNWIND [part, doc] AS n WITH n WHERE n IS NOT NULL RETURN n, 2 AS tier
  UNION ALL
  MATCH (law)<-[:TEXT_OF]-(text:Document)
  MATCH (to:Provision {documentId: text.id})<-[r:CITES]-(part:Provision)
  WHERE r.documentId <> text.id
  UNWIND [to, part] AS n RETURN n, 3 AS tier
  UNION ALL
  MATCH (law)<-[:UNDER]-(n:Duty) RETURN n, 4 AS tier
}
${FIRST}`,
  row: ViewRow,
});

/** A node and what touches it, by kind of relationship and reading order. */
export const nodeView = defineQuery<{ id: string; limit: number }>()({
  name: 'nodeView',
  cypher: `WITH $id AS id
${NODE_BY_ID}
WITH n AS centre
CALL (centre) {
  RETURN centre AS n, 0 AS tier
  UNION ALL
  MATCH (centre)-[:!HAS_TEXT]-(n) RETURN n, 1 AS tier
}
${FIRST}`,
  row: ViewRow,
});

/**
 * Which document's law cites which law, how often: the citations of all provisions added up. A document that is no
 * text of a law stands for itself. Only the `$limit` nodes with the most citations are kept.
 */
export const overview = defineQuery<{ limit: number }>()({
  name: 'overview',
  cypher: `MATCH (:Provision)-[r:CITES|PROMOTES]->(to)
WITH r.documentId AS documentId, type(r) AS type, CASE WHEN to:Law THEN to.id ELSE to.documentId END AS toId, count(*) AS count
MATCH (doc:Document {id: documentId})
OPTIONAL MATCH (doc)-[:TEXT_OF]->(own:Law)
OPTIONAL MATCH (:Document {id: toId})-[:TEXT_OF]->(held:Law)
OPTIONAL MATCH (named:Law {id: toId})
WITH coalesce(own, doc) AS from, coalesce(named, held) AS to, type, sum(count) AS count
WHERE to IS NOT NULL AND from <> to
WITH collect({from: from, to: to, type: type, count: count}) AS pairs
CALL (pairs) {
  UNWIND pairs AS pair
  UNWIND [pair.from, pair.to] AS node
  WITH node, sum(pair.count) AS weight ORDER BY weight DESC, node.id
  RETURN collect(node)[..toInteger($limit)] AS kept, count(node) AS total
}
WITH pairs, kept, total, [node IN kept | node.id] AS ids
UNWIND pairs AS pair
WITH pair.from AS from, pair.to AS to, pair.type AS type, pair.count AS count, ids, total
WHERE size(ids) = total OR (from.id IN ids AND to.id IN ids)
RETURN from, ${degree('from')} AS fromDegree, type, to, ${degree('to')} AS toDegree, count, total
ORDER BY count DESC, from.id, to.id, type`,
  row: z.object({
    from: StoredNode,
    fromDegree: z.int(),
    type: z.enum(['CITES', 'PROMOTES']),
    to: StoredNode,
    toDegree: z.int(),
    count: z.int(),
    total: z.int(),
  }),
});

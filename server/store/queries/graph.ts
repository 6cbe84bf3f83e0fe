/** Cypher for nodes, what joins them, expansions and shortest paths. */
import { z } from 'zod';
import { NODE_LABELS, type NodeLabel } from '#model/entities.ts';
import { RELATION_RULES, type RelationType } from '#model/relations.ts';
import { defineQuery, type QueryTemplate } from '#server/store/read.ts';
import { degree, EdgeRow, NODE_BY_ID, NodeRow, StoredNode, StoredRelation } from './shapes.ts';

/** Nodes by id, in the order asked for; unknown ids give no row. */
export const nodesByIds = defineQuery<{ ids: readonly string[] }>()({
  name: 'nodesByIds',
  cypher: `UNWIND $ids AS id
${NODE_BY_ID}
RETURN n AS node, ${degree('n')} AS degree`,
  row: NodeRow,
});

/** Every relationship among a set of nodes. */
export const edgesAmong = defineQuery<{ ids: readonly string[] }>()({
  name: 'edgesAmong',
  cypher: `UNWIND $ids AS id
${NODE_BY_ID}
MATCH (n)-[r:!HAS_TEXT]->(m)
WHERE m.id IN $ids
RETURN n.id AS from, r AS relation, m.id AS to
ORDER BY relation.id`,
  row: EdgeRow,
});

/** The document and the provisions a node stands in, outermost first. */
export const ancestors = defineQuery<{ id: string }>()({
  name: 'ancestors',
  cypher: `WITH $id AS id
CALL (id) {
  MATCH (n:Provision {id: id}) RETURN n AS inner, [] AS last
  UNION ALL
  MATCH (:Duty {id: id})<-[:STATES]-(n:Provision) RETURN n AS inner, [n] AS last
}
MATCH path = (:Document)-[:HAS_PART*1..12]->(inner)
WITH nodes(path)[..-1] + last AS trail LIMIT 1
UNWIND trail AS node
RETURN node`,
  row: z.object({ node: StoredNode }),
});

const LABEL_OF = (node: string): string =>
  `[label IN labels(${node}) WHERE label IN [${NODE_LABELS.map((label) => `'${label}'`).join(', ')}]][0]`;

/** How many neighbours a node has by type, direction and kind: what an expansion would bring. */
export const neighbourCounts = defineQuery<{ id: string }>()({
  name: 'neighbourCounts',
  cypher: `WITH $id AS id
${NODE_BY_ID}
MATCH (n)-[r:!HAS_TEXT]-(m)
WITH type(r) AS type, CASE WHEN startNode(r) = n THEN 'out' ELSE 'in' END AS direction, ${LABEL_OF('m')} AS label, m
RETURN type, direction, label, count(DISTINCT m) AS count
ORDER BY type, direction, label`,
  row: z.object({ type: z.string(), direction: z.enum(['out', 'in']), label: z.string(), count: z.int() }),
});

export interface Expansion {
  readonly label: NodeLabel;
  readonly type?: RelationType | undefined;
  readonly direction: 'out' | 'in' | 'both';
  readonly otherLabel?: NodeLabel | undefined;
}

/** The relationships asked for, between two nodes written as they are given. */
const joining = ({ type, direction }: Expansion, from: string, to: string, name = ''): string =>
  `${from}${direction === 'in' ? '<-' : '-'}[${name}:${type ?? '!HAS_TEXT'}]${direction === 'out' ? '->' : '-'}${to}`;
const pattern = (of: Expansion): string =>
  joining(of, `(n:${of.label} {id: $id})`, `(m${of.otherLabel === undefined ? '' : `:${of.otherLabel}`})`);

/** Total of an expansion: neighbours, each once. */
export const expansionTotal = (expansion: Expansion): QueryTemplate<{ id: string }, { total: number }> =>
  defineQuery<{ id: string }>()({
    name: 'expansionTotal',
    cypher: `MATCH ${pattern(expansion)}
RETURN count(DISTINCT m) AS total`,
    row: z.object({ total: z.int() }),
  });

type ExpansionParams = { id: string; skip: number; limit: number };
const ExpansionRow = z.object({
  node: StoredNode,
  degree: z.int(),
  relations: z.array(z.object({ from: z.string(), relation: StoredRelation, to: z.string() })),
});

/**
 * A page of neighbours with every relationship to each, in the order in which the database keeps them: that is by type
 * and direction, and what was imported together stands together. Sorting a hub's fifteen thousand neighbours to show fifty
 * would take longer than everything else. Labels and types are words of the model.
 */
export const expansion = (of: Expansion): QueryTemplate<ExpansionParams, z.infer<typeof ExpansionRow>> =>
  defineQuery<ExpansionParams>()({
    name: 'expansion',
    cypher: `MATCH ${pattern(of)}
WITH DISTINCT n, m
SKIP toInteger($skip) LIMIT toInteger($limit)
MATCH ${joining(of, '(n)', '(m)', 'r')}
WITH m, r ORDER BY r.id
WITH m, collect(r) AS relations
RETURN m AS node, ${degree('m')} AS degree,
  [r IN relations | {from: startNode(r).id, relation: r, to: endNode(r).id}] AS relations
ORDER BY m.id`,
    row: ExpansionRow,
  });

/** Longest path looked for. Beyond this two nodes are joined by chance. */
export const MAX_PATH = 8;
/** Paths counted at most: between two hubs there are more than anyone reads. */
export const PATHS_COUNTED = 1000;
const WALKED = Object.keys(RELATION_RULES).filter((type) => type !== 'COPY_OF');

/**
 * All shortest paths between two nodes, in the order of their ids. Relationships that run beside each other make one
 * path for a reader. `found` stops counting at PATHS_COUNTED.
 */
export const shortestPaths = (from: NodeLabel, to: NodeLabel) =>
  defineQuery<{ from: string; to: string; limit: number }>()({
    name: 'shortestPaths',
    cypher: `MATCH (a:${from} {id: $from}), (b:${to} {id: $to})
MATCH path = allShortestPaths((a)-[:${WALKED.join('|')}*..${MAX_PATH}]-(b))
WITH path LIMIT ${PATHS_COUNTED}
WITH nodes(path) AS nodes, collect(relationships(path)) AS ways
ORDER BY [node IN nodes | node.id]
WITH collect({nodes: nodes, ways: ways}) AS found
UNWIND found[..toInteger($limit)] AS path
RETURN path.nodes AS nodes, reduce(all = [], way IN path.ways | all + way) AS relationships, size(found) AS found`,
    row: z.object({ nodes: z.array(StoredNode), relationships: z.array(StoredRelation), found: z.int() }),
  });

/** A fragment as rows for UNWIND: lists instead of maps, because the names of the columns need not travel with every row. */
import neo4j from 'neo4j-driver';
import { GraphNode, type NodeLabel } from '#model/entities.ts';
import { FamaiError } from '#model/errors.ts';
import type { GraphFragment } from '#model/graph.ts';
import type { GraphRelation, RelationType } from '#model/relations.ts';

export type Row = readonly unknown[];

/** One query over many rows. `again` gives the same graph when the first try may or may not have been committed. */
export interface Statement {
  readonly first: string;
  readonly again: string;
  readonly rows: readonly Row[];
}

/** The properties of each label, from the schema that is their only definition; `id` stands first. */
const COLUMNS: ReadonlyMap<NodeLabel, readonly string[]> = new Map(
  GraphNode.options.map((option) => [
    option.shape.label.value,
    ['id', ...Object.keys(option.shape).filter((key) => key !== 'id' && key !== 'label')],
  ]),
);

const columnsOf = (label: NodeLabel): readonly string[] => COLUMNS.get(label) ?? ['id', 'name'];

const asMap = (columns: readonly string[], from: number): string =>
  `{${columns.map((column, index) => `${column}: row[${index + from}]`).join(', ')}}`;

/** Nodes of a document that was never stored can be made without being looked for. */
const createCypher = (label: NodeLabel): string =>
  `UNWIND $rows AS row CREATE (:${label} ${asMap(columnsOf(label), 0)})`;

/** A law is described by many documents: what it is in the end is settled when all are written. */
const nodeCypher = (label: NodeLabel): string =>
  `UNWIND $rows AS row MERGE (n:${label} {id: row[0]}) ${label === 'Law' ? 'ON CREATE SET' : 'SET'} n = ${asMap(columnsOf(label), 0)}`;

const RELATION_COLUMNS = [
  'id',
  'documentId',
  'sourceId',
  'start',
  'end',
  'quote',
  'rule',
  'namedStart',
  'namedEnd',
  'citationType',
  'article',
  'paragraph',
  'item',
  'reason',
  'order',
] as const;
/** How many of the columns a kind of relationship uses; nulls at the end of a row would only be sent for nothing. */
const EVIDENCE_COLUMNS = 9;
const CITATION_COLUMNS = 14;

interface Ends {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
}

const relationColumns = (type: RelationType): readonly string[] => {
  if (type === 'CITES') return RELATION_COLUMNS.slice(0, CITATION_COLUMNS);
  if (type === 'HAS_PART') return ['id', 'documentId', 'order'];
  if (type === 'COPY_OF') return ['id', 'documentId'];
  return RELATION_COLUMNS.slice(0, EVIDENCE_COLUMNS);
};

const relationCypher = ({ type, from, to }: Ends, verb: 'CREATE' | 'MERGE'): string => {
  const columns = relationColumns(type);
  const match = `UNWIND $rows AS row MATCH (a:${from} {id: row[0]}) MATCH (b:${to} {id: row[1]})`;
  if (verb === 'CREATE') return `${match} CREATE (a)-[:${type} ${asMap(columns, 2)}]->(b)`;
  return `${match} MERGE (a)-[r:${type} {id: row[2]}]->(b) SET r = ${asMap(columns, 2)}`;
};

const value = (raw: unknown): unknown => (typeof raw === 'number' ? neo4j.int(raw) : raw);

const relationRow = ({ id, type, from, to, documentId, evidence, citation, order }: GraphRelation): Row => {
  if (type === 'HAS_PART') return [from, to, id, documentId, value(order)];
  if (type === 'COPY_OF') return [from, to, id, documentId];
  const head = [
    from,
    to,
    id,
    documentId,
    evidence?.sourceId ?? null,
    value(evidence?.start ?? null),
    value(evidence?.end ?? null),
    evidence?.quote ?? null,
    evidence?.rule ?? null,
    value(evidence?.namedStart ?? null),
    value(evidence?.namedEnd ?? null),
  ];
  if (type !== 'CITES') return head;
  return [
    ...head,
    citation?.citationType ?? null,
    citation?.article ?? null,
    value(citation?.paragraph ?? null),
    value(citation?.item ?? null),
    citation?.reason ?? null,
  ];
};

const nodeRow = (node: GraphNode): Row => {
  const values = new Map<string, unknown>(Object.entries(node));
  return columnsOf(node.label).map((column) => value(values.get(column) ?? null));
};

class Groups<K> {
  readonly #groups = new Map<string, { key: K; rows: Row[] }>();

  add(name: string, key: K, row: Row): void {
    const group = this.#groups.get(name);
    if (group === undefined) this.#groups.set(name, { key, rows: [row] });
    else group.rows.push(row);
  }

  all(): { key: K; rows: Row[] }[] {
    return [...this.#groups.values()];
  }
}

/** A provision of another document is named by its id before that document is written: it stands empty until then. */
const PLACEHOLDER = 'UNWIND $rows AS row MERGE (:Provision {id: row[0]})';

/** Where a relationship ends outside the fragment there can only be a provision of another text. */
const outsideLabel = (relation: GraphRelation, id: string): 'Provision' => {
  if (id.includes('@') && (relation.type === 'CITES' || relation.type === 'PROMOTES')) return 'Provision';
  throw new FamaiError(
    'INTERNAL',
    `关系 ${relation.id} 指向不存在的节点。 / A relationship ends at a node that is not there.`,
  );
};

/** What may stand in the store already, so that a node has to be looked for before it is made. */
export interface Written {
  /** Whether the document was stored before, or may have been by an import that was interrupted. */
  isOld(documentId: string): boolean;
  /** Ids of provisions that stand empty until their document comes; `toStatements` adds to it. */
  readonly placeholders: Set<string>;
}

/** Only these belong to one document alone and are many. */
const OWN_LABELS: ReadonlySet<NodeLabel> = new Set(['Provision', 'Duty']);

/** All nodes of these fragments first, then all their relationships. Writing them in this order leaves nothing dangling. */
export const toStatements = (fragments: readonly GraphFragment[], written: Written): Statement[] => {
  const nodes = new Groups<{ label: NodeLabel; isNew: boolean }>();
  const relations = new Groups<Ends>();
  const placeholders = new Set<string>();
  const shared = new Set<string>();
  for (const fragment of fragments) {
    const labels = new Map<string, NodeLabel>();
    const own = !written.isOld(fragment.documentId);
    for (const node of fragment.nodes) {
      labels.set(node.id, node.label);
      if (shared.has(node.id)) continue;
      shared.add(node.id);
      const isNew = own && OWN_LABELS.has(node.label) && !written.placeholders.has(node.id);
      nodes.add(`${node.label} ${isNew}`, { label: node.label, isNew }, nodeRow(node));
    }
    for (const relation of fragment.relations) {
      const { type } = relation;
      const from = labels.get(relation.from) ?? outsideLabel(relation, relation.from);
      const to = labels.get(relation.to) ?? outsideLabel(relation, relation.to);
      if (!labels.has(relation.to)) placeholders.add(relation.to);
      relations.add(`${type} ${from} ${to}`, { type, from, to }, relationRow(relation));
    }
  }
  const outside = [...placeholders].filter((id) => !shared.has(id)).map((id) => [id]);
  for (const [id] of outside) if (id !== undefined) written.placeholders.add(id);
  return [
    ...nodes.all().map(({ key: { label, isNew }, rows }) => ({
      first: isNew ? createCypher(label) : nodeCypher(label),
      again: nodeCypher(label),
      rows,
    })),
    ...(outside.length === 0 ? [] : [{ first: PLACEHOLDER, again: PLACEHOLDER, rows: outside }]),
    ...relations.all().map(({ key, rows }) => ({
      first: relationCypher(key, 'CREATE'),
      again: relationCypher(key, 'MERGE'),
      rows,
    })),
  ];
};

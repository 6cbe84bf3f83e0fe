/** What a batch of documents writes, in an order that leaves nothing dangling and lets two sessions write side by side. */
import type { NodeLabel } from '#model/entities.ts';
import { FamaiError } from '#model/errors.ts';
import type { GraphFragment } from '#model/graph.ts';
import type { GraphRelation, RelationType } from '#model/relations.ts';
import {
  createCypher,
  type Ends,
  nodeCypher,
  nodeRow,
  type Row,
  relationCypher,
  relationRow,
  type Statement,
} from './rows.ts';

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
  /** Ids of nodes named by many documents that this import has written: they need not be written again. */
  readonly shared: Set<string>;
}

/** Only these belong to one document alone and are many. */
const OWN_LABELS: ReadonlySet<NodeLabel> = new Set(['Provision', 'Duty']);
/** Both ends belong to the same document. */
const OWN_RELATIONS: ReadonlySet<RelationType> = new Set(['HAS_PART', 'STATES']);
/** Each of these is described by one document; all other nodes are named by many and described by all alike. */
const DOCUMENT_LABELS: ReadonlySet<NodeLabel> = new Set([...OWN_LABELS, 'Document', 'Source']);

/**
 * What a batch of documents writes, in this order: `shared`, then `lanes`, then `across`. Two lanes touch no node in common, so
 * they can be written side by side without waiting for each other's locks.
 */
export interface BatchStatements {
  /** Nodes that several documents name, and what stands for provisions of documents to come. */
  readonly shared: readonly Statement[];
  /** What belongs to these documents alone: nodes first, then the relationships between them. */
  readonly lanes: readonly {
    readonly fragments: readonly GraphFragment[];
    readonly statements: readonly Statement[];
  }[];
  /** Relationships to shared nodes and to other documents. */
  readonly across: readonly Statement[];
  /** Ids of the shared nodes among `shared`. */
  readonly sharedIds: readonly string[];
}

const nodeStatements = (nodes: Groups<{ label: NodeLabel; isNew: boolean }>): Statement[] =>
  nodes.all().map(({ key: { label, isNew }, rows }) => ({
    first: isNew ? createCypher(label) : nodeCypher(label),
    again: nodeCypher(label),
    rows,
  }));

const relationStatements = (relations: Groups<Ends>): Statement[] =>
  relations.all().map(({ key, rows }) => ({
    first: relationCypher(key, 'CREATE'),
    again: relationCypher(key, 'MERGE'),
    rows,
  }));

class Lane {
  readonly nodes = new Groups<{ label: NodeLabel; isNew: boolean }>();
  readonly relations = new Groups<Ends>();
  readonly fragments: GraphFragment[] = [];
  size = 0;
}

/** Writing `shared`, `lanes` and `across` in this order leaves nothing dangling. */
export const toStatements = (
  fragments: readonly GraphFragment[],
  written: Written,
  laneCount: number,
): BatchStatements => {
  const shared = new Groups<{ label: NodeLabel; isNew: boolean }>();
  const across = new Groups<Ends>();
  const lanes = Array.from({ length: laneCount }, () => new Lane());
  const placeholders = new Set<string>();
  const met = new Set<string>();
  const sharedIds: string[] = [];
  for (const fragment of fragments) {
    const lane = lanes.reduce((least, other) => (other.size < least.size ? other : least));
    lane.fragments.push(fragment);
    lane.size += fragment.nodes.length + fragment.relations.length;
    const labels = new Map<string, NodeLabel>();
    const own = !written.isOld(fragment.documentId);
    for (const node of fragment.nodes) {
      labels.set(node.id, node.label);
      if (met.has(node.id)) continue;
      met.add(node.id);
      const isNew = own && OWN_LABELS.has(node.label) && !written.placeholders.has(node.id);
      const key = { label: node.label, isNew };
      if (OWN_LABELS.has(node.label)) lane.nodes.add(`${node.label} ${isNew}`, key, nodeRow(node));
      else if (DOCUMENT_LABELS.has(node.label)) shared.add(node.label, key, nodeRow(node));
      else if (!written.shared.has(node.id)) {
        shared.add(node.label, key, nodeRow(node));
        sharedIds.push(node.id);
      }
    }
    for (const relation of fragment.relations) {
      const { type } = relation;
      const from = labels.get(relation.from) ?? outsideLabel(relation, relation.from);
      const to = labels.get(relation.to) ?? outsideLabel(relation, relation.to);
      if (!labels.has(relation.to)) placeholders.add(relation.to);
      const groups = OWN_RELATIONS.has(type) ? lane.relations : across;
      groups.add(`${type} ${from} ${to}`, { type, from, to }, relationRow(relation));
    }
  }
  const outside = [...placeholders].filter((id) => !met.has(id)).map((id) => [id]);
  for (const [id] of outside) if (id !== undefined) written.placeholders.add(id);
  return {
    shared: [
      ...nodeStatements(shared),
      ...(outside.length === 0 ? [] : [{ first: PLACEHOLDER, again: PLACEHOLDER, rows: outside }]),
    ],
    lanes: lanes.map(({ fragments: documents, nodes, relations }) => ({
      fragments: documents,
      statements: [...nodeStatements(nodes), ...relationStatements(relations)],
    })),
    across: relationStatements(across),
    sharedIds,
  };
};

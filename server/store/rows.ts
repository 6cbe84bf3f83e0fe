/** A fragment as rows for UNWIND: lists instead of maps, because the names of the columns need not travel with every row. */
import neo4j from 'neo4j-driver';
import { GraphNode, type NodeLabel } from '#model/entities.ts';
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
export const createCypher = (label: NodeLabel): string =>
  `UNWIND $rows AS row CREATE (:${label} ${asMap(columnsOf(label), 0)})`;

/** A law is described by many documents: what it is in the end is settled when all are written. */
export const nodeCypher = (label: NodeLabel): string =>
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

export interface Ends {
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

export const relationCypher = ({ type, from, to }: Ends, verb: 'CREATE' | 'MERGE'): string => {
  const columns = relationColumns(type);
  const match = `UNWIND $rows AS row MATCH (a:${from} {id: row[0]}) MATCH (b:${to} {id: row[1]})`;
  if (verb === 'CREATE') return `${match} CREATE (a)-[:${type} ${asMap(columns, 2)}]->(b)`;
  return `${match} MERGE (a)-[r:${type} {id: row[2]}]->(b) SET r = ${asMap(columns, 2)}`;
};

const value = (raw: unknown): unknown => (typeof raw === 'number' ? neo4j.int(raw) : raw);

export const relationRow = ({ id, type, from, to, documentId, evidence, citation, order }: GraphRelation): Row => {
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

export const nodeRow = (node: GraphNode): Row => {
  const values = new Map<string, unknown>(Object.entries(node));
  return columnsOf(node.label).map((column) => value(values.get(column) ?? null));
};

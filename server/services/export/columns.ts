/** A piece of the graph as flat columns, the same for every format. Pure. */
import type { EdgeDto, NodeDto } from '#model/wire/common.ts';

export type Cell = string | number | boolean | null;
export type ColumnType = 'string' | 'integer' | 'double' | 'boolean';
export interface Column<T> {
  readonly name: string;
  readonly type: ColumnType;
  readonly of: (item: T) => Cell;
}

export interface ExportedGraph {
  readonly nodes: readonly NodeDto[];
  readonly edges: readonly EdgeDto[];
}

type Property = NodeDto['properties'][string] | undefined;
const cellOf = (value: Property): Cell =>
  value === undefined ? null : Array.isArray(value) ? value.filter((item) => item !== null).join('; ') : value;

const typeOf = (cells: readonly Cell[]): ColumnType => {
  const types = new Set(cells.filter((cell) => cell !== null).map((cell) => typeof cell));
  if (types.size !== 1) return 'string';
  if (types.has('boolean')) return 'boolean';
  if (!types.has('number')) return 'string';
  return cells.every((cell) => cell === null || Number.isInteger(cell)) ? 'integer' : 'double';
};

/** Kind, degree, then every property that occurs, in alphabetical order. */
export const nodeColumns = (nodes: readonly NodeDto[]): Column<NodeDto>[] => {
  const names = [...new Set(nodes.flatMap((node) => Object.keys(node.properties)))].sort();
  return [
    { name: 'id', type: 'string', of: (node) => node.id },
    { name: 'kind', type: 'string', of: (node) => node.label },
    { name: 'degree', type: 'integer', of: (node) => node.degree },
    ...names.map((name): Column<NodeDto> => {
      // A dictionary keyed by names from the store: `__proto__` is a name like any other.
      const of = (node: NodeDto): Cell => cellOf(Object.getOwnPropertyDescriptor(node.properties, name)?.value);
      return { name: `property:${name}`, type: typeOf(nodes.map(of)), of };
    }),
  ];
};

/** What a relationship says and the sentence that proves it. */
export const EDGE_COLUMNS: readonly Column<EdgeDto>[] = [
  { name: 'id', type: 'string', of: (edge) => edge.id },
  { name: 'type', type: 'string', of: (edge) => edge.type },
  { name: 'count', type: 'integer', of: (edge) => edge.count ?? 1 },
  { name: 'citationType', type: 'string', of: (edge) => edge.citation?.citationType ?? null },
  { name: 'article', type: 'string', of: (edge) => edge.citation?.article ?? null },
  { name: 'paragraph', type: 'integer', of: (edge) => edge.citation?.paragraph ?? null },
  { name: 'item', type: 'integer', of: (edge) => edge.citation?.item ?? null },
  { name: 'reason', type: 'string', of: (edge) => edge.citation?.reason ?? null },
  { name: 'documentId', type: 'string', of: (edge) => edge.evidence?.documentId ?? null },
  { name: 'sourceId', type: 'string', of: (edge) => edge.evidence?.sourceId ?? null },
  { name: 'start', type: 'integer', of: (edge) => edge.evidence?.start ?? null },
  { name: 'end', type: 'integer', of: (edge) => edge.evidence?.end ?? null },
  { name: 'quote', type: 'string', of: (edge) => edge.evidence?.quote ?? null },
  { name: 'rule', type: 'string', of: (edge) => edge.evidence?.rule ?? null },
];

/** Edges whose ends are both there: a file must not name a node it does not hold. */
export const innerEdges = ({ nodes, edges }: ExportedGraph): EdgeDto[] => {
  const ids = new Set(nodes.map((node) => node.id));
  return edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
};

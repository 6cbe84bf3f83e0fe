/** Finds graph values in an answer's cells: what to draw, what to link, where the sentence stands. Pure. */
import { z } from 'zod';
import { NODE_LABELS, type NodeLabel } from '#model/entities.ts';
import type { JsonValue } from '#model/wire/common.ts';
import { CypherNode, CypherPath, CypherRelationship } from '#model/wire/console.ts';

export type GraphValue =
  | { readonly kind: 'node'; readonly node: CypherNode }
  | { readonly kind: 'relationship'; readonly relationship: CypherRelationship }
  | { readonly kind: 'path'; readonly nodes: CypherNode[]; readonly relationships: CypherRelationship[] };

/** Only a tagged object is a graph value; a map that merely looks like one is data. */
export const graphValue = (cell: JsonValue): GraphValue | null => {
  if (cell === null || typeof cell !== 'object' || Array.isArray(cell) || !('$type' in cell)) return null;
  const node = CypherNode.safeParse(cell);
  if (node.success) return { kind: 'node', node: node.data };
  const relationship = CypherRelationship.safeParse(cell);
  if (relationship.success) return { kind: 'relationship', relationship: relationship.data };
  const path = CypherPath.safeParse(cell);
  return path.success ? { kind: 'path', nodes: path.data.nodes, relationships: path.data.relationships } : null;
};

/** Every graph value in a cell, also inside lists and maps. */
export const graphValuesIn = (cell: JsonValue): GraphValue[] => {
  const value = graphValue(cell);
  if (value !== null) return [value];
  if (Array.isArray(cell)) return cell.flatMap(graphValuesIn);
  return cell !== null && typeof cell === 'object' ? Object.values(cell).flatMap(graphValuesIn) : [];
};

export interface ReturnedGraph {
  readonly nodes: ReadonlyMap<string, CypherNode>;
  readonly relationships: ReadonlyMap<string, CypherRelationship>;
}

/** Exactly what was returned, each once. */
export const returnedGraph = (rows: readonly (readonly JsonValue[])[]): ReturnedGraph => {
  const nodes = new Map<string, CypherNode>();
  const relationships = new Map<string, CypherRelationship>();
  for (const value of rows.flat().flatMap(graphValuesIn)) {
    if (value.kind === 'node') nodes.set(value.node.id, value.node);
    else if (value.kind === 'relationship') relationships.set(value.relationship.id, value.relationship);
    else {
      for (const node of value.nodes) nodes.set(node.id, node);
      for (const relationship of value.relationships) relationships.set(relationship.id, relationship);
    }
  }
  return { nodes, relationships };
};

export const labelOf = (node: CypherNode): NodeLabel | null =>
  NODE_LABELS.find((label) => node.labels.includes(label)) ?? null;

const NAMES = ['name', 'title', 'text', 'path'];

/** What a node is called; its id when it has no name. */
export const nameOf = (node: CypherNode): string => {
  const named = NAMES.map((key) => node.properties[key]).find((value) => typeof value === 'string' && value !== '');
  return typeof named === 'string' ? named : node.id;
};

const Place = z.object({
  documentId: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string().optional(),
});
export type Place = z.infer<typeof Place>;

const placeOf = (properties: unknown): Place | null => {
  const place = Place.safeParse(properties);
  return place.success && place.data.end > place.data.start ? place.data : null;
};

/** Where the row's sentence stands: of a relationship before a node, or of columns named documentId, start and end. */
export const sourceOf = (columns: readonly string[], row: readonly JsonValue[]): Place | null => {
  const values = row.flatMap(graphValuesIn);
  const relationships = values.flatMap((value) =>
    value.kind === 'relationship' ? [value.relationship] : value.kind === 'path' ? value.relationships : [],
  );
  const nodes = values.flatMap((value) => (value.kind === 'node' ? [value.node] : []));
  const named = Object.fromEntries(columns.map((column, index) => [/[^.]*$/.exec(column)?.[0] ?? column, row[index]]));
  for (const properties of [...relationships, ...nodes].map((value) => value.properties)) {
    const place = placeOf(properties);
    if (place !== null) return place;
  }
  return placeOf(named);
};

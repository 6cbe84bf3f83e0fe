/** The whole graph as the exporters take it. */
import { NodeLabel } from '#model/entities.ts';
import { CitationDetail, Evidence, RelationType } from '#model/relations.ts';
import type { EdgeDto, NodeDto } from '#model/wire/common.ts';
import type { ExportedGraph } from '#server/services/export/columns.ts';
import type { Connection } from '#server/store/driver.ts';
import { allNodes, allRelations, type Properties, type WholeRelation } from '#server/store/whole-graph.ts';

const OWN = new Set(['id', 'name']);

const propertiesOf = (properties: Properties): NodeDto['properties'] =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !OWN.has(name)));

const withNulls = (properties: Properties, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, properties[key] ?? null]));

const edgeOf = ({ type, from, to, properties }: WholeRelation): EdgeDto | null => {
  const known = RelationType.safeParse(type);
  if (!known.success) return null;
  const evidence = Evidence.safeParse(properties);
  const citation = CitationDetail.safeParse(withNulls(properties, Object.keys(CitationDetail.shape)));
  return {
    id: String(properties['id'] ?? ''),
    type: known.data,
    from,
    to,
    evidence: evidence.success ? evidence.data : null,
    citation: citation.success ? citation.data : null,
  };
};

/** Reads nodes with these labels and what joins them into memory. */
export const readWholeGraph = async (connection: Connection, labels: readonly NodeLabel[]): Promise<ExportedGraph> => {
  const degrees = new Map<string, number>();
  const edges: EdgeDto[] = [];
  const count = (id: string): void => void degrees.set(id, (degrees.get(id) ?? 0) + 1);
  for await (const relation of allRelations(connection, NodeLabel.options)) {
    const edge = edgeOf(relation);
    if (edge === null) continue;
    count(edge.from);
    count(edge.to);
    edges.push(edge);
  }
  const nodes: NodeDto[] = [];
  for await (const { label, properties } of allNodes(connection, labels)) {
    const known = NodeLabel.safeParse(label);
    if (!known.success) continue;
    const id = String(properties['id']);
    nodes.push({
      id,
      label: known.data,
      name: String(properties['name']),
      degree: degrees.get(id) ?? 0,
      properties: propertiesOf(properties),
    });
  }
  const ids = new Set(nodes.map(({ id }) => id));
  return { nodes, edges: edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
};

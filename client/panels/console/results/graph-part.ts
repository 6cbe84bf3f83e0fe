/** Returned values as the canvas wants them. Pure. */
import type { GraphPart } from '#client/state/canvas/types.ts';
import { CitationDetail, Evidence, RelationType } from '#model/relations.ts';
import type { EdgeDto, JsonValue, NodeDto } from '#model/wire/common.ts';
import type { CypherNode, CypherRelationship } from '#model/wire/console.ts';
import { labelOf, nameOf, type ReturnedGraph } from './graph-values.ts';

/** Nodes of kinds the canvas has no look for are left to the table. */
export const toGraphPart = ({ nodes, relationships }: ReturnedGraph): GraphPart => {
  const edges = [...relationships.values()].flatMap((relationship) => toEdge(relationship, nodes));
  const degree = new Map<string, number>();
  for (const { from, to } of edges) for (const end of [from, to]) degree.set(end, (degree.get(end) ?? 0) + 1);
  return { nodes: [...nodes.values()].flatMap((node) => toNode(node, degree.get(node.id) ?? 0)), edges };
};

const isPlain = (value: JsonValue): value is string | number | boolean | null =>
  value === null || typeof value !== 'object';

const toNode = (node: CypherNode, degree: number): NodeDto[] => {
  const label = labelOf(node);
  if (label === null) return [];
  const properties: NodeDto['properties'] = {};
  for (const [key, value] of Object.entries(node.properties)) {
    if (isPlain(value)) properties[key] = value;
    else if (Array.isArray(value)) properties[key] = value.filter(isPlain);
  }
  return [{ id: node.id, label, name: nameOf(node), degree, properties }];
};

const toEdge = (relationship: CypherRelationship, nodes: ReadonlyMap<string, CypherNode>): EdgeDto[] => {
  const type = RelationType.safeParse(relationship.type);
  const { id, from, to, properties } = relationship;
  const ends = [nodes.get(from), nodes.get(to)];
  if (!type.success || ends.some((end) => end === undefined || labelOf(end) === null)) return [];
  const evidence = Evidence.safeParse(properties);
  const citation = CitationDetail.safeParse({
    article: null,
    paragraph: null,
    item: null,
    reason: null,
    ...properties,
  });
  return [
    {
      id,
      type: type.data,
      from,
      to,
      evidence: evidence.success ? evidence.data : null,
      citation: citation.success ? citation.data : null,
    },
  ];
};

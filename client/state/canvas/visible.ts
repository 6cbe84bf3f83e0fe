/** What is drawn of a canvas: hidden and filtered nodes and relationships left out, parallel ones bundled, kinds counted. */
import { NODE_LABELS, type NodeLabel } from '#model/entities.ts';
import { RELATION_RULES, RelationType } from '#model/relations.ts';
import type { EdgeDto, NodeDto } from '#model/wire/common.ts';
import type { CanvasState } from './types.ts';

/** All relationships of one type in one direction between the same two nodes, drawn as one line with a number. */
export type Bundle = {
  /** Id of the first relationship. */
  readonly id: string;
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly edges: readonly EdgeDto[];
  /** How many relationships of the store it stands for: more than `edges` where the view itself sums them up. */
  readonly count: number;
};

export type VisibleGraph = {
  readonly nodes: readonly NodeDto[];
  readonly edges: readonly EdgeDto[];
  readonly bundles: readonly Bundle[];
};

const bundleEdges = (edges: readonly EdgeDto[]): Bundle[] => {
  const byPair = Map.groupBy(edges, (edge) => `${edge.type}\n${edge.from}\n${edge.to}`);
  const bundles: Bundle[] = [];
  for (const members of byPair.values()) {
    const [first] = members;
    if (first === undefined) continue;
    const count = members.reduce((sum, edge) => sum + (edge.count ?? 1), 0);
    bundles.push({ id: first.id, type: first.type, from: first.from, to: first.to, edges: members, count });
  }
  return bundles;
};

/** The nodes and relationships a canvas shows now. A relationship shows when its type is on and both its ends show. */
export const visibleGraph = (state: CanvasState): VisibleGraph => {
  const { hidden, filter } = state;
  const nodes = [...state.nodes.values()].filter((node) => !hidden.has(node.id) && !filter.labels.has(node.label));
  const shown = new Set(nodes.map((node) => node.id));
  const edges = [...state.edges.values()].filter(
    (edge) => !filter.types.has(edge.type) && shown.has(edge.from) && shown.has(edge.to),
  );
  return { nodes, edges, bundles: bundleEdges(edges) };
};

export type LegendCounts = {
  readonly labels: readonly { readonly label: NodeLabel; readonly count: number; readonly on: boolean }[];
  readonly types: readonly { readonly type: RelationType; readonly count: number; readonly on: boolean }[];
};

/** Counts for the legend, of everything on the canvas whether switched on or off; kinds that do not occur are left out. */
export const legendCounts = (state: CanvasState): LegendCounts => {
  const labels = new Map<NodeLabel, number>();
  for (const { label } of state.nodes.values()) labels.set(label, (labels.get(label) ?? 0) + 1);
  const types = new Map<RelationType, number>();
  for (const { type } of state.edges.values()) types.set(type, (types.get(type) ?? 0) + 1);
  const order = RelationType.options.filter((type) => type in RELATION_RULES);
  return {
    labels: NODE_LABELS.flatMap((label) => {
      const count = labels.get(label);
      return count === undefined ? [] : [{ label, count, on: !state.filter.labels.has(label) }];
    }),
    types: order.flatMap((type) => {
      const count = types.get(type);
      return count === undefined ? [] : [{ type, count, on: !state.filter.types.has(type) }];
    }),
  };
};

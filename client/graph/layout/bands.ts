/** The titled strips behind lanes and years, read off where the nodes stand: they follow whatever is hidden, moved or restored. */

import type { LayoutName } from '#client/state/canvas/types.ts';
import { NODE_LABELS, type NodeLabel } from '#model/entities.ts';
import { yearsOf } from './by-date.ts';
import { lanesOf } from './lanes.ts';
import { CELL, type LayoutInput, type LayoutNode, type Positions, TITLE } from './types.ts';

export type BandTitle =
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'label'; readonly label: NodeLabel }
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'other' | 'undated' };

/** Corners in the layout's units; y grows upwards. */
export type Band = {
  readonly title: BandTitle;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};
type Group = { readonly title: BandTitle; readonly nodes: readonly LayoutNode[] };
type Graph = Pick<LayoutInput, 'nodes' | 'edges'>;

/** From the outermost nodes to the border of their band. */
const EDGE = 20;

const laneGroups = (graph: Graph): Group[] => {
  if (graph.nodes.some((node) => node.label === 'Function')) {
    return lanesOf(graph).map(({ head, duties }) => ({
      title: head ? { kind: 'node', name: head.name } : { kind: 'other' },
      nodes: head ? [head, ...duties] : duties,
    }));
  }
  return NODE_LABELS.map((label) => ({
    title: { kind: 'label', label },
    nodes: graph.nodes.filter((node) => node.label === label),
  }));
};

const yearGroups = (graph: Graph): Group[] =>
  yearsOf(graph.nodes).map(({ year, nodes }) => ({
    title: year === '' ? { kind: 'undated' } : { kind: 'year', year },
    nodes,
  }));

const around = (group: Group, positions: Positions, moved: ReadonlySet<string>): Band | null => {
  const points = group.nodes.flatMap((node) => (moved.has(node.id) ? [] : (positions.get(node.id) ?? [])));
  if (points.length === 0) return null;
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return {
    title: group.title,
    left: Math.min(...xs) - EDGE,
    right: Math.max(...xs) + CELL.width - EDGE,
    top: Math.max(...ys) + EDGE - 4 + (group.title.kind === 'node' || group.title.kind === 'other' ? 0 : TITLE),
    bottom: Math.min(...ys) - EDGE + 4,
  };
};

/** Bands of the lanes and date layouts; the others have none. Nodes in `moved` stand by the user's hand and stretch no band. */
export const bandsOf = (
  layout: LayoutName,
  graph: Graph,
  positions: Positions,
  moved: ReadonlySet<string>,
): readonly Band[] => {
  if (layout !== 'lanes' && layout !== 'date') return [];
  const groups = layout === 'lanes' ? laneGroups(graph) : yearGroups(graph);
  const bands = groups.flatMap((group) => around(group, positions, moved) ?? []);
  if (layout === 'date') {
    const top = Math.max(...bands.map((band) => band.top));
    const bottom = Math.min(...bands.map((band) => band.bottom));
    return bands.map((band) => ({ ...band, top, bottom }));
  }
  const left = Math.min(...bands.map((band) => band.left));
  const right = Math.max(...bands.map((band) => band.right));
  return bands.map((band) => ({ ...band, left, right }));
};

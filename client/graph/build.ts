/** From what a canvas shows to what Sigma draws: looks are decided here and nowhere else. */
import { MultiDirectedGraph } from 'graphology';
import type { Point } from '#client/state/canvas/types.ts';
import type { Bundle, VisibleGraph } from '#client/state/canvas/visible.ts';
import type { NodeLabel } from '#model/entities.ts';
import type { RelationType } from '#model/relations.ts';
import type { NodeDto } from '#model/wire/common.ts';
import { captionOf, captionsFor } from './captions.ts';
import { SHAPES } from './shapes.ts';
import { type GraphTheme, mix } from './theme.ts';

export type NodeLook = {
  x: number;
  y: number;
  size: number;
  /** Inside; equal to `border` unless the node is hollow. */
  color: string;
  border: string;
  sides: number;
  rotation: number;
  spread: number;
  /** Sigma's own name for its default program, which the shape program replaces: no second one is compiled. */
  type: 'circle';
  kind: NodeLabel;
  /** The whole text; Sigma's own labels are off, the label layer wraps it. */
  caption: string;
  importance: number;
  zIndex: number;
};
export type EdgeLook = {
  size: number;
  color: string;
  type: 'arrow' | 'curved' | 'line';
  curvature: number;
  relation: RelationType;
  count: number;
  zIndex: number;
};
export type LookGraph = MultiDirectedGraph<NodeLook, EdgeLook>;

/** Above this many relationships lines are drawn one pixel wide and straight: width is what costs without a GPU. */
export const LINES_ABOVE = 1500;

/** Radius in pixels at zoom 1 by kind, before what a node's relationships add. */
const BASE_SIZE: Readonly<Record<NodeLabel, number>> = {
  Source: 4,
  Document: 9,
  Law: 9,
  Provision: 5.5,
  Duty: 6,
  Function: 9,
  Organ: 9,
  Aspect: 8,
  Crime: 7,
};
/** How early a label is placed when there is not room for all. */
const WEIGHT: Readonly<Record<NodeLabel, number>> = {
  Source: 0,
  Document: 60,
  Law: 40,
  Provision: 10,
  Duty: 8,
  Function: 70,
  Organ: 35,
  Aspect: 30,
  Crime: 20,
};

/** Nodes are drawn smaller the more there are. */
export const crowding = (nodes: number): number => (nodes <= 100 ? 1 : Math.max(0.3, Math.sqrt(100 / nodes)));

/** How strong a line's colour is where lines are free to cross: many on one another would hide the nodes. */
export const lineStrength = (lines: number): number => (lines <= 150 ? 1 : Math.max(0.4, Math.sqrt(150 / lines)));

/** A law whose text the library does not hold is drawn hollow: 未收录, 拟制定. */
export const isHollow = (node: NodeDto): boolean => {
  const status = node.properties['status'];
  return node.label === 'Source' || (node.label === 'Law' && (status === 'not_held' || status === 'planned'));
};

/** Radius in pixels at zoom 1 on an uncrowded canvas. */
export const sizeOf = (node: NodeDto): number => BASE_SIZE[node.label] + Math.min(8, Math.log2(1 + node.degree) * 0.9);

/** In rows no node grows by its relationships beyond this: it would stand on the next one. */
const ROW_SIZE = 10;

/** Radius in pixels at zoom 1: `shrink` is 1 on a roomy canvas, `rows` says that nodes stand in rows. */
export type Scale = { readonly shrink: number; readonly rows?: boolean };

export const nodeLook = (node: NodeDto, at: Point, { shrink, rows = false }: Scale, theme: GraphTheme): NodeLook => {
  const { sides, rotation, spread } = SHAPES[node.label];
  const border = theme.border[node.label];
  return {
    x: at.x,
    y: at.y,
    size: (rows ? Math.min(ROW_SIZE, sizeOf(node)) : sizeOf(node)) * shrink,
    color: isHollow(node) ? theme.background : theme.fill[node.label],
    border,
    sides,
    rotation,
    spread,
    type: 'circle',
    kind: node.label,
    caption: captionOf(node),
    importance: WEIGHT[node.label] + Math.log2(1 + node.degree) * 4,
    zIndex: 0,
  };
};

/** Bundles between the same two nodes are fanned out; a lone one is straight. */
const curvatures = (bundles: readonly Bundle[]): ReadonlyMap<string, number> => {
  const pairs = Map.groupBy(bundles, (bundle) => [bundle.from, bundle.to].sort().join('\n'));
  const result = new Map<string, number>();
  for (const members of pairs.values()) {
    members.forEach((bundle, index) => {
      const offset = (index - (members.length - 1) / 2) * 0.28;
      result.set(bundle.id, bundle.from < bundle.to ? offset : -offset);
    });
  }
  return result;
};

/** `strength` is how much of its colour a line keeps: less where many lie on one another. */
export const edgeLook = (
  bundle: Bundle,
  curvature: number,
  lines: boolean,
  strength: number,
  theme: GraphTheme,
): EdgeLook => ({
  size: Math.min(4.5, 1.4 + Math.log2(bundle.count) * 0.5),
  color: mix(theme.edges[bundle.type], theme.background, lines ? 0.45 : strength),
  type: lines ? 'line' : curvature === 0 ? 'arrow' : 'curved',
  curvature,
  relation: bundle.type,
  count: bundle.count,
  zIndex: 0,
});

export const createLookGraph = (): LookGraph => new MultiDirectedGraph();

/** A new graph of what is visible and has a place: nodes by id, lines by the id of their bundle. */
export const buildLookGraph = (
  visible: VisibleGraph,
  positions: ReadonlyMap<string, Point>,
  theme: GraphTheme,
  { strength, ...scale }: Scale & { readonly strength: number },
): LookGraph => {
  const graph = createLookGraph();
  const caption = captionsFor(visible.nodes);
  for (const node of visible.nodes) {
    const at = positions.get(node.id);
    if (at) graph.addNode(node.id, { ...nodeLook(node, at, scale, theme), caption: caption(node) });
  }
  const bundles = visible.bundles.filter((bundle) => graph.hasNode(bundle.from) && graph.hasNode(bundle.to));
  const lines = bundles.length > LINES_ABOVE;
  const bent = lines ? null : curvatures(bundles);
  for (const bundle of bundles) {
    const look = edgeLook(bundle, bent?.get(bundle.id) ?? 0, lines, strength, theme);
    graph.addEdgeWithKey(bundle.id, bundle.from, bundle.to, look);
  }
  return graph;
};

/** What is emphasised on the canvas, and how it changes the look of nodes and lines. */
import type { EdgeLook, LookGraph, NodeLook } from '#client/graph/build.ts';
import { type GraphTheme, mix } from '#client/graph/theme.ts';

export type Focus = {
  readonly node: string | null;
  /** Id of the bundle of the selected relationship. */
  readonly edge: string | null;
  readonly hovered: string | null;
  /** Marked by box select or with Ctrl: what the next action is about. */
  readonly picked: ReadonlySet<string>;
  /** Relationships of the shortest paths shown. */
  readonly path: ReadonlySet<string>;
};

export const NO_FOCUS: Focus = { node: null, edge: null, hovered: null, picked: new Set(), path: new Set() };

/** Nodes and lines that stay bright. `null`: nothing is selected, everything is as bright as ever. */
export type Lit = { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } | null;

const ends = (graph: LookGraph, edges: Iterable<string>, into: Set<string>): void => {
  for (const edge of edges) {
    if (!graph.hasEdge(edge)) continue;
    into.add(graph.source(edge));
    into.add(graph.target(edge));
  }
};

/** The selected node with its neighbours, or the ends of the selected relationship, or the paths. */
export const litBy = (graph: LookGraph, focus: Focus): Lit => {
  const nodes = new Set<string>();
  const edges = new Set<string>();
  if (focus.node !== null && graph.hasNode(focus.node)) {
    nodes.add(focus.node);
    for (const edge of graph.edges(focus.node)) edges.add(edge);
  }
  if (focus.edge !== null && graph.hasEdge(focus.edge)) edges.add(focus.edge);
  for (const edge of focus.path) edges.add(edge);
  ends(graph, edges, nodes);
  return nodes.size === 0 && edges.size === 0 ? null : { nodes, edges };
};

const FADED = 0.22;

export type FocusState = { focus: Focus; lit: Lit; theme: GraphTheme };

/** Reads the state at every drawing, so that a change of emphasis needs no new settings. */
export const nodeReducer =
  (state: FocusState) =>
  (id: string, look: NodeLook): NodeLook => {
    const { lit, focus, theme } = state;
    if (lit === null) return look;
    if (lit.nodes.has(id) || focus.picked.has(id)) return { ...look, zIndex: 1 };
    const faded = {
      color: mix(look.color, theme.background, FADED),
      border: mix(look.border, theme.background, FADED),
    };
    return { ...look, ...faded };
  };

export const edgeReducer =
  (state: FocusState) =>
  (id: string, look: EdgeLook): EdgeLook => {
    const { lit, theme } = state;
    if (lit === null) return look;
    if (!lit.edges.has(id)) return { ...look, color: mix(look.color, theme.background, FADED) };
    return { ...look, size: look.size + 0.8, color: mix(look.color, theme.text, 0.72), zIndex: 1 };
  };

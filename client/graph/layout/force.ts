/** Force-directed layout, seeded by the nodes' ids and run for a set number of steps: the same view looks the same twice. */
/// <reference path="./forceatlas2.d.ts" />
import { MultiDirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Point } from '#client/state/canvas/types.ts';
import { componentsOf, packComponents } from './components.ts';
import { separate } from './separate.ts';
import type { LayoutInput, LayoutNode, Positions } from './types.ts';

/** FNV-1a over UTF-16 code units, to the range [0, 1). */
const hash = (text: string, salt: number): number => {
  let value = (2166136261 ^ salt) >>> 0;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 16777619) >>> 0;
  }
  value = Math.imul(value ^ (value >>> 15), 2246822507) >>> 0;
  return ((value ^ (value >>> 13)) >>> 0) / 4294967296;
};

const startOf = (node: LayoutNode, spreadTo: number): Point => {
  const angle = hash(node.id, 1) * 2 * Math.PI;
  const far = Math.sqrt(hash(node.id, 2)) * spreadTo;
  return { x: Math.cos(angle) * far, y: Math.sin(angle) * far };
};

const iterationsFor = (nodes: number): number => (nodes <= 200 ? 500 : nodes <= 1000 ? 250 : nodes <= 3000 ? 120 : 70);
/** A run is this many steps: between two of them it can be watched and stopped. */
const STEPS = 25;

/** A new node starts beside a neighbour that already stands, so that an expansion opens where it was asked for. */
const nearNeighbour = (input: LayoutInput): ReadonlyMap<string, Point> => {
  const result = new Map<string, Point>();
  for (const { from, to } of input.edges) {
    const [a, b] = [input.fixed.get(from), input.fixed.get(to)];
    if (a && !b) result.set(to, a);
    if (b && !a) result.set(from, b);
  }
  return result;
};

type Piece = { readonly step: (iterations: number) => void; readonly positions: () => Map<string, Point> };

/** One body of nodes under its own forces; a lone node has none and stands at the origin. */
const startPiece = (input: LayoutInput, nodes: readonly LayoutNode[]): Piece => {
  const { fixed } = input;
  const graph = new MultiDirectedGraph();
  const spreadTo = 40 * Math.sqrt(nodes.length);
  const near = nearNeighbour(input);
  for (const node of nodes) {
    const start = startOf(node, near.has(node.id) ? 90 : spreadTo);
    const base = near.get(node.id) ?? { x: 0, y: 0 };
    const at = fixed.get(node.id) ?? { x: base.x + start.x, y: base.y + start.y };
    graph.addNode(node.id, { ...at, size: node.size, fixed: fixed.has(node.id) });
  }
  for (const { from, to } of input.edges) {
    if (from !== to && graph.hasNode(from) && graph.hasNode(to)) graph.mergeEdge(from, to);
  }
  const settings = {
    gravity: 0.08,
    strongGravityMode: true,
    scalingRatio: 140,
    slowDown: 4,
    barnesHutOptimize: nodes.length > 400,
    barnesHutTheta: 0.7,
  };
  return {
    step: (iterations) => {
      if (nodes.length > 1) forceAtlas2.assign(graph, { iterations, settings });
    },
    positions: () => {
      const placed = new Map<string, Point>();
      for (const { id } of nodes) {
        const x: unknown = graph.getNodeAttribute(id, 'x');
        const y: unknown = graph.getNodeAttribute(id, 'y');
        if (typeof x === 'number' && typeof y === 'number') placed.set(id, { x, y });
      }
      return placed;
    },
  };
};

const stretched = (positions: Positions, aspect: number): Positions => {
  const by = Math.sqrt(Math.min(1.8, Math.max(0.6, aspect)));
  return new Map([...positions].map(([id, { x, y }]) => [id, { x: x * by, y: y / by }]));
};

export type ForceRun = {
  /** How much is done, 0 to 1. */
  readonly share: () => number;
  readonly step: () => void;
  /** Where the nodes stand now, none on another. */
  readonly positions: () => Positions;
};

/**
 * Begins a layout. What nothing joins is laid out each by itself and packed, for forces would drive it apart without end;
 * a picture that already stands grows as one.
 */
export const startForce = (input: LayoutInput): ForceRun => {
  const { nodes, fixed, aspect } = input;
  const grows = fixed.size > 0;
  const pieces = (grows ? [[...nodes]] : componentsOf(input)).map((members) => ({
    members,
    body: startPiece(input, members),
  }));
  const iterations = Math.ceil(iterationsFor(nodes.length) / STEPS);
  let steps = 0;
  return {
    share: () => (nodes.length === 0 ? 1 : steps / STEPS),
    step: () => {
      steps += 1;
      for (const { body } of pieces) body.step(iterations);
    },
    positions: () => {
      if (grows) return separate(nodes, pieces[0]?.body.positions() ?? new Map(), fixed);
      const stand = pieces.map(({ members, body }) => separate(members, stretched(body.positions(), aspect), fixed));
      return packComponents(stand, aspect);
    },
  };
};

/** Positions for all nodes of `input`; those in `fixed` stay. Takes tens of milliseconds to seconds: run it in the worker. */
export const forceLayout = (input: LayoutInput): Positions => {
  const run = startForce(input);
  while (run.share() < 1) run.step();
  return run.positions();
};

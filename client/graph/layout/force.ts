/** Force-directed layout, seeded by the nodes' ids and run for a set number of steps: the same view looks the same twice. */
/// <reference path="./forceatlas2.d.ts" />
import { MultiDirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Point } from '#client/state/canvas/types.ts';
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

const stepsFor = (nodes: number): number => (nodes <= 200 ? 500 : nodes <= 1000 ? 250 : nodes <= 3000 ? 120 : 70);

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

/** Positions for all nodes of `input`; those in `fixed` stay. Takes tens of milliseconds to seconds: run it in the worker. */
export const forceLayout = (input: LayoutInput): Positions => {
  const { nodes, fixed } = input;
  if (nodes.length === 0) return new Map();
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
  forceAtlas2.assign(graph, {
    iterations: stepsFor(nodes.length),
    settings: {
      gravity: 0.08,
      strongGravityMode: true,
      scalingRatio: 60,
      slowDown: 4,
      barnesHutOptimize: nodes.length > 400,
      barnesHutTheta: 0.7,
    },
  });
  const stretch = fixed.size === 0 ? Math.sqrt(Math.min(1.8, Math.max(0.6, input.aspect))) : 1;
  const placed = new Map<string, Point>();
  for (const { id } of nodes) {
    const x: unknown = graph.getNodeAttribute(id, 'x');
    const y: unknown = graph.getNodeAttribute(id, 'y');
    if (typeof x === 'number' && typeof y === 'number') placed.set(id, { x: x * stretch, y: y / stretch });
  }
  return separate(nodes, placed, fixed);
};

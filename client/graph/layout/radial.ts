/** Rings about one node: the first ring is one relationship away, the second two, and so on. */
import type { Point } from '#client/state/canvas/types.ts';
import { keepFixed } from './grid.ts';
import type { LayoutInput, LayoutNode, Positions } from './types.ts';

/** Between rings, and along a ring for one node. */
const STEP = 130;
const ARC = 46;
/** A ring with more nodes than fit becomes so many rings close together, before it grows wider. */
const MOST_ROWS = 4;
const ROW = 58;

const adjacency = (input: LayoutInput): ReadonlyMap<string, readonly string[]> => {
  const result = new Map<string, string[]>(input.nodes.map((node) => [node.id, []]));
  for (const { from, to } of input.edges) {
    result.get(from)?.push(to);
    result.get(to)?.push(from);
  }
  return result;
};

/** Rings of ids from the inside out, each in the order of the nodes it hangs on; what is not joined comes last. */
const ringsOf = (input: LayoutInput, centre: string): string[][] => {
  const near = adjacency(input);
  const seen = new Set([centre]);
  const rings: string[][] = [[centre]];
  for (let ring = rings[0] ?? []; ring.length > 0; ) {
    const next: string[] = [];
    for (const id of ring) {
      for (const other of near.get(id) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        next.push(other);
      }
    }
    if (next.length > 0) rings.push(next);
    ring = next;
  }
  const apart = input.nodes.filter((node) => !seen.has(node.id)).map((node) => node.id);
  return apart.length === 0 ? rings : [...rings, apart];
};

const busiest = (input: LayoutInput): LayoutNode | undefined => {
  const near = adjacency(input);
  return input.nodes.toSorted((a, b) => (near.get(b.id)?.length ?? 0) - (near.get(a.id)?.length ?? 0))[0];
};

/** The node in the middle is `input.centre`, or the one with most relationships when that is not in view. */
export const radialLayout = (input: LayoutInput): Positions => {
  const asked = input.nodes.find((node) => node.id === input.centre);
  const middle = asked ?? busiest(input);
  const positions = new Map<string, Point>();
  if (middle === undefined) return positions;
  let radius = 0;
  for (const [depth, ring] of ringsOf(input, middle.id).entries()) {
    const around = (ring.length * ARC) / (2 * Math.PI);
    if (depth > 0) radius = Math.max(radius + STEP, around / MOST_ROWS);
    const rows = Math.max(1, Math.min(MOST_ROWS, Math.ceil(around / Math.max(radius, 1))));
    for (const [index, id] of ring.entries()) {
      const angle = Math.PI / 2 - (index / ring.length) * 2 * Math.PI;
      const far = radius + (index % rows) * ROW;
      positions.set(id, { x: Math.cos(angle) * far * 1.15, y: Math.sin(angle) * far });
    }
    radius += (rows - 1) * ROW;
  }
  return keepFixed(positions, input.fixed);
};

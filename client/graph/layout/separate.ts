/** Pushes nodes apart that stand on each other, by a grid, a set number of rounds, in the order given: no chance in it. */
import type { Point } from '#client/state/canvas/types.ts';
import type { LayoutNode } from './types.ts';

const ROUNDS = 12;
/** Space between two outlines, in the layout's units; room for the start of a label. */
const MARGIN = 14;

type Body = { x: number; y: number; readonly radius: number; readonly still: boolean };

const push = (a: Body, b: Body, tie: number): void => {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const far = Math.hypot(dx, dy);
  const lack = a.radius + b.radius + MARGIN - far;
  if (lack <= 0 || (a.still && b.still)) return;
  const [ux, uy] = far > 1e-6 ? [dx / far, dy / far] : [Math.cos(tie), Math.sin(tie)];
  const share = a.still || b.still ? 1 : 0.5;
  if (!a.still) {
    a.x -= ux * lack * share;
    a.y -= uy * lack * share;
  }
  if (!b.still) {
    b.x += ux * lack * share;
    b.y += uy * lack * share;
  }
};

export const separate = (
  nodes: readonly LayoutNode[],
  positions: ReadonlyMap<string, Point>,
  fixed: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> => {
  const bodies: Body[] = nodes.map((node) => {
    const at = positions.get(node.id) ?? { x: 0, y: 0 };
    return { x: at.x, y: at.y, radius: node.size, still: fixed.has(node.id) };
  });
  const cell = 2 * Math.max(1, ...bodies.map((body) => body.radius)) + MARGIN;
  for (let round = 0; round < ROUNDS; round++) {
    const grid = Map.groupBy(bodies.keys(), (index) => cellOf(bodies[index], cell));
    for (const [index, body] of bodies.entries()) {
      const column = Math.floor(body.x / cell);
      const row = Math.floor(body.y / cell);
      for (let x = column - 1; x <= column + 1; x++) {
        for (let y = row - 1; y <= row + 1; y++) {
          for (const other of grid.get(`${x},${y}`) ?? []) {
            const neighbour = bodies[other];
            if (other > index && neighbour) push(body, neighbour, index + other);
          }
        }
      }
    }
  }
  return new Map(nodes.map((node, index) => [node.id, { x: bodies[index]?.x ?? 0, y: bodies[index]?.y ?? 0 }]));
};

const cellOf = (body: Body | undefined, cell: number): string =>
  body ? `${Math.floor(body.x / cell)},${Math.floor(body.y / cell)}` : '';

/** Rows and columns, the common ground of the layouts with bands. */
import type { Point } from '#client/state/canvas/types.ts';
import { CELL, type LayoutNode } from './types.ts';

/** Places nodes left to right, top to bottom in `columns` columns; (left, top) is the corner of the first cell. */
export const placeGrid = (
  nodes: readonly LayoutNode[],
  columns: number,
  left: number,
  top: number,
  into: Map<string, Point>,
): void => {
  nodes.forEach((node, index) => {
    into.set(node.id, {
      x: left + (index % columns) * CELL.width + 10,
      y: top - (Math.floor(index / columns) + 0.5) * CELL.height,
    });
  });
};

export const rowsOf = (count: number, columns: number): number => Math.ceil(count / columns);

/** The number of columns from 1 to `most` whose width and height come nearest to the pane's proportions. */
export const bestColumns = (
  most: number,
  sizeOf: (columns: number) => { width: number; height: number },
  aspect: number,
): number => {
  let best = 1;
  let bestMiss = Number.POSITIVE_INFINITY;
  for (let columns = 1; columns <= most; columns++) {
    const { width, height } = sizeOf(columns);
    const miss = Math.abs(Math.log(width / Math.max(1, height) / aspect));
    if (miss < bestMiss - 1e-9) {
      best = columns;
      bestMiss = miss;
    }
  }
  return best;
};

/** Pinned nodes stand where they were put, whatever a layout says. */
export const keepFixed = (
  positions: Map<string, Point>,
  fixed: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Point> => {
  for (const [id, point] of fixed) if (positions.has(id)) positions.set(id, point);
  return positions;
};

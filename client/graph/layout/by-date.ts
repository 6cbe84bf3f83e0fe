/** One column a year, oldest on the left; what has no date stands before them all. */

import type { Point } from '#client/state/canvas/types.ts';
import { keepFixed, placeGrid, rowsOf } from './grid.ts';
import { CELL, type LayoutInput, type LayoutNode, type Positions, TITLE } from './types.ts';

const UNDATED = '';

/** Nodes by year, oldest first, in the order of their dates; year '' holds the undated ones. */
export const yearsOf = (nodes: readonly LayoutNode[]): { year: string; nodes: LayoutNode[] }[] => {
  const byYear = Map.groupBy(nodes, (node) => node.date?.slice(0, 4) ?? UNDATED);
  return [...byYear]
    .map(([year, members]) => ({
      year,
      nodes: members.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')),
    }))
    .toSorted((a, b) => a.year.localeCompare(b.year));
};

/** Columns inside a year so that the tallest year keeps the pane's proportions. */
const rowsPerYear = (groups: readonly (readonly LayoutNode[])[], aspect: number): number => {
  const total = groups.reduce((sum, nodes) => sum + nodes.length, 0);
  const ideal = Math.sqrt((total * CELL.width) / (CELL.height * aspect));
  return Math.max(3, Math.ceil(ideal));
};

export const dateLayout = (input: LayoutInput): Positions => {
  const groups = yearsOf(input.nodes).map(({ nodes }) => nodes);
  const rows = rowsPerYear(groups, input.aspect);
  const positions = new Map<string, Point>();
  let left = 0;
  groups.forEach((nodes) => {
    const columns = rowsOf(nodes.length, rows);
    placeGrid(nodes, columns, left, -TITLE, positions);
    left += columns * CELL.width + 16;
  });
  return keepFixed(positions, input.fixed);
};

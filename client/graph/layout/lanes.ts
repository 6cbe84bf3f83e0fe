/**
 * Hierarchical lanes. With functions in view every function is a lane with its duties, the text stands on the left and
 * what the duties point to on the right. Without functions every kind of node is a lane of its own.
 */

import type { Point } from '#client/state/canvas/types.ts';
import { NODE_LABELS, type NodeLabel } from '#model/entities.ts';
import { bestColumns, keepFixed, placeGrid, rowsOf } from './grid.ts';
import { CELL, type LayoutInput, type LayoutNode, type Positions } from './types.ts';

/** 四大检察 in the order they are always named; other functions follow as they come. */
const FOUR = ['刑事检察', '民事检察', '行政检察', '公益诉讼检察'];
const TEXT_SIDE: readonly NodeLabel[] = ['Source', 'Document', 'Provision'];
const FAR_SIDE: readonly NodeLabel[] = ['Law', 'Organ', 'Aspect', 'Crime'];
const GAP = 16;

export type Lane = { readonly head: LayoutNode | null; readonly duties: readonly LayoutNode[] };

const rankOf = (name: string): number => {
  const index = FOUR.indexOf(name);
  return index === -1 ? FOUR.length : index;
};

export const lanesOf = (input: Pick<LayoutInput, 'nodes' | 'edges'>): Lane[] => {
  const heads = input.nodes
    .filter((node) => node.label === 'Function')
    .toSorted((a, b) => rankOf(a.name) - rankOf(b.name));
  const headIds = new Map(heads.map((head, index) => [head.id, index]));
  const laneOfDuty = new Map<string, number>();
  for (const edge of input.edges) {
    const lane = edge.type === 'EXERCISES' ? headIds.get(edge.to) : undefined;
    if (lane !== undefined) laneOfDuty.set(edge.from, Math.min(lane, laneOfDuty.get(edge.from) ?? lane));
  }
  const duties = input.nodes.filter((node) => node.label === 'Duty');
  const lanes: Lane[] = heads.map((head, index) => ({
    head,
    duties: duties.filter((duty) => laneOfDuty.get(duty.id) === index),
  }));
  const rest = duties.filter((duty) => !laneOfDuty.has(duty.id));
  return rest.length === 0 ? lanes : [...lanes, { head: null, duties: rest }];
};

const laneHeight = (lane: Lane, columns: number): number =>
  Math.max(1, rowsOf(lane.duties.length, columns)) * CELL.height;

/** A column of nodes spread over the whole height, in more columns when they would stand too close. */
const spread = (
  nodes: readonly LayoutNode[],
  left: number,
  height: number,
  direction: 1 | -1,
  into: Map<string, Point>,
): void => {
  const perColumn = Math.max(1, Math.floor(height / (CELL.height * 0.8)));
  const columns = Math.max(1, rowsOf(nodes.length, perColumn));
  const rows = Math.max(1, rowsOf(nodes.length, columns));
  nodes.forEach((node, index) => {
    const column = Math.floor(index / rows);
    into.set(node.id, {
      x: left + direction * (column + 0.5) * CELL.width,
      y: -(((index % rows) + 0.5) / rows) * height,
    });
  });
};

const bySide = (input: LayoutInput, labels: readonly NodeLabel[]): LayoutNode[] =>
  labels.flatMap((label) => input.nodes.filter((node) => node.label === label));

const functionLanes = (input: LayoutInput): Positions => {
  const lanes = lanesOf(input);
  const textSide = bySide(input, TEXT_SIDE);
  const farSide = bySide(input, FAR_SIDE);
  const heightFor = (columns: number): number => lanes.reduce((sum, lane) => sum + laneHeight(lane, columns) + GAP, 0);
  const sideColumns = (count: number, height: number): number =>
    count === 0 ? 0 : rowsOf(count, Math.max(1, Math.floor(height / (CELL.height * 0.8))));
  const most = Math.max(1, ...lanes.map((lane) => lane.duties.length));
  const columns = bestColumns(
    Math.min(12, most),
    (count) => {
      const height = heightFor(count);
      const sides = sideColumns(textSide.length, height) + sideColumns(farSide.length, height);
      return { width: (count + 1 + sides) * CELL.width, height };
    },
    input.aspect,
  );
  const positions = new Map<string, Point>();
  const width = (columns + 1) * CELL.width;
  let top = 0;
  for (const lane of lanes) {
    const height = laneHeight(lane, columns);
    if (lane.head) positions.set(lane.head.id, { x: CELL.width / 2, y: top - height / 2 });
    const inLastRow = lane.duties.length % columns || columns;
    placeGrid(lane.duties, columns, CELL.width, top, positions);
    if (lane.duties.length < columns) centreRow(lane.duties, (columns - inLastRow) * CELL.width * 0.5, positions);
    top -= height + GAP;
  }
  const height = -top - GAP;
  spread(textSide, -GAP, height, -1, positions);
  spread(farSide, width + GAP, height, 1, positions);
  return keepFixed(positions, input.fixed);
};

const centreRow = (nodes: readonly LayoutNode[], shift: number, positions: Map<string, Point>): void => {
  for (const { id } of nodes) {
    const at = positions.get(id);
    if (at) positions.set(id, { x: at.x + shift, y: at.y });
  }
};

const kindLanes = (input: LayoutInput): Positions => {
  const groups = NODE_LABELS.map((label) => ({ label, nodes: input.nodes.filter((node) => node.label === label) }));
  const shown = groups.filter((group) => group.nodes.length > 0);
  const most = Math.max(1, ...shown.map((group) => group.nodes.length));
  const heightFor = (columns: number): number =>
    shown.reduce((sum, group) => sum + rowsOf(group.nodes.length, columns) * CELL.height + GAP, 0);
  const columns = bestColumns(most, (count) => ({ width: count * CELL.width, height: heightFor(count) }), input.aspect);
  const positions = new Map<string, Point>();
  let top = 0;
  for (const { nodes } of shown) {
    const height = rowsOf(nodes.length, columns) * CELL.height;
    placeGrid(nodes, columns, 0, top, positions);
    if (nodes.length < columns) centreRow(nodes, (columns - nodes.length) * CELL.width * 0.5, positions);
    top -= height + GAP;
  }
  return keepFixed(positions, input.fixed);
};

export const lanesLayout = (input: LayoutInput): Positions =>
  input.nodes.some((node) => node.label === 'Function') ? functionLanes(input) : kindLanes(input);

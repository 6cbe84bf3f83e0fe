/**
 * Hierarchical lanes. With functions in view every function is a lane with its duties, the text stands on the left and
 * what the duties point to on the right. Without functions every kind of node is a lane of its own.
 */

import type { Point } from '#client/state/canvas/types.ts';
import { documentOf } from '#client/state/url.ts';
import { NODE_LABELS, type NodeLabel } from '#model/entities.ts';
import { bestColumns, keepFixed, placeGrid, rowsOf } from './grid.ts';
import { CELL, HEAD_ROOM, LABEL_ROOM, type LayoutInput, type LayoutNode, type Positions, TITLE } from './types.ts';

/** 四大检察 in the order they are always named; other functions follow as they come. */
const FOUR = ['刑事检察', '民事检察', '行政检察', '公益诉讼检察'];
const TEXT_SIDE: readonly NodeLabel[] = ['Source', 'Document', 'Provision'];
const FAR_SIDE: readonly NodeLabel[] = ['Law', 'Organ', 'Aspect', 'Crime'];
const GAP = 14;
/** A lane is at least as high as its own node. */
const LEAST_HEIGHT = 42;
/** Nodes of the side columns stand no closer than this. */
const SIDE_STEP = 26;

export type Lane = { readonly head: LayoutNode | null; readonly duties: readonly LayoutNode[] };

const rankOf = (name: string): number => {
  const index = FOUR.indexOf(name);
  return index === -1 ? FOUR.length : index;
};

/** Document by document, each from its beginning to its end; ids do not sort so: `duty_10` stands before `duty_2`. */
const inTextOrder = (nodes: readonly LayoutNode[]): LayoutNode[] => {
  const documents = [...new Set(nodes.map(({ id }) => documentOf(id)))];
  const rank = ({ id }: LayoutNode): number => documents.indexOf(documentOf(id));
  return nodes.toSorted((a, b) => rank(a) - rank(b) || (a.start ?? 0) - (b.start ?? 0));
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
  const duties = inTextOrder(input.nodes.filter((node) => node.label === 'Duty'));
  const lanes: Lane[] = heads.map((head, index) => ({
    head,
    duties: duties.filter((duty) => laneOfDuty.get(duty.id) === index),
  }));
  const rest = duties.filter((duty) => !laneOfDuty.has(duty.id));
  return rest.length === 0 ? lanes : [...lanes, { head: null, duties: rest }];
};

/** On a pane higher than wide the lane's own node stands over its duties, else beside them. */
type Plan = { readonly stacked: boolean; readonly indent: number };
const planFor = (aspect: number): Plan =>
  aspect < 0.9 ? { stacked: true, indent: 24 } : { stacked: false, indent: HEAD_ROOM };

const laneHeight = (lane: Lane, columns: number, { stacked }: Plan): number => {
  const rows = rowsOf(lane.duties.length, columns) * CELL.height;
  return stacked ? rows + (lane.head ? LEAST_HEIGHT * 0.8 : TITLE) : Math.max(LEAST_HEIGHT, rows);
};

/** Columns that nodes at a side need at this height. */
const sideColumns = (count: number, height: number): number =>
  rowsOf(count, Math.max(1, Math.floor(height / SIDE_STEP)));

/** Nodes spread over the whole height, in more columns when they would stand too close. */
const spread = (
  nodes: readonly LayoutNode[],
  left: number,
  height: number,
  direction: 1 | -1,
  into: Map<string, Point>,
): void => {
  const columns = Math.max(1, sideColumns(nodes.length, height));
  const rows = Math.max(1, rowsOf(nodes.length, columns));
  nodes.forEach((node, index) => {
    into.set(node.id, {
      x: left + direction * Math.floor(index / rows) * (LABEL_ROOM + 20),
      y: -(((index % rows) + 0.5) / rows) * height,
    });
  });
};

const bySide = (input: LayoutInput, labels: readonly NodeLabel[]): LayoutNode[] =>
  labels.flatMap((label) => inTextOrder(input.nodes.filter((node) => node.label === label)));

const functionLanes = (input: LayoutInput): Positions => {
  const lanes = lanesOf(input);
  const textSide = bySide(input, TEXT_SIDE);
  const farSide = bySide(input, FAR_SIDE);
  const plan = planFor(input.aspect);
  const heightFor = (columns: number): number =>
    lanes.reduce((sum, lane) => sum + laneHeight(lane, columns, plan) + GAP, 0);
  const columns = bestColumns(
    plan.stacked ? 1 : 12,
    (count) => {
      const height = heightFor(count);
      const sides = sideColumns(textSide.length, height) + sideColumns(farSide.length, height);
      return { width: count * CELL.width + plan.indent + GAP * 7 + sides * (LABEL_ROOM + 20), height };
    },
    input.aspect,
  );
  const positions = new Map<string, Point>();
  let top = 0;
  for (const lane of lanes) {
    const height = laneHeight(lane, columns, plan);
    const used = rowsOf(lane.duties.length, columns) * CELL.height;
    const spare = height - used;
    if (lane.head) positions.set(lane.head.id, { x: 0, y: top - (plan.stacked ? spare : height) / 2 });
    placeGrid(lane.duties, columns, plan.indent, top - (plan.stacked ? spare : spare / 2), positions);
    top -= height + GAP;
  }
  const height = -top - GAP;
  spread(textSide, -GAP * 4, height, -1, positions);
  spread(farSide, plan.indent + columns * CELL.width + GAP * 3, height, 1, positions);
  const width = plan.indent + columns * CELL.width + GAP * 7 + 2 * LABEL_ROOM;
  return keepFixed(stretchDown(positions, width / input.aspect / height), input.fixed);
};

/** Rows move apart, within reason, to use a pane that is higher than they need. */
const stretchDown = (positions: Map<string, Point>, wanted: number): Map<string, Point> => {
  const factor = Math.min(1.5, Math.max(1, wanted));
  return new Map([...positions].map(([id, { x, y }]) => [id, { x, y: y * factor }]));
};

const kindLanes = (input: LayoutInput): Positions => {
  const groups = NODE_LABELS.map((label) => input.nodes.filter((node) => node.label === label));
  const shown = groups.filter((nodes) => nodes.length > 0);
  const heightFor = (columns: number): number =>
    shown.reduce((sum, nodes) => sum + rowsOf(nodes.length, columns) * CELL.height + TITLE + GAP, 0);
  const columns = bestColumns(
    Math.max(1, ...shown.map((nodes) => nodes.length)),
    (count) => ({ width: count * CELL.width, height: heightFor(count) }),
    input.aspect,
  );
  const positions = new Map<string, Point>();
  let top = 0;
  for (const nodes of shown) {
    placeGrid(nodes, columns, 0, top - TITLE, positions);
    top -= rowsOf(nodes.length, columns) * CELL.height + TITLE + GAP;
  }
  return keepFixed(positions, input.fixed);
};

export const lanesLayout = (input: LayoutInput): Positions =>
  input.nodes.some((node) => node.label === 'Function') ? functionLanes(input) : kindLanes(input);

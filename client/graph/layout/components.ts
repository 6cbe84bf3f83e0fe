/** The pieces of a graph that nothing joins, and how their pictures are put together on one page. */
import type { Point } from '#client/state/canvas/types.ts';
import type { LayoutInput, LayoutNode, Positions } from './types.ts';

type Graph = Pick<LayoutInput, 'nodes' | 'edges'>;

/** Nodes that hang together, the largest piece first; pieces and their nodes keep the order of the view. */
export const componentsOf = ({ nodes, edges }: Graph): LayoutNode[][] => {
  const parent = new Map(nodes.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(id, root);
    return root;
  };
  for (const { from, to } of edges) {
    if (parent.has(from) && parent.has(to)) parent.set(rootOf(to), rootOf(from));
  }
  return [...Map.groupBy(nodes, ({ id }) => rootOf(id)).values()].sort((a, b) => b.length - a.length);
};

/** Left and right of a piece's outermost nodes, above and below them: room for their labels. */
const ROOM = { x: 50, y: 24 };

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const boxOf = (positions: Positions): Box => {
  const xs = [...positions.values()].map(({ x }) => x);
  const ys = [...positions.values()].map(({ y }) => y);
  const [left, top] = [Math.min(...xs) - ROOM.x, Math.max(...ys) + ROOM.y];
  return { left, top, width: Math.max(...xs) + ROOM.x - left, height: top - Math.min(...ys) + ROOM.y };
};

/** A stretch of the lower outline of what is placed: from `x` on, `depth` below the top. */
type Step = { readonly x: number; readonly depth: number };

/** How deep the outline reaches anywhere between two places. */
const depthOver = (outline: readonly Step[], from: number, to: number): number =>
  outline.reduce((deepest, { x, depth }, index) => {
    const end = outline[index + 1]?.x ?? Number.POSITIVE_INFINITY;
    return x < to && end > from ? Math.max(deepest, depth) : deepest;
  }, 0);

const lowered = (outline: readonly Step[], from: number, to: number, depth: number): Step[] => [
  ...outline.filter(({ x }) => x < from),
  { x: from, depth },
  { x: to, depth: outline.findLast(({ x }) => x <= to)?.depth ?? 0 },
  ...outline.filter(({ x }) => x > to),
];

/** Where each box's upper left corner goes on a page of this width: as high as it fits, and there as far left. Depth grows downwards. */
const packBoxes = (boxes: readonly Box[], pageWidth: number): { x: number; depth: number }[] => {
  let outline: Step[] = [{ x: 0, depth: 0 }];
  return boxes.map(({ width, height }) => {
    let best = { x: 0, depth: Number.POSITIVE_INFINITY };
    for (const { x } of outline) {
      if (x > 0 && x + width > pageWidth) continue;
      const depth = depthOver(outline, x, x + width);
      if (depth < best.depth) best = { x, depth };
    }
    outline = lowered(outline, best.x, best.x + width, best.depth + height);
    return best;
  });
};

/** Puts pieces that were laid out each by itself beside and below one another, in the proportions of the pane. */
export const packComponents = (pieces: readonly Positions[], aspect: number): Map<string, Point> => {
  const boxes = pieces.map(boxOf);
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const widest = Math.max(0, ...boxes.map(({ width }) => width));
  const corners = packBoxes(boxes, Math.max(widest, Math.sqrt(area * aspect) * 1.04));
  const placed = new Map<string, Point>();
  for (const [index, piece] of pieces.entries()) {
    const [box, corner] = [boxes[index], corners[index]];
    if (box === undefined || corner === undefined) continue;
    for (const [id, { x, y }] of piece) {
      placed.set(id, { x: x - box.left + corner.x, y: y - box.top - corner.depth });
    }
  }
  return placed;
};

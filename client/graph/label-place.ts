/** Where labels stand so that none lies on another: greedy by priority over a grid of taken rectangles. Pure. */

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Side =
  | 'below'
  | 'right'
  | 'above'
  | 'left'
  | 'belowRight'
  | 'belowLeft'
  | 'aboveRight'
  | 'aboveLeft'
  | 'on';

/** A label to be placed about a point of the screen, in CSS pixels. */
export type LabelRequest = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Middle of the node, or candidate middles along a line. */
  readonly at: readonly { readonly x: number; readonly y: number }[];
  /** Of the node; 0 for a label that sits on its point. */
  readonly radius: number;
  readonly sides: readonly Side[];
};
export type LabelPlace = {
  readonly id: string;
  readonly box: Box;
  readonly at: { readonly x: number; readonly y: number };
};

const CELL = 72;
const GAP = 3;

export const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
const holds = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;

/** Rectangles by the cells of the screen they touch. */
export const createBoxIndex = () => {
  const cells = new Map<number, Box[]>();
  const keys = (box: Box): number[] => {
    const result: number[] = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) result.push(x * 100_003 + y);
    }
    return result;
  };
  return {
    add(box: Box): void {
      for (const key of keys(box)) {
        const cell = cells.get(key);
        if (cell) cell.push(box);
        else cells.set(key, [box]);
      }
    },
    hits: (box: Box): boolean =>
      keys(box).some((key) => cells.get(key)?.some((other) => overlaps(box, other)) ?? false),
  };
};

const startOf = (side: Side, x: number, width: number, away: number): number => {
  switch (side) {
    case 'right':
      return x + away;
    case 'left':
      return x - away - width;
    case 'belowRight':
    case 'aboveRight':
      return x - away;
    case 'belowLeft':
    case 'aboveLeft':
      return x + away - width;
    default:
      return x - width / 2;
  }
};

export const boxAt = (request: LabelRequest, at: { x: number; y: number }, side: Side): Box => {
  const { width, height, radius } = request;
  const away = radius + GAP;
  const left = startOf(side, at.x, width, away);
  const top = side.startsWith('below')
    ? at.y + away
    : side.startsWith('above')
      ? at.y - away - height
      : at.y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
};

/**
 * Places what finds room, in the order given. `taken` are rectangles to keep clear of (nodes); a label's own node does
 * not touch it, since every side keeps away by the radius. Labels that find no room inside `bounds` are left out.
 */
export const placeLabels = (
  requests: readonly LabelRequest[],
  taken: readonly Box[],
  bounds: Box = EVERYWHERE,
): LabelPlace[] => {
  const index = createBoxIndex();
  for (const box of taken) index.add(box);
  const places: LabelPlace[] = [];
  for (const request of requests) {
    const found = firstFree(request, index, bounds);
    if (found === null) continue;
    index.add(found.box);
    places.push(found);
  }
  return places;
};

const firstFree = (request: LabelRequest, index: ReturnType<typeof createBoxIndex>, bounds: Box): LabelPlace | null => {
  for (const at of request.at) {
    for (const side of request.sides) {
      const box = boxAt(request, at, side);
      if (holds(bounds, box) && !index.hits(box)) return { id: request.id, box, at };
    }
  }
  return null;
};

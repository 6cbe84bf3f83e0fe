/** The rectangle the camera shows when it shows everything: where nodes stand, with room for the labels beside them. */
import type { LayoutName } from '#client/state/canvas/types.ts';
import { CELL, LABEL_ROOM, type Positions } from './types.ts';

/** In the layout's units, as Sigma takes it. */
export type Frame = { readonly x: [number, number]; readonly y: [number, number] };

/** How labels stand: about the node, in rows on its right, or in lanes (the text's on its left). */
export type Labelling = 'free' | 'rows' | 'lanes';

export const labellingOf = (layout: LayoutName, hasFunctions: boolean): Labelling => {
  if (layout === 'lanes') return hasFunctions ? 'lanes' : 'rows';
  return layout === 'date' ? 'rows' : 'free';
};

const ROOM: Readonly<Record<Labelling, { left: number; right: number; y: number }>> = {
  free: { left: 10, right: 10, y: 10 },
  rows: { left: 14, right: CELL.width - 20, y: 24 },
  lanes: { left: LABEL_ROOM, right: LABEL_ROOM, y: 18 },
};

export const frameOf = (positions: Positions, labelling: Labelling): Frame | null => {
  if (positions.size === 0) return null;
  let [left, right, low, high] = [Number.POSITIVE_INFINITY, -Infinity, Number.POSITIVE_INFINITY, -Infinity];
  for (const { x, y } of positions.values()) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  const room = ROOM[labelling];
  return { x: [left - room.left, right + room.right], y: [low - room.y, high + room.y] };
};

/**
 * Where the camera begins. Rows that run far below the picture start at its top, at a scale that fills the width, so
 * that they can be read; everything else starts whole. In Sigma's framed coordinates.
 */
export const startCamera = (
  frame: Frame,
  labelling: Labelling,
  picture: { width: number; height: number },
): { x: number; y: number; ratio: number; angle: number } => {
  const proportion = (frame.x[1] - frame.x[0]) / (frame.y[1] - frame.y[0]) / (picture.width / picture.height);
  if (labelling === 'free' || proportion > 0.85) return { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  const ratio = Math.max(0.3, proportion);
  return { x: 0.5, y: 1 - ratio / 2, ratio, angle: 0 };
};

/** How much smaller nodes have to be to keep to their rows where the camera begins, in a picture of this size in pixels. */
export const rowShrink = (frame: Frame, labelling: Labelling, picture: { width: number; height: number }): number => {
  const { ratio } = startCamera(frame, labelling, picture);
  const whole = Math.min(picture.width / (frame.x[1] - frame.x[0]), picture.height / (frame.y[1] - frame.y[0]));
  // Sigma lets sizes grow with the root of the zoom.
  return Math.min(1, Math.max(0.3, ((whole / ratio) * Math.sqrt(ratio) * CELL.height) / 20));
};

/** Whether `inner` lies in `outer`, but for a fiftieth of its size. */
export const frameHolds = (outer: Frame, inner: Frame): boolean => {
  const slackX = (outer.x[1] - outer.x[0]) / 50;
  const slackY = (outer.y[1] - outer.y[0]) / 50;
  return (
    inner.x[0] >= outer.x[0] - slackX &&
    inner.x[1] <= outer.x[1] + slackX &&
    inner.y[0] >= outer.y[0] - slackY &&
    inner.y[1] <= outer.y[1] + slackY
  );
};

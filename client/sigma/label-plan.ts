/** How wide, how high and on which side of its node a label may be, by the layout and the zoom. */
import type { Side } from '#client/graph/label-place.ts';
import type { Labelling } from '#client/graph/layout/frame.ts';
import { CELL, HEAD_ROOM, LABEL_ROOM } from '#client/graph/layout/types.ts';
import type { NodeLabel } from '#model/entities.ts';

/** Height of label text and of a line, the latter in ems. */
export const SIZE = 11.5;
export const LINE = 1.3;

/** Width in em. */
export type LabelRoom = { readonly width: number; readonly lines: number; readonly sides: readonly Side[] };

const ABOUT: readonly Side[] = [
  'below',
  'right',
  'left',
  'above',
  'belowRight',
  'belowLeft',
  'aboveRight',
  'aboveLeft',
];
const TEXT_SIDE: readonly NodeLabel[] = ['Source', 'Document', 'Provision'];

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** `scale` is pixels per unit of the layout, `nodes` how many are in view. */
export const labelPlan = (labelling: Labelling, scale: number, nodes: number): ((kind: NodeLabel) => LabelRoom) => {
  if (labelling === 'free') {
    const free = { width: 10, lines: nodes > 120 ? 2 : 3, sides: ABOUT };
    return () => free;
  }
  const lines = clamp(Math.floor((CELL.height * scale) / (SIZE * LINE)), 1, 5);
  const inCell: LabelRoom = { width: clamp((CELL.width * scale - 36) / SIZE, 6, 30), lines, sides: ['right'] };
  if (labelling === 'rows') return () => inCell;
  const side = clamp((LABEL_ROOM * scale) / SIZE + 1, 4.5, 16);
  const text: LabelRoom = { width: side, lines: 3, sides: ['left', 'below'] };
  const far: LabelRoom = { width: side, lines: Math.max(lines, 1), sides: ['right'] };
  const head: LabelRoom = { ...far, width: clamp((HEAD_ROOM * scale - 34) / SIZE, 4.6, 16), lines: 2 };
  return (kind) => {
    if (kind === 'Duty') return inCell;
    if (kind === 'Function') return head;
    return TEXT_SIDE.includes(kind) ? text : far;
  };
};

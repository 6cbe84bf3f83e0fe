/** The labels that stand now, drawn once side by side into one picture, to be moved about as pieces of it. */

import type { GraphTheme } from '#client/graph/theme.ts';
import { type ShownLabel, writeLabel } from './label-draw.ts';
import type { GraphSigma } from './motion.ts';
import type { LabelPicture, LabelPiece } from './moving-program.ts';

const WIDTH = 1024;
/** Around every label, for the halo of its glyphs. */
const PAD = 3;

export const pictureOfLabels = (
  sigma: GraphSigma,
  labels: readonly ShownLabel[],
  theme: GraphTheme,
): LabelPicture | null => {
  if (labels.length === 0) return null;
  const ratio = window.devicePixelRatio || 1;
  const shelves = shelve(labels);
  const picture = document.createElement('canvas');
  picture.width = WIDTH * ratio;
  picture.height = shelves.height * ratio;
  const context = picture.getContext('2d');
  if (context === null) return null;
  context.scale(ratio, ratio);
  const pieces: LabelPiece[] = [];
  for (const { label, x, y } of shelves.places) {
    const node = label.node === null ? undefined : sigma.getNodeDisplayData(label.node);
    if (node === undefined) continue;
    const { box, at } = label.place;
    writeLabel(context, label, { dx: x + PAD - box.left, dy: y + PAD - box.top }, theme, theme.text);
    pieces.push({
      x: x * ratio,
      y: y * ratio,
      width: (box.right - box.left + 2 * PAD) * ratio,
      height: (box.bottom - box.top + 2 * PAD) * ratio,
      dx: Math.round((box.left - PAD - at.x) * ratio),
      dy: Math.round((box.top - PAD - at.y) * ratio),
      node: { x: node.x, y: node.y },
    });
  }
  return { picture, pieces };
};

/** Left to right in rows as high as their highest label. */
const shelve = (labels: readonly ShownLabel[]) => {
  const places: { label: ShownLabel; x: number; y: number }[] = [];
  let [x, y, row] = [0, 0, 0];
  for (const label of labels) {
    const { box } = label.place;
    const width = Math.ceil(box.right - box.left) + 2 * PAD;
    const height = Math.ceil(box.bottom - box.top) + 2 * PAD;
    if (x + width > WIDTH) {
      x = 0;
      y += row;
      row = 0;
    }
    places.push({ label, x, y });
    x += width;
    row = Math.max(row, height);
  }
  return { places, height: y + row };
};

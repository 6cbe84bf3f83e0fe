/** How a label's lines are written on a canvas. */
import type { LabelPlace } from '#client/graph/label-place.ts';
import type { GraphTheme } from '#client/graph/theme.ts';
import { LINE } from './label-plan.ts';

export type LabelText = { readonly lines: readonly string[]; readonly size: number; readonly bold: boolean };
/** `node` is null for the label of a line. */
export type ShownLabel = { readonly text: LabelText; readonly place: LabelPlace; readonly node: string | null };

const fontOf = (text: LabelText, theme: GraphTheme): string => `${text.bold ? '600 ' : ''}${text.size}px ${theme.font}`;

/** Writes the label moved by (dx, dy) from where it was placed, with a halo that keeps lines off the glyphs. */
export const writeLabel = (
  canvas: CanvasRenderingContext2D,
  { text, place }: ShownLabel,
  { dx, dy }: { dx: number; dy: number },
  theme: GraphTheme,
  colour: string,
): void => {
  canvas.textAlign = 'center';
  canvas.lineJoin = 'round';
  canvas.lineWidth = 3;
  canvas.strokeStyle = theme.background;
  canvas.font = fontOf(text, theme);
  canvas.fillStyle = colour;
  const middle = Math.round((place.box.left + place.box.right) / 2 + dx);
  text.lines.forEach((line, index) => {
    const y = Math.round(place.box.top + dy + (index + 0.78) * text.size * LINE);
    canvas.strokeText(line, middle, y);
    canvas.fillText(line, middle, y);
  });
};

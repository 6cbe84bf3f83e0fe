import { Fragment, type ReactNode } from 'react';

/** Cuts a text at `[start, end)` pairs; pieces in order, each with whether it lies inside a pair. Overlaps are merged. */
export const cutAt = (
  text: string,
  marks: readonly (readonly [number, number])[],
): readonly { readonly text: string; readonly start: number; readonly marked: boolean }[] => {
  const pieces: { text: string; start: number; marked: boolean }[] = [];
  let at = 0;
  const push = (to: number, marked: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), start: at, marked });
    at = Math.max(at, to);
  };
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    push(Math.min(start, text.length), false);
    push(Math.min(end, text.length), true);
  }
  push(text.length, false);
  return pieces;
};

/** A text with passages marked. `current` marks stand for evidence and say so to a screen reader. */
export const Marked = ({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }): ReactNode =>
  cutAt(text, marks).map((piece) => (
    <Fragment key={piece.start}>{piece.marked ? <mark>{piece.text}</mark> : piece.text}</Fragment>
  ));

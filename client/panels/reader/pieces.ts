/** One line cut into what is drawn: passages marked as evidence outside, highlights nested inside. Pure. */
import type { Span } from '#client/state/url.ts';

export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Which highlight this piece belongs to, null for plain text. */
  readonly highlight: number | null;
  /** Inner pieces; empty when this is text to print. */
  readonly children: readonly Piece[];
}
export interface MarkedPart {
  readonly start: number;
  readonly end: number;
  readonly marked: boolean;
  readonly pieces: readonly Piece[];
}
interface Indexed extends Span {
  readonly index: number;
}

const plain = (start: number, end: number): Piece[] =>
  end > start ? [{ start, end, highlight: null, children: [] }] : [];

/** Outer before inner: earlier start first, then the longer one. */
const outerFirst = (a: Indexed, b: Indexed): number => a.start - b.start || b.end - a.end || a.index - b.index;

const nest = (start: number, end: number, spans: readonly Indexed[]): Piece[] => {
  const pieces: Piece[] = [];
  let at = start;
  let rest = spans;
  while (rest.length > 0) {
    const [outer, ...others] = rest;
    if (outer === undefined) break;
    pieces.push(...plain(at, outer.start));
    // What reaches past the outer one is cut there: its second half is drawn after it.
    const inside = others
      .filter((span) => span.start < outer.end)
      .map((span) => ({ ...span, end: Math.min(span.end, outer.end) }));
    const after = others
      .filter((span) => span.end > outer.end)
      .map((span) => ({ ...span, start: Math.max(span.start, outer.end) }));
    const children = nest(outer.start, outer.end, inside);
    pieces.push({
      start: outer.start,
      end: outer.end,
      highlight: outer.index,
      children: children.length === 0 ? plain(outer.start, outer.end) : children,
    });
    at = outer.end;
    rest = after.sort(outerFirst);
  }
  return spans.length === 0 ? [] : [...pieces, ...plain(at, end)];
};

const clip = (spans: readonly Indexed[], { start, end }: Span): Indexed[] =>
  spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) }))
    .sort(outerFirst);

/** `mark` is the evidence passage; where it begins or ends inside a highlight, the highlight is cut. */
export const partsOf = (line: Span, highlights: readonly Indexed[], mark: Span | null): MarkedPart[] => {
  const from = mark === null ? line.end : Math.min(Math.max(mark.start, line.start), line.end);
  const to = mark === null ? line.end : Math.min(Math.max(mark.end, from), line.end);
  const bounds = [
    { start: line.start, end: from, marked: false },
    { start: from, end: to, marked: true },
    { start: to, end: line.end, marked: false },
  ];
  return bounds
    .filter(({ start, end }) => end > start)
    .map((part) => {
      const pieces = nest(part.start, part.end, clip(highlights, part));
      return { ...part, pieces: pieces.length === 0 ? plain(part.start, part.end) : pieces };
    });
};

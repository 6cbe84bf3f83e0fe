/** Lines of a clean text, by offsets: no line is copied until somebody needs its text. */

export interface Line {
  readonly start: number;
  readonly end: number;
}

/** The lines of `text` from offset `from` to `to`, without their line feeds; clean text has no empty ones. */
export const splitLines = (text: string, from = 0, to = text.length): Line[] => {
  const lines: Line[] = [];
  let start = from;
  while (start < to) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 || feed > to ? to : feed;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
};

export const lineText = (text: string, line: Line): string => text.slice(line.start, line.end);

/** A document's raw text as the lines a reader sees. Offsets stay those of the decoded source. Pure. */
import type { DocumentDto, Highlight, ReaderProvision } from '#model/wire/documents.ts';

export interface Line {
  readonly start: number;
  readonly end: number;
  readonly kind: 'title' | 'heading' | 'article' | 'text';
  /** Innermost provision that holds the line's beginning; -1 in a head or between. */
  readonly provision: number;
  /** The article it stands in; -1 outside articles. */
  readonly article: number;
  /** Levels of heading above, for size and indent: 0 for a part or the topmost. */
  readonly depth: number;
}

const HEADINGS = new Set(['part', 'chapter', 'section']);
/** Markdown that carries structure, not wording: it is not shown, and offsets step over it. */
const PREFIX = /^[\s\u3000]*(?:(#{1,6})\s+|>\s+)?[\s\u3000]*/;
const COMMENT = /^\s*<!--.*-->\s*$/;

const articleOf = (provisions: readonly ReaderProvision[], from: number): number => {
  let at = from;
  while (at >= 0 && provisions[at]?.level !== 'article') at = provisions[at]?.parent ?? -1;
  return at;
};

const depthOf = (provisions: readonly ReaderProvision[], from: number): number => {
  let depth = 0;
  for (let at = provisions[from]?.parent ?? -1; at >= 0; at = provisions[at]?.parent ?? -1) depth++;
  return depth;
};

/** Lines in order; blank lines and comments are left out, and so is what follows the last provision: page furniture. */
export const linesOf = ({
  text,
  textOffset,
  provisions,
  title,
}: Pick<DocumentDto, 'text' | 'textOffset' | 'provisions'> & { readonly title: string }): Line[] => {
  const lines: Line[] = [];
  let next = 0;
  let titled = false;
  let offset = 0;
  const last = provisions.reduce((latest, { end }) => Math.max(latest, end), 0) || Number.POSITIVE_INFINITY;
  for (const raw of text.split('\n')) {
    const prefix = PREFIX.exec(raw);
    const content = raw.trimEnd();
    const skip = prefix?.[0].length ?? 0;
    const start = textOffset + offset + skip;
    const end = textOffset + offset + content.length;
    offset += raw.length + 1;
    if (end <= start || COMMENT.test(raw) || start >= last) continue;
    const first = next;
    while ((provisions[next]?.start ?? Number.POSITIVE_INFINITY) < end) next++;
    let provision = next - 1;
    while (provision >= 0 && (provisions[provision]?.end ?? 0) <= start)
      provision = provisions[provision]?.parent ?? -1;
    const begun = provisions.slice(first, next);
    const isTitle: boolean =
      !titled && (prefix?.[1] === '#' || text.slice(start - textOffset, end - textOffset) === title);
    titled = titled || isTitle;
    const heading = begun.find(({ level }) => HEADINGS.has(level));
    lines.push({
      start,
      end,
      kind: isTitle
        ? 'title'
        : heading !== undefined
          ? 'heading'
          : begun.some(({ level }) => level === 'article')
            ? 'article'
            : 'text',
      provision,
      article: articleOf(provisions, provision),
      depth: heading === undefined ? 0 : depthOf(provisions, provisions.indexOf(heading)),
    });
  }
  return lines;
};

/** Index of the line that holds an offset, or the first one after it; -1 in an empty document. */
export const lineAt = (lines: readonly Line[], offset: number): number => {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, lines.length - 1);
};

/** For every line, the highlights that touch it, by their index. */
export const highlightsByLine = (lines: readonly Line[], highlights: readonly Highlight[]): number[][] => {
  const byLine = lines.map((): number[] => []);
  highlights.forEach((highlight, index) => {
    for (let at = Math.max(0, lineAt(lines, highlight.start)); at < lines.length; at++) {
      const line = lines[at];
      if (line === undefined || line.start >= highlight.end) break;
      byLine[at]?.push(index);
    }
  });
  return byLine;
};

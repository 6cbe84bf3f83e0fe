/** The piece of a text around what was searched for, with every match marked. Pure. */

export interface Snippet {
  readonly text: string;
  readonly marks: [number, number][];
}

const BEFORE = 24;
const LENGTH = 96;

/** Every place of every term, in order, none overlapping the one before. */
const findMarks = (text: string, terms: readonly string[]): [number, number][] => {
  const haystack = text.toLowerCase();
  const found: [number, number][] = [];
  // Some letters change length in lower case; then positions would not fit and nothing is marked.
  if (haystack.length !== text.length) return [];
  for (const term of terms.map((one) => one.toLowerCase()).filter((one) => one !== '')) {
    for (let at = haystack.indexOf(term); at !== -1; at = haystack.indexOf(term, at + term.length)) {
      found.push([at, at + term.length]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const kept: [number, number][] = [];
  for (const mark of found) if (mark[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(mark);
  return kept;
};

export const snippetOf = (source: string, terms: readonly string[]): Snippet => {
  const text = source.replace(/\s/g, ' ');
  const marks = findMarks(text, terms);
  const first = marks[0]?.[0] ?? 0;
  let start = Math.max(0, Math.min(first - BEFORE, text.length - LENGTH));
  let end = Math.min(text.length, start + LENGTH);
  if (/[\uDC00-\uDFFF]/.test(text.charAt(start))) start += 1;
  if (/[\uDC00-\uDFFF]/.test(text.charAt(end))) end -= 1;
  const lead = start > 0 ? '…' : '';
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from - start + lead.length, to - start + lead.length]),
  };
};

/** The sentence around a span: what a reader is shown as evidence. */
import type { ParsedDocument, StructureUnit } from '#model/structure.ts';

/** Longer sentences are cut to the clauses around the span: a paragraph without a full stop is no sentence to show. */
const MAX_SENTENCE = 320;
/** Table of the code units that end a sentence or a clause: one look-up a character. */
const tableOf = (marks: string): Uint8Array => {
  const table = new Uint8Array(0x10000);
  for (const mark of marks) table[mark.charCodeAt(0)] = 1;
  return table;
};
const SENTENCE_MARKS = tableOf('。！？；;\n');
/** What a sentence does not begin with. */
const LEADING = tableOf(' \n”’');
const CLAUSE_MARKS = tableOf('，,：:、 ');

export interface Span {
  readonly start: number;
  readonly end: number;
}

const scanBack = (text: string, from: number, floor: number, marks: Uint8Array): number => {
  let at = from;
  while (at > floor && marks[text.charCodeAt(at - 1)] === 0) at--;
  return at;
};

const scanOn = (text: string, from: number, ceiling: number, marks: Uint8Array): number => {
  let at = from;
  while (at < ceiling && marks[text.charCodeAt(at)] === 0) at++;
  return at;
};

/**
 * The sentence that holds `span`, inside `limits`, its closing mark included. Looks at most MAX_SENTENCE to each side;
 * beyond that it falls back to the clause.
 */
export const sentenceAround = (text: string, span: Span, limits: Span): Span => {
  const floor = Math.max(limits.start, span.start - MAX_SENTENCE, 0);
  const ceiling = Math.min(limits.end, span.end + MAX_SENTENCE, text.length);
  let start = scanBack(text, span.start, floor, SENTENCE_MARKS);
  let end = scanOn(text, Math.max(span.start, span.end - 1), ceiling, SENTENCE_MARKS);
  if (end < ceiling && text[end] !== '\n') end++;
  if (text[end] === '”' && end < ceiling) end++;
  if (end - start > MAX_SENTENCE && end - start > span.end - span.start) {
    start = scanBack(text, span.start, Math.max(floor, span.start - MAX_SENTENCE / 4), CLAUSE_MARKS);
    end = scanOn(text, span.end, Math.min(ceiling, span.end + MAX_SENTENCE / 4), CLAUSE_MARKS);
  }
  while (start < span.start && LEADING[text.charCodeAt(start)] === 1) start++;
  return { start, end: Math.max(end, span.end) };
};

/** Finds the innermost unit around a span. Units come in text order, parents before children. */
export const createUnitFinder = (doc: ParsedDocument): ((span: Span) => number) => {
  const { units } = doc;
  const starts = Uint32Array.from(units, (unit) => unit.start);
  return (span) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= span.start) low = middle + 1;
      else high = middle;
    }
    let index = low - 1;
    for (;;) {
      const unit: StructureUnit | undefined = units[index];
      if (unit === undefined) return -1;
      if (unit.end >= span.end || (unit.end > span.start && unit.parent < 0)) return index;
      index = unit.parent;
    }
  };
};

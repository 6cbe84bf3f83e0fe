/** Finds the sentence a quote stands in. Pure. */

export interface Sentence {
  readonly text: string;
  readonly markStart: number;
  readonly markEnd: number;
}

/** A sentence ends at 。！？； or a line break; a list that runs for pages is cut to this many characters on each side. */
const ENDS = new Set(['。', '！', '？', '；', ';', '!', '?', '\n', '\r']);
const SIDE = 160;

const startOf = (text: string, from: number): number => {
  const floor = Math.max(0, from - SIDE);
  for (let at = from; at > floor; at -= 1) if (ENDS.has(text.charAt(at - 1))) return at;
  return floor;
};
const endOf = (text: string, from: number): number => {
  const ceiling = Math.min(text.length, from + SIDE);
  for (let at = from; at < ceiling; at += 1) {
    if (ENDS.has(text.charAt(at))) return text.charAt(at) === '\n' || text.charAt(at) === '\r' ? at : at + 1;
  }
  return ceiling;
};

/** Never inside a surrogate pair. */
const whole = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;

/** Where `quote` stands in `text`: the occurrence nearest to `near`, -1 when it is not there. */
export const nearest = (text: string, quote: string, near: number): number => {
  let best = -1;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (best === -1 || Math.abs(at - near) < Math.abs(best - near)) best = at;
    else break;
  }
  return best;
};

/**
 * The sentence around a quote.
 * @param near Where the quote is expected, in code units; the text may have been cleaned, so it need not be exact.
 * @returns The quote alone when the text does not hold it.
 */
export const sentenceAround = (text: string, quote: string, near: number): Sentence => {
  const at = nearest(text, quote, near);
  if (at === -1) return { text: quote, markStart: 0, markEnd: quote.length };
  let start = whole(text, startOf(text, at));
  const end = whole(text, endOf(text, at + quote.length));
  while (start < at && /\s/.test(text.charAt(start))) start += 1;
  return { text: text.slice(start, end), markStart: at - start, markEnd: at - start + quote.length };
};

/**
 * Cuts a paragraph into segments and units (gold conventions, section 1): segments end at ，, ；; 。 ： : ！ ？, units at 。；; and
 * the end of the paragraph, sentences at 。！？. Nothing is cut inside 《》, “” or （）, nor at 、 or a mark between digits.
 */

import { Characters } from './characters.ts';

export interface Segment {
  /** Without blanks at the ends; marks stay outside. */
  readonly start: number;
  readonly end: number;
  /** The mark that closes it, '' at the end of the paragraph. */
  readonly mark: string;
  /** First of its unit, of its sentence. */
  readonly opensUnit: boolean;
  readonly opensSentence: boolean;
}

const CUT = 1;
const UNIT = 2;
const SENTENCE = 4;
const MARKS: Readonly<Record<string, number>> = {
  '，': CUT,
  ',': CUT,
  '：': CUT,
  ':': CUT,
  '；': CUT | UNIT,
  ';': CUT | UNIT,
  '。': CUT | UNIT | SENTENCE,
  '！': CUT | UNIT | SENTENCE,
  '？': CUT | UNIT | SENTENCE,
  '\n': CUT | UNIT | SENTENCE,
  '!': CUT | UNIT | SENTENCE,
  '?': CUT | UNIT | SENTENCE,
};
/** Opening marks and what closes them; half-width and full-width parentheses close each other. */
const CLOSERS: Readonly<Record<string, string>> = {
  '《': '》',
  '“': '”',
  '（': '）)',
  '(': '）)',
  '「': '」',
  '"': '"',
};

/** What each character does: 0 nothing, the bits above, 8 opens a bracket. */
const ROLE = new Uint8Array(0x10000);
for (const [mark, role] of Object.entries(MARKS)) ROLE[mark.charCodeAt(0)] = role;
const CLOSING = new Map<number, Characters>();
for (const [opener, closers] of Object.entries(CLOSERS)) {
  ROLE[opener.charCodeAt(0)] = 8;
  CLOSING.set(opener.charCodeAt(0), new Characters(closers));
}

/** A quotation that holds sentences of its own is long; past this the bracket is taken as unclosed. */
const MAX_BRACKET = 400;
const MAX_DEPTH = 6;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 0x3000 || code === 0xa0;

/** End of the bracket that opens at `at`, or `at` when it does not close nearby. Inner brackets of the same kind nest. */
export const bracketEnd = (text: string, at: number, limit: number): number => {
  const opener = text.charCodeAt(at);
  const closing = CLOSING.get(opener);
  if (closing === undefined) return at;
  const stop = Math.min(limit, at + MAX_BRACKET);
  let depth = 0;
  for (let i = at; i < stop; i++) {
    const code = text.charCodeAt(i);
    if (closing.has(code) && (i > at || code !== opener)) {
      depth--;
      if (depth <= 0) return i;
    } else if (code === opener) {
      depth++;
      if (depth > MAX_DEPTH) return at;
    }
  }
  return at;
};

export const splitSegments = (text: string, from: number, to: number): Segment[] => {
  const segments: Segment[] = [];
  let start = from;
  let opensUnit = true;
  let opensSentence = true;
  const close = (end: number, mark: string, role: number): void => {
    let a = start;
    let b = end;
    while (a < b && isBlank(text.charCodeAt(a))) a++;
    while (b > a && isBlank(text.charCodeAt(b - 1))) b--;
    if (b > a) {
      segments.push({ start: a, end: b, mark, opensUnit, opensSentence });
      opensUnit = false;
      opensSentence = false;
    }
    if ((role & UNIT) !== 0) opensUnit = true;
    if ((role & SENTENCE) !== 0) opensSentence = true;
  };
  let at = from;
  /** Per opening mark, up to where it is known not to close: keeps the whole linear. */
  const unclosed = new Map<string, number>();
  while (at < to) {
    const role = ROLE[text.charCodeAt(at)] ?? 0;
    if (role === 0) {
      at++;
    } else if (role === 8) {
      const opener = text[at] ?? '';
      const end = at < (unclosed.get(opener) ?? from) ? at : bracketEnd(text, at, to);
      if (end === at) unclosed.set(opener, at + MAX_BRACKET / 2);
      at = end + 1;
    } else {
      const number = isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)) && at > start;
      if (!number) {
        close(at, text[at] ?? '', role);
        start = at + 1;
      }
      at++;
    }
  }
  close(to, '', UNIT | SENTENCE);
  return segments;
};

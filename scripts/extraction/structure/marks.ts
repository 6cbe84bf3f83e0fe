/** The printed numbers that open a structural unit, recognised at the start of a line only. */
import { parseNumeral } from '../text/numerals.ts';

/** What follows 第X条 when it is a reference at the start of a line, not the number of an article. */
export const REFERENCE_TAIL =
  /^ ?(?:[、和或及与至到]|的|中|之规定|规定|所列|所称|所述|第[〇○零一二两三四五六七八九十百千0-9（(]+[款项）)]|[款项]|（[一二三四五六七八九十]+）项|修改|改为|删去|增加|作为)/;

export type MarkLevel = 'part' | 'subpart' | 'chapter' | 'section' | 'article' | 'ordinal' | 'item' | 'subitem';

export interface Mark {
  readonly level: MarkLevel;
  /** `21`, `286-1`. */
  readonly number: string;
  readonly value: number;
  /** 286-1 → 1, else 0. */
  readonly sub: number;
  /** Offset where the mark begins (after markdown #) and just after it. */
  readonly start: number;
  readonly end: number;
  /** A repair that was needed to read it: `blank`, `variant`, `dash`. */
  readonly repair: 'blank' | 'variant' | 'dash' | null;
  /** The line carries markdown heading marks. */
  readonly heading: boolean;
}

const N = '[〇○零一二两三四五六七八九十百千0-9]';
/** 第…条 with the damage that occurs: a blank inside, 笫 for 第, a dash for 一. */
const MAIN = new RegExp(
  `([第笫])( ?)((?:${N}|[－—–-])(?: ?(?:${N}|[－—–-])){0,9})( ?)(分编|编|章|节|条)(?: ?之 ?(${N}{1,4}))?`,
  'y',
);
const ITEM = new RegExp(`[（(] ?(${N}{1,4}) ?[）)]`, 'y');
const ORDINAL = new RegExp(`(${N}{1,4})、`, 'y');
const SUBITEM = /(\d{1,3}) ?[.．、](?!\d)/y;
const CIRCLED_ONE = '①'.charCodeAt(0);
const CIRCLED_COUNT = 20;
const LEVELS: Readonly<Record<string, MarkLevel>> = {
  编: 'part',
  分编: 'subpart',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Where the wording of a line begins after markdown heading marks and bold marks. */
export const skipMarkdown = (text: string, start: number, end: number): number => {
  let at = start;
  while (at < end && (text[at] === '#' || text[at] === '*' || text[at] === '>')) at++;
  if (at > start) while (at < end && text[at] === ' ') at++;
  return at;
};

/** The mark that opens the line, or null. Bounded: looks at most some thirty characters far. */
export const markAt = (text: string, lineStart: number, lineEnd: number): Mark | null => {
  const start = skipMarkdown(text, lineStart, lineEnd);
  const heading = text[lineStart] === '#';
  const first = text[start];
  if (first === undefined) return null;
  if (first === '第' || first === '笫') return mainMark(text, start, lineEnd, heading);
  if (first === '（' || first === '(') return simple(matchAt(ITEM, text, start), 'item', start, lineEnd, heading);
  if (first >= '0' && first <= '9') return simple(matchAt(SUBITEM, text, start), 'subitem', start, lineEnd, heading);
  if ('一二三四五六七八九十百'.includes(first))
    return simple(matchAt(ORDINAL, text, start), 'ordinal', start, lineEnd, heading);
  return circled(text, start, heading);
};

/** ① to ⑳ */
const circled = (text: string, start: number, heading: boolean): Mark | null => {
  const value = text.charCodeAt(start) - CIRCLED_ONE + 1;
  if (!(value >= 1 && value <= CIRCLED_COUNT)) return null;
  return { level: 'subitem', number: String(value), value, sub: 0, start, end: start + 1, repair: null, heading };
};

const mainMark = (text: string, start: number, lineEnd: number, heading: boolean): Mark | null => {
  const match = matchAt(MAIN, text, start);
  if (match === null || start + match[0].length > lineEnd) return null;
  const printed = match[3] ?? '';
  const value = parseNumeral(printed);
  const sub = match[6] === undefined ? 0 : (parseNumeral(match[6]) ?? 0);
  const level = LEVELS[match[5] ?? ''];
  if (value === null || value === 0 || level === undefined) return null;
  const blank = match[2] !== '' || match[4] !== '' || printed.includes(' ');
  const repair = match[1] === '笫' ? 'variant' : /[－—–-]/.test(printed) ? 'dash' : blank ? 'blank' : null;
  return {
    level,
    number: sub > 0 ? `${value}-${sub}` : String(value),
    value,
    sub,
    start,
    end: start + match[0].length,
    repair,
    heading,
  };
};

const simple = (
  match: RegExpExecArray | null,
  level: MarkLevel,
  start: number,
  lineEnd: number,
  heading: boolean,
): Mark | null => {
  if (match === null || start + match[0].length > lineEnd) return null;
  const value = parseNumeral(match[1] ?? '');
  if (value === null || value === 0) return null;
  return { level, number: String(value), value, sub: 0, start, end: start + match[0].length, repair: null, heading };
};

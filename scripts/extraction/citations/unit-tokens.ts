/** The words a list of units is made of: 第X条之Y, 第X款, 第（X）项, 第X目, 第X章, and what joins them. */
import { readNumeral } from './numerals.ts';

export type UnitLevel = 'article' | 'paragraph' | 'item' | 'subitem' | 'division';
export interface UnitToken {
  readonly level: UnitLevel;
  /** `286`, `286-1`. */
  readonly number: string;
  readonly end: number;
}

const LEVELS = new Map<string, UnitLevel>([
  ['条', 'article'],
  ['條', 'article'],
  ['款', 'paragraph'],
  ['项', 'item'],
  ['項', 'item'],
  ['目', 'subitem'],
  ['章', 'division'],
  ['节', 'division'],
  ['编', 'division'],
]);
/** After 目, 编 and the like these make another word: 第一项目, 第二条件, 第三章程. */
const NOT_AFTER: Record<UnitLevel, string> = {
  article: '件约例目款线令路',
  paragraph: '项式待额物',
  item: '目',
  subitem: '标的录',
  division: '程目约号',
};
const OPEN = '（(〔';
const CLOSE = '）)〕';
/** A line break is no blank: what stands on the next line is another paragraph. */
const BLANK = /[^\S\n]|\u200b/;

export function skipBlanks(text: string, at: number): number {
  let i = at;
  while (i < text.length && BLANK.test(text[i] ?? '')) i++;
  return i;
}

/** A number, bare or in parentheses. */
function readBracketed(text: string, at: number): { value: number; end: number; bracketed: boolean } | null {
  const open = skipBlanks(text, at);
  if (!OPEN.includes(text[open] ?? '\n')) {
    const plain = readNumeral(text, open);
    return plain && { ...plain, bracketed: false };
  }
  const inner = readNumeral(text, skipBlanks(text, open + 1));
  if (!inner) return null;
  const close = skipBlanks(text, inner.end);
  if (!CLOSE.includes(text[close] ?? '\n')) return null;
  return { value: inner.value, end: close + 1, bracketed: true };
}

/** One unit at `at`, blanks allowed anywhere. Inside a list 第 may be missing (`needsMark` false): 第（二）项、（三）项. */
export function readUnit(text: string, at: number, needsMark: boolean): UnitToken | null {
  let i = skipBlanks(text, at);
  const mark = text[i];
  if (mark === '第' || mark === '笫') i++;
  else if (needsMark) return null;
  const number = readBracketed(text, i);
  if (!number || number.value === 0) return null;
  const levelAt = skipBlanks(text, number.end);
  const level = LEVELS.get(text[levelAt] ?? '');
  if (level === undefined) return null;
  if (number.bracketed && (level === 'article' || level === 'division')) return null;
  const end = levelAt + 1;
  if (NOT_AFTER[level].includes(text[end] ?? '\n')) return null;
  if (level !== 'article') return { level, number: String(number.value), end };
  return { level, ...withBranch(text, number.value, end) };
}

/** 之一, 之二: an article put in later (立法技术规范（试行）（二） on added articles). 之 before anything else is grammar. */
function withBranch(text: string, base: number, end: number): { number: string; end: number } {
  const branch = readBranch(text, end);
  return branch ? { number: `${base}-${branch.value}`, end: branch.end } : { number: String(base), end };
}

export function readBranch(text: string, at: number): { value: number; end: number } | null {
  const i = skipBlanks(text, at);
  if (text[i] !== '之') return null;
  const branch = readNumeral(text, i + 1);
  if (!branch || branch.value === 0 || branch.value > 40) return null;
  return '部般致切些个种类'.includes(text[branch.end] ?? '\n') ? null : branch;
}

/** A number whose level comes later: the 三 of 第三、五条. Null when it is not followed by a list sign. */
export function readOpenNumber(text: string, at: number): { number: number; end: number } | null {
  let i = skipBlanks(text, at);
  if (text[i] === '第' || text[i] === '笫') i++;
  const number = readBracketed(text, i);
  return number && number.value > 0 ? { number: number.value, end: number.end } : null;
}

export type Joiner = { readonly end: number; readonly kind: 'list' | 'range' | 'comma' };
const RANGE_WORDS = ['至', '到', '－', '—', '–', '-', '～', '~', '直至'];
const LIST_WORDS = ['以及', '或者', '、', '和', '及', '或', '与', '并'];

/** What joins two units, or null. 和/及/或 may follow a mark: 、以及. */
export function readJoiner(text: string, at: number): Joiner | null {
  const i = skipBlanks(text, at);
  for (const word of RANGE_WORDS) if (text.startsWith(word, i)) return { end: i + word.length, kind: 'range' };
  let end = i;
  let kind: Joiner['kind'] = 'list';
  if (text[end] === '，' || text[end] === ',') {
    kind = 'comma';
    end++;
  } else if (text[end] === '、') end++;
  const word = LIST_WORDS.find((w) => w !== '、' && text.startsWith(w, skipBlanks(text, end)));
  if (word !== undefined) return { end: skipBlanks(text, end) + word.length, kind: 'list' };
  if (end > i && text[end] === '\n') end++;
  return end > i ? { end, kind } : null;
}

/** Finds the number at a place of a text: 第二百八十六条, 第１０条, 第66条 (立法技术规范（试行）（一） on 数字的使用; 立法法第六十五条). */
import { parseNumeral } from '../text/numerals.ts';

const NUMERAL = '零〇○一二两三四五六七八九十百千0123456789０１２３４５６７８９';
/** A dash stands for 一 inside a damaged number only: 第三十－条. */
const DASH = '－—–';
const MAX_LENGTH = 9;

export interface Numeral {
  readonly value: number;
  /** Exclusive. */
  readonly end: number;
}

/** The number that starts at `at`, or null: Chinese, Arabic and full-width figures. `value` is 0 or more. */
export function readNumeral(text: string, at: number): Numeral | null {
  let end = at;
  while (end < text.length && end - at < MAX_LENGTH && NUMERAL.includes(text[end] ?? '\n')) end++;
  if (end === at) return null;
  if (DASH.includes(text[end] ?? '\n') && text[end - 1] === '十' && text[end + 1] === '条') end++;
  const value = parseNumeral(text.slice(at, end).normalize('NFKC'));
  return value === null ? null : { value, end };
}

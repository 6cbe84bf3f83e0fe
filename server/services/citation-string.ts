/** Reads what a lawyer types to go straight to a provision: 网安法21条1款, 刑法第二百八十六条之一, wlaqf21. Pure. */

import { parseNumeral } from '#extraction/text/numerals.ts';
import { pathStep } from '#model/ids.ts';

export interface CitationString {
  /** Title, short title, abbreviation or pinyin. */
  readonly name: string;
  /** `art_286-1/par_2/pnt_3`, null when only the law is named. */
  readonly path: string | null;
}

/** No number of a law is longer; without a bound a line of digits would be tried in every way. */
const N = '[〇零一二两三四五六七八九十百千\\d]{1,8}';
/** 第N条, N条, or digits alone; 之一 or -1 after any of them. */
const ARTICLE = `(?:第(${N})条?|(${N})条|(\\d{1,8}))(?:(?:之|-)(${N}))?`;
const PARAGRAPH = `(?:第?(${N})款)?`;
const ITEM = `(?:第?[(]?(${N})[)]?项)?`;
const FULL = new RegExp(`^(.{1,100}?)${ARTICLE}${PARAGRAPH}${ITEM}$`);

const canonicalName = (name: string): string =>
  name
    .replace(/^《(.+)》$/, '$1')
    .replace(/^中华人民共和国/, '')
    // Titles are kept with wide brackets: 刑法修正案（十一）.
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .toLowerCase();

/** Full-width digits and brackets are written as the narrow ones, blanks mean nothing. */
const normalise = (typed: string): string => typed.normalize('NFKC').replace(/\s+/g, '');

const step = (level: 'article' | 'paragraph' | 'item', printed: string | undefined): string[] => {
  const value = printed === undefined ? null : parseNumeral(printed);
  return value === null ? [] : [pathStep(level, String(value))];
};

/** Null for blank input. Whether such a law exists is for the store to say. */
export const parseCitationString = (typed: string): CitationString | null => {
  const text = normalise(typed);
  if (text === '') return null;
  const match = FULL.exec(text);
  const article = parseNumeral(match?.[2] ?? match?.[3] ?? match?.[4] ?? '');
  if (match?.[1] === undefined || article === null) return { name: canonicalName(text), path: null };
  const inserted = match[5] === undefined ? null : parseNumeral(match[5]);
  const number = inserted === null ? String(article) : `${article}-${inserted}`;
  const path = [pathStep('article', number), ...step('paragraph', match[6]), ...step('item', match[7])].join('/');
  return { name: canonicalName(match[1]), path };
};

const CJK = /^\p{Script=Han}{2,8}$/u;
const literal = (char: string): string => char.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');

/**
 * A regular expression for titles that a name abbreviates: 网安法 → 网络安全法, its characters in order, the first one
 * first. Each step runs to the next occurrence, so no title makes it back-track.
 */
export const abbreviationPattern = (name: string): string => {
  if (!CJK.test(name)) return '(?!)';
  const [first = '', ...rest] = [...name];
  return `${literal(first)}${rest.map((char) => `[^${literal(char)}]*${literal(char)}`).join('')}.*`;
};

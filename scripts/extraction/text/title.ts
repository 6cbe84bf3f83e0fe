/** Names of instruments in their canonical form. */

const STATE = '中华人民共和国';

/** Signs of which two forms are printed for one. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/[《<＜]/g, '〈'],
  [/[》>＞]/g, '〉'],
  [/\(/g, '（'],
  [/\)/g, '）'],
];

/**
 * Canonical title: without outer 《》, blanks and a leading 中华人民共和国. Titles inside it stand in 〈〉 and remarks in （）
 * whatever the print has: one instrument has one id. `《中华人民共和国刑法》` → `刑法`; 中华人民共和国 alone stays.
 */
export const canonicalTitle = (title: string): string => {
  let name = title.replace(/\s+/g, '');
  while (name.startsWith('《') && name.endsWith('》') && name.indexOf('》') === name.length - 1)
    name = name.slice(1, -1);
  for (const [printed, form] of FORMS) name = name.replace(printed, form);
  return name.startsWith(STATE) && name.length > STATE.length ? name.slice(STATE.length) : name;
};

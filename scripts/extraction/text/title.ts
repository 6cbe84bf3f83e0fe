/** Names of instruments in their canonical form. */

const STATE = '中华人民共和国';

/** The state as one of two parties, or its government as the maker, is part of the name: 中华人民共和国和某国引渡条约. */
const PARTY = /^(?:和|与|同|政府(?:和|与|同|关于))/;

/** Issuers before 关于 that a blank parts: 最高人民法院 最高人民检察院关于…. */
const ISSUERS =
  /^(?:[\u4e00-\u9fff]{1,20}(?:院|部|委员会|总局|局|署|厅|办公室)\s+)+(?=[\u4e00-\u9fff]{1,20}(?:院|部|委员会|总局|局|署|厅|办公室)关于)/;

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
  let name = title
    .replace(ISSUERS, (issuers) => issuers.trimEnd().replace(/\s+/g, '、').concat('、'))
    .replace(/\s+/g, '');
  while (name.startsWith('《') && name.endsWith('》') && name.indexOf('》') === name.length - 1)
    name = name.slice(1, -1);
  for (const [printed, form] of FORMS) name = name.replace(printed, form);
  return name.startsWith(STATE) && name.length > STATE.length && !PARTY.test(name.slice(STATE.length))
    ? name.slice(STATE.length)
    : name;
};

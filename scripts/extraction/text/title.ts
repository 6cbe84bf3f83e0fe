/** Names of instruments in their canonical form. */

const STATE = '中华人民共和国';

/**
 * Canonical title: without outer 《》, blanks and a leading 中华人民共和国; inner 〈〉 are kept.
 * `《中华人民共和国刑法》` → `刑法`. 中华人民共和国 alone stays.
 */
export const canonicalTitle = (title: string): string => {
  let name = title.replace(/\s+/g, '');
  while (name.startsWith('《') && name.endsWith('》') && name.indexOf('》') === name.length - 1)
    name = name.slice(1, -1);
  return name.startsWith(STATE) && name.length > STATE.length ? name.slice(STATE.length) : name;
};

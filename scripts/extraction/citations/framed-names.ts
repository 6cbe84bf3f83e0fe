/** Decisions named without 《》: 全国人民代表大会关于…的决定, and numbered lists of them (4．关于惩治走私罪的补充规定). */
import type { NamedLaw } from './named.ts';

/** 规定, 意见 and 通知 are left out: 国务院关于…的规定 is as often what the State Council lays down as a title. */
const FRAMED =
  /(?:中华人民共和国)?(?:全国人民代表大会(?:常务委员会)?|全国人大常委会|国务院|中共中央)关于[^，。；《》\n]{2,80}?的(?:决定|决议|解释|补充规定)(?!书)/g;
/** 关于刑事法律的决定 means all of them. */
const GENERIC = /法律的|有关|其他|相关/;
const LISTED =
  /^[ \t]*(?:[0-9０-９]{1,2}|[（(]?[一二三四五六七八九十]{1,3}[）)]?)[．.、 ]\s*(关于[^。；《》\n]{2,80}的(?:决定|决议|补充规定|条例))[；。]?$/gm;

/** Names of this form between two offsets, in text order. */
export function findFramedNames(text: string, from: number, to: number): NamedLaw[] {
  const found: NamedLaw[] = [];
  const add = (start: number, name: string): void => {
    const end = start + name.length;
    found.push({ start, end, after: end, target: name.replace(/^中华人民共和国/, ''), rule: 'bare.framed' });
  };
  FRAMED.lastIndex = from;
  for (let m = FRAMED.exec(text); m !== null && m.index < to; m = FRAMED.exec(text))
    if (!GENERIC.test(m[0])) add(m.index, m[0]);
  LISTED.lastIndex = from;
  for (let m = LISTED.exec(text); m !== null && m.index < to; m = LISTED.exec(text)) {
    const name = m[1] ?? '';
    add(m.index + m[0].indexOf(name), name);
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Short names of judicial interpretations follow from their titles: 关于适用〈婚姻法〉若干问题的解释（三） is 婚姻法解释（三）,
 * 关于审理行政协议案件若干问题的规定 is 行政协议司法解释 or 行政协议规定.
 */
import type { Rank } from '#model/entities.ts';

/** What is needed of an entry of the lexicon. */
interface Titled {
  readonly title: string;
  readonly short: readonly string[];
  readonly rank: Rank;
}

const APPLIES =
  /关于适用[《〈<]?(?:中华人民共和国)?(.+?法典?)[》〉>]?(.{0,20}?)(?:若干问题|有关问题)?的?(解释|规定)(（.+）)?$/;
const TRIES =
  /关于(?:人民法院)?(?:审理|办理)(?:涉及|涉)?(.+?)(?:民事|刑事|行政)?(?:纠纷)?(?:等)?(?:刑事|民事|行政)?案件(?:具体)?(?:适用|应用)?(?:法律)?(?:若干|有关)?(?:问题)?的?(?:若干)?(解释|规定)(（.+）)?$/;
/** 有关担保制度 → 担保制度, 时间效力的若干 → 时间效力. */
const ABOUT = /^(?:有关|关于)|的?若干$|的$/g;
/** 融资租赁合同 → 融资租赁, 医疗损害责任 → 医疗损害. */
const LAST_WORD = /(?:合同|责任|赔偿)$/;
const NUMBER = /[（(]([一二三四五六七八九十]{1,3})[）)]$/;
const PLAIN_NUMBER = /(解释|规定)([一二三四五六七八九十]{1,3})$/;
const COURT = /^(?:最高人民法院|最高法院|最高法|最高院|高法|两高|现行|新)(?=[^关])/;

/** One spelling for 公司法解释三 and 公司法解释（三）, with or without 最高法. */
export const spelledOut = (name: string): string => name.replace(COURT, '').replace(PLAIN_NUMBER, '$1（$2）');

/** 公司法解释三 for 公司法解释（三）; null for names without a number. */
export const withPlainNumber = (name: string): string | null => (NUMBER.test(name) ? name.replace(NUMBER, '$1') : null);

/** 民诉 for 民事诉讼法: what short names of a law of procedure leave out. */
const procedure = (name: string): string[] => (/诉法$/.test(name) ? [name, name.slice(0, -1)] : [name]);

/** Short forms of one title without its number, and the number. */
function shortForms(title: string, shortOf: (law: string) => readonly string[]): { forms: string[]; number: string } {
  const applies = APPLIES.exec(title);
  if (applies) {
    const [, law = '', matter = '', head = '', number = ''] = applies;
    const part = matter.replace(ABOUT, '').replace(ABOUT, '');
    const kinds = [...new Set([head, '司法解释', '解释'])];
    const laws = [law, ...shortOf(law).flatMap(procedure), ...(part.length < 3 ? [] : [''])];
    return { forms: laws.flatMap((name) => kinds.map((kind) => `${name}${part}${kind}`)), number };
  }
  const tries = TRIES.exec(title);
  if (tries) {
    const [, matter = '', head = '', number = ''] = tries;
    if (matter.length < 2 || matter.length > 16) return { forms: [], number };
    const forms = new Set([
      `${matter}司法解释`,
      `${matter}案件司法解释`,
      `${matter}案件${head}`,
      `${matter}纠纷司法解释`,
    ]);
    if (head === '解释' || matter.length >= 4) forms.add(`${matter}${head}`);
    const shorter = matter.replace(LAST_WORD, '');
    if (shorter !== matter && shorter.length >= 4)
      for (const kind of ['司法解释', head]) forms.add(`${shorter}${kind}`);
    return { forms: [...forms], number };
  }
  return { forms: [], number: '' };
}

/** A chosen short name stands for its sister too: 建工解释（一） and 建工司法解释（一）. */
const sisters = (name: string): string[] => {
  const match = /^(.+?)(?:司法)?解释(（.+）)?$/.exec(name);
  return match === null ? [name] : [`${match[1]}解释${match[2] ?? ''}`, `${match[1]}司法解释${match[2] ?? ''}`];
};

/**
 * Name and entry, for every interpretation whose short form means no other entry. A form that leaves the number out counts
 * only where no title yields it with its number, or as one that has none.
 */
export function derivedShortNames<T extends Titled>(laws: readonly T[]): Map<string, T> {
  const shorts = new Map(laws.map((l) => [l.title, l.short]));
  const claims = new Map<string, Set<T>>();
  const loose = new Map<string, Set<T>>();
  const claim = (table: Map<string, Set<T>>, name: string, entry: T): void => {
    const known = table.get(name);
    if (known === undefined) table.set(name, new Set([entry]));
    else known.add(entry);
  };
  for (const entry of laws) {
    if (entry.rank !== '司法解释') continue;
    const { forms, number } = shortForms(entry.title, (law) => shorts.get(law) ?? []);
    for (const form of forms) {
      claim(claims, form + number, entry);
      claim(loose, form, entry);
    }
    for (const name of entry.short.flatMap(sisters)) claim(claims, name, entry);
  }
  const names = new Map<string, T>();
  const addTo = (table: Map<string, Set<T>>, counts: (name: string) => boolean): void => {
    for (const [name, entries] of table) {
      const [only] = entries;
      if (only !== undefined && entries.size === 1 && counts(name)) names.set(name, only);
    }
  };
  addTo(claims, () => true);
  addTo(loose, (name) => !claims.has(name) && !/法规定$/.test(name));
  return names;
}

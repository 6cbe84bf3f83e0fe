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
const PLAIN_NUMBER = /[（）()]/g;

/** Short forms of one title, most usual first. */
function shortForms(title: string, shortOf: (law: string) => readonly string[]): string[] {
  const forms: string[] = [];
  const applies = APPLIES.exec(title);
  if (applies) {
    const [, law = '', matter = '', head = '', number = ''] = applies;
    const part = matter.replace(/^有关/, '');
    const plain = number.replace(PLAIN_NUMBER, '');
    for (const name of [law, ...shortOf(law)]) {
      for (const kind of new Set([head, '司法解释', '解释'])) {
        forms.push(`${name}${part}${kind}${number}`);
        if (number !== '') forms.push(`${name}${part}${kind}${plain}`);
      }
    }
    return forms;
  }
  const tries = TRIES.exec(title);
  if (tries) {
    const [, matter = '', head = '', number = ''] = tries;
    if (matter.length >= 2 && matter.length <= 16) {
      forms.push(`${matter}司法解释${number}`, `${matter}案件司法解释${number}`, `${matter}案件${head}${number}`);
      if (head === '解释' || matter.length >= 4) forms.push(`${matter}${head}${number}`);
    }
  }
  return forms;
}

/** Name and entry, for every interpretation whose short form means no other entry. */
export function derivedShortNames<T extends Titled>(laws: readonly T[]): Map<string, T> {
  const shorts = new Map(laws.map((l) => [l.title, l.short]));
  const claims = new Map<string, T[]>();
  for (const entry of laws) {
    if (entry.rank !== '司法解释') continue;
    for (const name of new Set(shortForms(entry.title, (law) => shorts.get(law) ?? [])))
      claims.set(name, [...(claims.get(name) ?? []), entry]);
  }
  const names = new Map<string, T>();
  for (const [name, entries] of claims) {
    const [only] = entries;
    if (only !== undefined && entries.length === 1) names.set(name, only);
  }
  return names;
}

/** Unlawful acts in a row: 有案不立、以罚代刑等问题, “多头执法”“重复处罚”等行政违法行为; each item is a mention of its own. */
import { type Candidate, isHan } from './anchors.ts';
import type { EntityLexicon } from './lexicon.ts';

const MAX_LEFT = 90;
const LONGEST_ITEM = 24;

interface Item {
  readonly start: number;
  readonly end: number;
}

const ONE = new Set('和与及或');

/** What stands between two items, just before `at`: its length, 0 for none. 和 joins only before what is an act by itself. */
const separatorBefore = (text: string, at: number, item: string, lexicon: EntityLexicon): number => {
  const char = text[at - 1] ?? '';
  if (char === '、') return 1;
  if (char === '及' && text[at - 2] === '以') return 2;
  if (char === '者' && text[at - 2] === '或') return 2;
  return ONE.has(char) && isAct(item, lexicon) ? 1 : 0;
};

/** Whether the words are an unlawful act by themselves: a crime's name without 罪, a target, 非法…, 虚假…, …诈骗. */
export const isAct = (words: string, lexicon: EntityLexicon): boolean =>
  lexicon.acts.has(words) ||
  (words.length > 2 &&
    (lexicon.actBegins.longest(words, 0, words.length, 1).length > 0 ||
      lexicon.actEnds.longest(words, words.length, 0, 1).length > 0));

const COMMITTED = /(?:实施|从事|参与|涉及|存在|发生)$/;

/** 的 ends the description before an item, but may stand inside a later item: 无证经营、销售过期的食品. */
const endsDescription = (text: string, at: number, floor: number, item: string, lexicon: EntityLexicon): boolean => {
  if (isAct(item, lexicon) || COMMITTED.test(text.slice(at - 3, at - 1))) return true;
  for (let i = at - 2; i > floor && at - i < LONGEST_ITEM && isHan(text.charCodeAt(i)); i--) {
    if (lexicon.targetVerbs.longest(text, i, floor, 1).length > 0) return true;
    if (text[i - 1] === '、') return false;
  }
  return true;
};

/** 有杀害、伤害等犯罪行为, 因抢劫、强奸等犯罪. */
const POSSESSES = new Set('有因犯以');

interface Start {
  readonly start: number;
  /** Length of the separator before the item, 0 when it is the first. */
  readonly separator: number;
}

/** 超标的查封: the 的 belongs to 标的. */
const EXCESSIVE = '超标的';

const itemStart = (text: string, end: number, floor: number, lexicon: EntityLexicon): Start => {
  let start = end;
  while (start > floor && end - start <= LONGEST_ITEM) {
    const char = text[start - 1] ?? '';
    const item = text.slice(start, end);
    if (start < end) {
      const separator = separatorBefore(text, start, item, lexicon);
      if (separator > 0) return { start, separator };
      if (lexicon.targetVerbs.longest(text, start, floor, 1).length > 0) break;
      if (lexicon.actBounds.longest(text, start, floor, 1).length > 0) break;
      if (POSSESSES.has(char) && isAct(item, lexicon)) break;
      if (
        char === '的' &&
        !text.startsWith(EXCESSIVE, start - EXCESSIVE.length) &&
        endsDescription(text, start, floor, item, lexicon)
      )
        break;
    }
    if (!isHan(text.charCodeAt(start - 1))) break;
    start--;
  }
  return { start, separator: 0 };
};

/** The items that end at `end`, in text order; adjacent quotations are items too. */
const itemsBefore = (text: string, end: number, lexicon: EntityLexicon): Item[] => {
  const floor = Math.max(0, end - MAX_LEFT);
  const items: Item[] = [];
  for (let at = end; at > floor; ) {
    if (text[at - 1] === '”') {
      const open = text.lastIndexOf('“', at - 1);
      if (open < floor) break;
      items.unshift({ start: open + 1, end: at - 1 });
      at = open;
      if (text[at - 1] === '、') at--;
      else if (text[at - 1] !== '”') break;
      continue;
    }
    const { start, separator } = itemStart(text, at, floor, lexicon);
    if (start === at) break;
    items.unshift({ start, end: at });
    if (separator === 0) break;
    at = start - separator;
  }
  return items;
};

/** 违法减刑、假释、暂予监外执行: measures that are unlawful by the word before the first. */
const UNLAWFULLY = /^(?:违法|违规|非法|不当|超标的|超范围)(?=减刑|立案|查封|采取|适用|暂予)/;
const MEASURE = /^(?:减刑|假释|暂予监外执行|撤案|扣押|冻结|羁押|拘留|处置涉案财物)$/;

const merged = (text: string, items: readonly Item[]): Candidate[] => {
  const found: Candidate[] = [];
  let way = '';
  for (const { start, end } of items) {
    const words = text.slice(start, end);
    const last = found.at(-1);
    if (way !== '' && last !== undefined && MEASURE.test(words)) {
      found.pop();
      found.push({ start: last.start, end, canonical: [...last.canonical, way + words], rule: 'crime.listed' });
      continue;
    }
    way = UNLAWFULLY.exec(words)?.[0] ?? '';
    found.push({ start, end, canonical: [words], rule: 'crime.listed' });
  }
  return found;
};

/** 其他, 本条例规定的: no act is named. */
const GENERIC = /^(?:其他|有关|相关|上述|各类|各种|一些)|本法|本条例|本办法|本规定|规定的/;

/** The acts of a list that ends at `end`. The place where the first begins tells what governs the list. */
export const listedActs = (text: string, end: number, lexicon: EntityLexicon): Candidate[] =>
  merged(
    text,
    itemsBefore(text, end, lexicon).filter(({ start, end: to }) => {
      const words = text.slice(start, to);
      return words.length >= 2 && !GENERIC.test(words) && !lexicon.generic.has(words);
    }),
  );

/** Who acts: the noun phrase before the predicate, and whether it is an actor, an owner of a thing, or an activity. */

import { Characters } from '../clauses/characters.ts';
import { indexWithin, lastIndexWithin } from '../clauses/scan.ts';
import { ACTOR, ACTOR_LAST, ADVERB, CLOSES_NAME, MODAL, NOUN, PREPOSITION, STATIVE, VERB } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import { type Reader, wordAt } from './reading.ts';

export interface Subject {
  readonly start: number;
  readonly end: number;
  /** A person or body; false for a thing. */
  readonly actor: boolean;
  /** Of a thing, the actor that owns it: X的决定. */
  readonly owner: { readonly start: number; readonly end: number } | null;
}

const OF = '的'.charCodeAt(0);
const LIST = '、'.charCodeAt(0);
const ETC = '等'.charCodeAt(0);
const CLOSING = '）'.charCodeAt(0);
const HALF_CLOSING = ')'.charCodeAt(0);

/** Whether an actor's name ends at `at`: an organ, or a word of [actor] or [actor-suffix]; 等 may follow it. */
export const actorEndsAt = (reader: Reader, organs: Organs, from: number, at: number): boolean => {
  const { text, lexicon } = reader;
  const end = text.charCodeAt(at - 1) === ETC && at - 1 > from ? at - 1 : at;
  const last = text.charCodeAt(end - 1);
  if (last === CLOSING || last === HALF_CLOSING) {
    const open = Math.max(lastIndexWithin(text, '（', from, end), lastIndexWithin(text, '(', from, end));
    if (open > from) return actorEndsAt(reader, organs, from, open);
  }
  if (organs.ends(end)) return true;
  const tail = lexicon.actorTails.longest(text, end, from, 1).length;
  return tail > 0 && lexicon.notActorTails.longest(text, end, from, 1).length < Math.max(2, tail);
};

/** Words a predicate can begin with after its subject. Single characters that also join nouns are left out. */
const JOINING = new Characters('与同和用从会自当经至除为据依');
const OPENS_PHRASE = new Characters('为从与经');
const predicateAt = (reader: Reader, at: number, end: number, classes: number): number => {
  const hit = wordAt(reader, at, end, classes);
  if (hit.length === 0) return 0;
  if (hit.length === 1 && JOINING.at(reader.text, at) && (hit.classes & (ADVERB | MODAL)) === 0) {
    const opens = OPENS_PHRASE.at(reader.text, at) && end - at > 4;
    return opens || opensTerm(reader, at, end) ? hit.classes : 0;
  }
  return hit.classes;
};

/** 自收到之日起, and a segment that closes in 经审查: circumstances, although 自 and 经 join nouns elsewhere. */
const opensTerm = (reader: Reader, at: number, end: number): boolean => {
  const { text } = reader;
  if (text[at] === '除') return text[end - 1] === '外';
  if (text[at] === '自') return /^自[^的]{2,30}?起/.test(text.slice(at, Math.min(end, at + 36)));
  return text[at] === '经' && at + 1 < end && wordAt(reader, at + 1, end, VERB).length === end - at - 1;
};

/** Whether a predicate begins at `at`, after a name that ends there: an adverb, circumstances, or a verb with its object. */
export const predicateFollows = (reader: Reader, at: number, end: number): boolean => {
  const classes = predicateAt(reader, at, end, ADVERB | PREPOSITION | VERB | MODAL);
  if (classes === 0 || (classes & VERB) === 0 || (classes & (ADVERB | MODAL)) !== 0) return classes !== 0;
  const after = at + wordAt(reader, at, end, VERB).length;
  return (
    end - after >= 3 && !COMPOUND.test(reader.text.slice(after, after + 3)) && !NOMINAL_AFTER.at(reader.text, after)
  );
};

/** An organ or a word of [actor], whole. */
const isKnownActor = (reader: Reader, organs: Organs, from: number, at: number): boolean => {
  if (organs.ends(at) || (reader.text.charCodeAt(at - 1) === ETC && organs.ends(at - 1))) return true;
  return reader.lexicon.words.longest(reader.text, from, at, ACTOR).length === at - from;
};

/** What makes a noun of the verb before it: 遴选委员会, 监督人员, 服务机构. */
const COMPOUND =
  /^(?:委员会|机构|部门|机关|人员|小组|中心|组织|企业|公司|会议|工作|活动|制度|单位|报告|意见|结论|员|者|人|权|费|金|书|证|法|案)/;
/** After these a verb is one of a list, or closes a clause before a noun. */
const NOMINAL_AFTER = new Characters('、的和与及或');

/** Whether the verb that begins at `at` is the verb of a predicate and no part of a noun. */
const isPredicateVerb = (reader: Reader, known: boolean, at: number, end: number, closing: boolean): boolean => {
  const { text } = reader;
  const { length } = wordAt(reader, at, end, VERB | STATIVE);
  const after = at + length;
  if (after >= end) return known || closing;
  /** 社会组织违反规定: the verb closes a longer name. */
  if (reader.lexicon.actorTails.longest(text, after, Math.max(0, at - 4), 1).length > length) return false;
  if (COMPOUND.test(text.slice(after, after + 3)) && !known) return false;
  if (/^(?:委员会|机构|小组|人员|员|者)/.test(text.slice(after, after + 3))) return false;
  if (text[after] === '的') return false;
  if (NOMINAL_AFTER.at(text, after)) {
    const next = after + (text.startsWith('或者', after) ? 2 : 1);
    return known || wordAt(reader, next, end, VERB).length > 1;
  }
  return known || !PREDICATE.test(text.slice(after, after + 2));
};
/** Another predicate follows: the verb before it was a noun (编制实行…). */
const PREDICATE = /^(?:实行|进行|属于|依照|按照|由|采用|采取)/;

/** 工会等组织: the head of the list comes after 等. */
const AFTER_ETC = /^(?:组织|单位|机构|部门|企业|人员|主体|场所|有关|相关|社会|经营)/;

const NOT = new Characters('不未');
const FRONTING = new Characters('在对将把由于以');

/** 所在, 存在: no preposition 在. */
const NAMES_PLACE = new Characters('所存潜内外');
/** Where circumstances begin inside what cannot be a name: the subject is no actor. */
const closesName = (reader: Reader, at: number, end: number): boolean => {
  if (NOT.at(reader.text, at)) return wordAt(reader, at, end, ADVERB).length === 1;
  if (reader.text[at] === '在' && NAMES_PLACE.at(reader.text, at - 1)) return false;
  const hit = wordAt(reader, at, end, PREPOSITION);
  return hit.length > 1 || (hit.length === 1 && FRONTING.at(reader.text, at));
};

/** 政治方向: a noun goes on over the place. */
const straddled = ({ text, lexicon }: Reader, at: number): boolean => {
  const hit = lexicon.words.longest(text, at - 1, at + 1, NOUN);
  return hit.length === 2 && (hit.classes & (ACTOR | ADVERB | PREPOSITION)) === 0;
};

/**
 * The earliest place after `from` where an actor's name ends and a predicate begins; 0 when there is none before `end`.
 * Coordinates (X、Y和Z) are part of the name. With `closing` a verb that ends the segment is a predicate too (由Y决定).
 */
export const boundary = (reader: Reader, organs: Organs, from: number, end: number, closing = false): number => {
  const { text } = reader;
  const { marks } = reader.lexicon;
  let closed = false;
  for (let at = organs.endFrom(from) || from + 1; at < end; at = organs.endFrom(at) || at + 1) {
    const code = text.charCodeAt(at);
    if (code === OF) closed = false;
    const named = organs.ends(at) || ((marks[text.charCodeAt(at - 1)] ?? 0) & ACTOR_LAST) !== 0;
    if (!named || !actorEndsAt(reader, organs, from, at)) {
      if (!closed && ((marks[code] ?? 0) & CLOSES_NAME) !== 0) closed = closesName(reader, at, end);
      continue;
    }
    if (closed || code === OF || code === LIST || organs.begins(at) || straddled(reader, at)) continue;
    if (text.charCodeAt(at - 1) === ETC && AFTER_ETC.test(text.slice(at, at + 2))) continue;
    const classes = predicateAt(reader, at, end, ADVERB | PREPOSITION | VERB | MODAL | STATIVE);
    if (classes === 0) continue;
    if ((classes & (ADVERB | MODAL)) !== 0) return at;
    if ((classes & PREPOSITION) !== 0 && (classes & VERB) === 0) return at;
    const known = isKnownActor(reader, organs, from, at);
    if ((known || at - from >= 3) && isPredicateVerb(reader, known, at, end, closing)) return at;
  }
  return 0;
};

/** The actor at the head of a condition whose verb is not known: 未成年人的父母离婚时. 0 when there is none. */
export const actorAtHead = (reader: Reader, organs: Organs, from: number, end: number): number => {
  const stop = Math.min(end, from + 30);
  const opensWithVerb = !organs.begins(from) && wordAt(reader, from, end, VERB).length > 1;
  for (let at = organs.endFrom(from) || from + 2; at < stop; at = organs.endFrom(at) || at + 1) {
    if (closesName(reader, at - 1, end)) return 0;
    if (NOMINAL_AFTER.at(reader.text, at) || !actorEndsAt(reader, organs, from, at)) continue;
    const start =
      Math.max(lastIndexWithin(reader.text, '的', from, at), lastIndexWithin(reader.text, '、', from, at), from - 1) +
      1;
    if (start > from && reader.text[start - 1] !== '的') continue;
    if (opensWithVerb && start === from) continue;
    if (isKnownActor(reader, organs, start, at)) return at;
  }
  return 0;
};

const MAX_ACTIVITY_NAME = 6;

/**
 * Reads text[from, to), the words before the predicate, as a subject. Null for an activity (处理个人信息应当…) and for
 * words that are no noun phrase.
 */
export const readSubject = (reader: Reader, organs: Organs, from: number, to: number): Subject | null => {
  const { text } = reader;
  if (to <= from) return null;
  const actor = actorEndsAt(reader, organs, from, to);
  if (!organs.begins(from)) {
    const first = wordAt(reader, from, to, VERB | PREPOSITION | ACTOR);
    const predicate =
      (first.classes & (VERB | PREPOSITION)) !== 0 && (first.classes & (ACTOR | NOUN)) === 0 && first.length > 1;
    if (predicate) {
      const relative = text.slice(from, to).includes('的') && actor;
      if (!relative && !(actor && to - from <= MAX_ACTIVITY_NAME)) return null;
    }
  }
  if (actor && !statesSystem(text, from, to)) return { start: from, end: to, actor: true, owner: null };
  const owner = ownerOf(reader, organs, from, to);
  return { start: from, end: to, actor: false, owner };
};

/** 职业教育实行政府…: the verb of the sentence stands in what looks like the name. */
const statesSystem = (text: string, from: number, to: number): boolean => {
  const at = indexWithin(text, '实', from + 2, to - 2);
  return at > 0 && text[at + 1] === '行' && indexWithin(text, '的', from, to) < 0;
};

/** X of X的决定. */
export const ownerOf = (
  reader: Reader,
  organs: Organs,
  from: number,
  to: number,
): { start: number; end: number } | null => {
  for (let at = indexWithin(reader.text, '的', from, to); at > from; at = indexWithin(reader.text, '的', at + 1, to)) {
    if (actorEndsAt(reader, organs, from, at)) return { start: from, end: at };
  }
  return null;
};

const DROPPED = /^(?:全省|我省|本省|全市|我市|全国各地)(?=.)/;

/** A name that neither begins nor ends with one of these stays as it is. */
const TRIMMED = new Characters('全我本等 \u3000\n');

/** The bearer as the gold writes it: without 全省, a closing 等, and an aside in parentheses. */
export const bearerText = (text: string, start: number, end: number): string => {
  const name = text.slice(start, end);
  if (!TRIMMED.at(text, start) && !TRIMMED.at(text, end - 1) && !/[（(]/.test(name)) return name;
  return name
    .replace(/[（(](?:以下|以上|包括|含)[^）)]*[）)]/g, '')
    .replace(DROPPED, '')
    .replace(/等$/, '')
    .trim();
};

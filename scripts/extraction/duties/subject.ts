/** Who acts: the noun phrase before the predicate, and whether it is an actor, an owner of a thing, or an activity. */
import type { EntityMention } from '#model/mentions.ts';
import { ACTOR, ADVERB, MODAL, NOUN, PREPOSITION, STATIVE, VERB } from './lexicon.ts';
import { type Reader, wordAt } from './reading.ts';

export interface Subject {
  readonly start: number;
  readonly end: number;
  /** A person or body; false for a thing. */
  readonly actor: boolean;
  /** Of a thing, the actor that owns it: X的决定. */
  readonly owner: { readonly start: number; readonly end: number } | null;
}

export interface Organs {
  /** The organ that begins at an offset. */
  readonly starting: ReadonlyMap<number, EntityMention>;
  readonly ending: ReadonlySet<number>;
}

export const organTable = (entities: readonly EntityMention[]): Organs => {
  const organs = entities.filter((entity) => entity.type === 'organ');
  return {
    starting: new Map(organs.map((organ) => [organ.start, organ])),
    ending: new Set(organs.map((organ) => organ.end)),
  };
};

/** Whether an actor's name ends at `at`: an organ, or a word of [actor] or [actor-suffix]; 等 may follow it. */
export const actorEndsAt = ({ text, lexicon }: Reader, organs: Organs, from: number, at: number): boolean => {
  const end = text[at - 1] === '等' && at - 1 > from ? at - 1 : at;
  if (text[end - 1] === '）' || text[end - 1] === ')') {
    const open = Math.max(text.lastIndexOf('（', end - 1), text.lastIndexOf('(', end - 1));
    if (open > from) return actorEndsAt({ text, lexicon }, organs, from, open);
  }
  if (organs.ending.has(end)) return true;
  const tail = lexicon.actorTails.longest(text, end, from, 1).length;
  return tail > 0 && lexicon.notActorTails.longest(text, end, from, 1).length < Math.max(2, tail);
};

/** Words a predicate can begin with after its subject. Single characters that also join nouns are left out. */
const JOINING = new Set(['与', '同', '和', '用', '从', '会', '自', '当', '经', '至', '除', '为', '据', '依']);
const predicateAt = (reader: Reader, at: number, end: number, classes: number): number => {
  const hit = wordAt(reader, at, end, classes);
  if (hit.length === 0) return 0;
  if (hit.length === 1 && JOINING.has(reader.text[at] ?? '') && (hit.classes & (ADVERB | MODAL)) === 0) {
    return (reader.text[at] === '为' ||
      reader.text[at] === '从' ||
      reader.text[at] === '与' ||
      reader.text[at] === '经') &&
      end - at > 4
      ? hit.classes
      : 0;
  }
  return hit.classes;
};

/** Verbs that only count as a predicate when the noun before is an organ or a word of [actor]: 学校教育 is a noun. */
const isKnownActor = (reader: Reader, organs: Organs, from: number, at: number): boolean => {
  if (organs.ending.has(at) || (reader.text[at - 1] === '等' && organs.ending.has(at - 1))) return true;
  return reader.lexicon.words.longest(reader.text, from, at, ACTOR).length === at - from;
};

/**
 * The earliest place after `from` where an actor's name ends and a predicate begins; 0 when there is none before `end`.
 * Coordinates (X、Y和Z) are part of the name.
 */
export const boundary = (reader: Reader, organs: Organs, from: number, end: number): number => {
  const { text } = reader;
  for (let at = organs.starting.get(from)?.end ?? from + 1; at < end; at = organs.starting.get(at)?.end ?? at + 1) {
    if (!actorEndsAt(reader, organs, from, at)) continue;
    const before = text[at];
    if (before === '的' || before === '、') continue;
    const classes = predicateAt(reader, at, end, ADVERB | PREPOSITION | VERB | MODAL | STATIVE);
    if (classes === 0) continue;
    if ((classes & (ADVERB | MODAL)) !== 0) return at;
    if ((classes & PREPOSITION) !== 0 && (classes & VERB) === 0) return at;
    if (isKnownActor(reader, organs, from, at) || at - from >= 3) return at;
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
  const opening = organs.starting.get(from);
  if (opening === undefined) {
    const first = wordAt(reader, from, to, VERB | PREPOSITION | ACTOR);
    const predicate =
      (first.classes & (VERB | PREPOSITION)) !== 0 && (first.classes & (ACTOR | NOUN)) === 0 && first.length > 1;
    if (predicate) {
      const relative = text.slice(from, to).includes('的') && actor;
      if (!relative && !(actor && to - from <= MAX_ACTIVITY_NAME)) return null;
    }
  }
  if (actor) return { start: from, end: to, actor: true, owner: null };
  const ownerEnd = opening !== undefined && text[opening.end] === '的' ? opening.end : 0;
  return { start: from, end: to, actor: false, owner: ownerEnd > 0 ? { start: from, end: ownerEnd } : null };
};

const DROPPED = /^(?:全省|我省|本省|全市|我市|全国各地)(?=.)/;

/** The bearer as the gold writes it: without 全省, a closing 等, and an aside in parentheses. */
export const bearerText = (text: string, start: number, end: number): string =>
  text
    .slice(start, end)
    .replace(/[（(](?:以下|以上|包括|含)[^）)]*[）)]/g, '')
    .replace(DROPPED, '')
    .replace(/等$/, '')
    .trim();

/** Prepositional phrases: whether they are circumstances only, or hold the verb of the predicate. */
import { bracketEnd } from '../clauses/segments.ts';
import { ADVERB, INNER, MODAL, NOUN, OPENER, VERB } from './lexicon.ts';
import { type Reader, readHead, wordAt } from './reading.ts';

export interface Verb {
  readonly at: number;
  readonly end: number;
  readonly classes: number;
}

const OPENING = new Set('《“（("「');
const IN_TIME_OR_PLACE = new Set([
  '在',
  '从',
  '自',
  '当',
  '除',
  '除了',
  '至',
  '经',
  '经过',
  '未经',
  '由于',
  '因',
  '于',
]);
const LOCATIVE_END =
  /(?:中|下|上|内|外|间|里|方面|领域|环节|范围|基础|原则|前提|起|同意|批准|许可|授权|以外|原因|关系|时|后|前)$/;
/** 为 and a verb: a purpose. */
const PURPOSE =
  /^(?:保障|保护|维护|促进|加强|规范|推动|确保|实现|防止|预防|进一步|全面|贯彻|深入|充分|有效|及时|正确|切实|解决|更好|依法)/;
/** Verbs that take a verb as their object: 予以保密, 进行审查. */
const LIGHT = /(?:予以|进行|给予|加以|作出|依法|及时|严格|应当|不得|可以)$/;

/** Whether anything but verbs follows the verb: 及时核查 has no object of its own. */
export const objectAfter = (reader: Reader, verbEnd: number, end: number): boolean => {
  const { text } = reader;
  let at = verbEnd;
  for (;;) {
    while (at < end && '、和并或与及者依法时快'.includes(text[at] ?? '')) at++;
    if (at >= end) return false;
    const hit = wordAt(reader, at, end, VERB | ADVERB);
    if (hit.length < 2) return true;
    at += hit.length;
  }
};

/**
 * The verb inside a prepositional phrase: not right after the preposition, no coordinate of a list, not before 的; of
 * verbs in a row the last. With `closing` one that ends the segment counts too (对…向…投诉、举报).
 */
export const innerVerb = (reader: Reader, from: number, end: number, closing: boolean): Verb | null => {
  const { text, lexicon } = reader;
  let found: Verb | null = null;
  for (let at = from + 1; at < end; ) {
    if (OPENING.has(text[at] ?? '')) {
      at = bracketEnd(text, at, end) + 1;
      continue;
    }
    if (found !== null && at > found.end) return found;
    const hit = lexicon.words.startsWith(text.charCodeAt(at))
      ? lexicon.words.longest(text, at, end, VERB | NOUN | INNER)
      : null;
    if (hit === null || hit.length < 2) {
      at++;
      continue;
    }
    const to = at + hit.length;
    const noun = (hit.classes & NOUN) !== 0;
    const before = text[at - 1];
    const next = text[to] ?? '';
    const free = before !== '、' && before !== '的' && before !== '和' && next !== '的';
    const open = to < end ? next !== '、' || closing : closing || LIGHT.test(text.slice(Math.max(0, at - 2), at));
    if (!noun && free && open) found = { at, end: to, classes: hit.classes };
    at = to;
  }
  return found;
};

/** A predicate that goes on after a closed phrase: 在…范围内承担, 结合实际进一步明确, 根据需要制定. */
const afterPhrase = (reader: Reader, from: number, end: number, located: boolean): Verb | null => {
  const { text, lexicon } = reader;
  for (let at = from + 1; at < end - 1; at++) {
    const hit = lexicon.words.startsWith(text.charCodeAt(at)) ? wordAt(reader, at, end, ADVERB | VERB | MODAL) : null;
    if (hit === null || hit.length < 2) continue;
    const closed = located
      ? LOCATIVE_END.test(text.slice(Math.max(from, at - 2), at))
      : lexicon.adjunctTails.longest(text, at, from, 1).length > 0;
    const before = text[at - 1] ?? '';
    const adverbial = (hit.classes & ADVERB) !== 0 && !'、的和'.includes(before);
    if (!closed && !adverbial) continue;
    const head = readHead(reader, at, end);
    if (head.at >= 0 && (head.classes & VERB) !== 0 && head.end < end && text[head.end] !== '的') {
      if (closed || head.at > at) return { at: head.at, end: head.end, classes: head.classes };
    }
  }
  return null;
};

/**
 * The verb of the predicate that begins with a preposition or an opener of circumstances at `start`; null when the
 * segment holds circumstances only. `governed`: a modal stands before it.
 */
export const phrasePredicate = (reader: Reader, start: number, end: number, governed: boolean): Verb | null => {
  const { text, lexicon } = reader;
  const opener = lexicon.words.longest(text, start, end, OPENER);
  if (opener.length === 0) {
    const preposition = lexicon.words.longest(text, start, end, ~(VERB | ADVERB)).length;
    return innerVerb(reader, start + Math.max(1, preposition) - 1, end, true);
  }
  const word = text.slice(start, start + opener.length);
  const from = start + opener.length;
  const body = text.slice(from, end);
  const located = IN_TIME_OR_PLACE.has(word);
  if (located && LOCATIVE_END.test(body)) return null;
  if (word === '为了' || (word === '为' && PURPOSE.test(body))) return null;
  if (word === '以' && /^[^为]{1,30}为/.test(body)) return innerVerb(reader, from + body.indexOf('为'), end, false);
  const after = afterPhrase(reader, from, end, located);
  if (after !== null) return after;
  if (lexicon.adjunctTails.longest(text, end, start, 1).length > 0) return null;
  return innerVerb(reader, from, end, governed);
};

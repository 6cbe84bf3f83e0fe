/** Whether verbs have an object of their own. */
import { Characters } from '../clauses/characters.ts';
import { ADVERB, SINGLE, TAKES_NOUN, VERB } from './lexicon.ts';
import { type Reader, wordAt } from './reading.ts';

const BETWEEN_VERBS = new Characters('、和并或与及者依法时快');

/**
 * Whether the verbs from `verbAt` on have an object of their own: 核查情况, 作出处理, unlike 及时核查 and 予以核查.
 */
export const objectAfter = (reader: Reader, verbAt: number, end: number): boolean => {
  const { text } = reader;
  let at = verbAt;
  let takesNoun = false;
  for (;;) {
    while (at < end && BETWEEN_VERBS.at(text, at)) at++;
    if (at >= end) return false;
    const hit = wordAt(reader, at, end, VERB | SINGLE | ADVERB | TAKES_NOUN);
    if (hit.length < 2 && at > verbAt) return true;
    if (takesNoun && (hit.classes & ADVERB) === 0) return true;
    takesNoun = takesNoun || (hit.classes & TAKES_NOUN) !== 0;
    at += Math.max(1, hit.length);
  }
};

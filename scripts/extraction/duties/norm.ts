/** Whether a clause with a verb is a norm where it stands. */
import { causedActor } from './caused.ts';
import type { Clause } from './clause.ts';
import { ENCOURAGE, SUPPORT } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import { carriesOn, describedActor, isLiability, isMaxim, isPremise, isSanction, refersElsewhere } from './premise.ts';
import type { Reader } from './reading.ts';
import { type Bearer, NOBODY, type SentenceState } from './state.ts';
import type { Style } from './style.ts';

/** Shorter segments without a modal of their own are slogans: 诚实守信. */
export const MIN_LENGTH = 5;

/** `item`: who was named last in the article. A premise that describes somebody makes them the bearer of the sentence. */
export const isNorm = (
  reader: Reader,
  organs: Organs,
  style: Style,
  clauses: readonly Clause[],
  index: number,
  sentence: SentenceState,
  item: Bearer,
): boolean => {
  const { text } = reader;
  const clause = clauses[index];
  if (clause === undefined) return false;
  if (clause.modal !== null) return !isMaxim(style, clause);
  if ((sentence.described && sentence.modality === null) || clause.end - clause.start < MIN_LENGTH) return false;
  if (isPremise(text, style, clauses, index, sentence)) {
    const named = describedActor(reader, organs, clause);
    if (named !== null) sentence.bearer = named;
    else if (clause.subject === null && !style.imperative) sentence.bearer ??= NOBODY;
    return false;
  }
  if (sentence.conditional && isSanction(reader, clause)) return false;
  if (!style.imperative && (refersElsewhere(text, clause) || isLiability(text, clause))) return false;
  if (clause.agent !== null) return !style.report || sentence.active;
  if (clause.subject !== null) return clause.subject.actor && (!style.report || sentence.active);
  if (sentence.active || sentence.subjectOpen) return true;
  if ((clause.verbClasses & (ENCOURAGE | SUPPORT)) !== 0 && clause.segment.opensSentence) {
    return !style.report || causedActor(reader, organs, clause.verbEnd, clause.end) !== null;
  }
  return !style.report && carriesOn(reader, organs, clause, sentence, item);
};

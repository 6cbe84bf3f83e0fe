/** What the place of a clause in its paragraph says of it: headings, lists, what follows in the unit. */
import type { Clause } from './clause.ts';
import { MAY, OPERATIVE } from './lexicon.ts';
import type { Reader } from './reading.ts';
import { isOperative } from './result.ts';

/** Nobody reads further ahead than this many segments. */
export const MAX_AHEAD = 40;

/** The sentence ends in a colon, some segments on: 履行下列义务，保障…：. */
export const opensList = (clauses: readonly Clause[], index: number): boolean => {
  for (let i = index + 1; i < Math.min(clauses.length, index + MAX_AHEAD); i++) {
    const next = clauses[i];
    if (next === undefined || next.segment.opensSentence) return false;
    if (next.segment.mark === '：' || next.segment.mark === ':') return true;
  }
  return false;
};

/**
 * Clauses of the first sentence of a numbered paragraph that is its heading: no subject, no modal, and more follows, or
 * it is one short clause.
 */
export const headingLength = (clauses: readonly Clause[]): number => {
  const next = clauses.findIndex((clause, index) => index > 0 && clause.segment.opensSentence);
  const first = next < 0 ? clauses : clauses.slice(0, next);
  const bare = first.every((clause) => clause.modal === null && clause.subject === null && clause.agent === null);
  const [only] = first;
  if (!bare || only === undefined) return 0;
  return next >= 0 || (first.length === 1 && only.end - only.start <= MAX_HEADING) ? first.length : 0;
};
const MAX_HEADING = 20;

/** 其他职权, 法律、行政法规规定的其他义务: names no act. */
export const OTHER_ITEM = /^(?:其他|(?:法律|行政法规|国务院|国家)[^，。；]{0,16}规定的其他|有关法律)/;

/** In a list of prohibitions 允许 is what is prohibited. */
export const asProhibited = (clause: Clause): Clause =>
  clause.modal === null || (clause.modal.classes & MAY) === 0
    ? clause
    : {
        ...clause,
        modal: null,
        kind: 'verb',
        verbAt: clause.modal.start,
        verbEnd: clause.modal.end,
        verbClasses: OPERATIVE,
      };

/** Per clause, whether an operative one follows in its unit. */
export const operativeAfter = (reader: Reader, clauses: readonly Clause[]): boolean[] => {
  const follows: boolean[] = [];
  let seen = false;
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i];
    follows[i] = seen;
    if (clause === undefined) continue;
    if (isOperative(reader, clause)) seen = true;
    if (clause.segment.opensUnit) seen = false;
  }
  return follows;
};

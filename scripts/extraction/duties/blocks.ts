/** What the place of a clause in its paragraph says of it: headings, lists, what follows in the unit. */
import { Characters } from '../clauses/characters.ts';
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

/** 采取措施，: that something is done, before what it is. */
const MEASURES = /^采取(?:有效|必要|切实|积极|相应|多种|各种|综合|有力|得力)*(?:的)?措施$/;
/** 通过听取报告，组织询问等方式，: circumstances, although a verb stands in each part. */
const OPENS_WAYS = /^(?:通过|采取|采用|运用|综合运用)/;
const CLOSES_WAYS = /等[^，,、的]{0,4}(?:方式|形式|途径|手段|方法|渠道)$/;
const WAY_LAST = new Characters('式径段法道');
const MAX_WAYS = 8;
const asAdjunct = (clause: Clause): Clause => ({ ...clause, kind: 'adjunct' });

/** Whether a clause of the same actor that can be a duty comes right after `index` in its unit. */
const goesOn = (clauses: readonly Clause[], index: number): boolean => {
  const next = clauses[index + 1];
  return next?.kind === 'verb' && !next.segment.opensUnit && next.subject === null && next.modal === null;
};

/** Where the ways that open at `index` close, when a predicate follows there; -1 otherwise. */
const waysEnd = (text: string, clauses: readonly Clause[], index: number): number => {
  for (let i = index + 1; i < Math.min(clauses.length, index + MAX_WAYS); i++) {
    const next = clauses[i];
    if (next === undefined || next.segment.opensUnit || next.modal !== null || next.subject?.actor === true) return -1;
    if (!WAY_LAST.at(text, next.end - 1)) continue;
    const words = text.slice(next.start, next.end);
    if (CLOSES_WAYS.test(words)) return !OPENS_WAYS.test(words) && goesOn(clauses, i) ? i : -1;
  }
  return -1;
};

/** Clauses that say by what means, whose predicate comes later in the unit, become circumstances. */
export const meansAside = (text: string, clauses: Clause[]): void => {
  clauses.forEach((clause, index) => {
    const from = clause.modal?.end ?? clause.spanStart;
    const opener = text[from];
    if (opener !== '通' && opener !== '采' && opener !== '运' && opener !== '综') return;
    const words = text.slice(from, clause.end);
    if (clause.modal === null && MEASURES.test(words) && goesOn(clauses, index)) {
      clauses[index] = asAdjunct(clause);
      return;
    }
    if (!OPENS_WAYS.test(words)) return;
    const last = waysEnd(text, clauses, index);
    for (let i = index; i <= last; i++) {
      const part = clauses[i];
      if (part !== undefined) clauses[i] = asAdjunct(part);
    }
  });
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

/** 对A，以及B，: the second half of what is fronted. */
export const joinsFronted = (text: string, { segment, modal, subject }: Clause): boolean =>
  modal === null && (subject === null || subject.start > segment.start) && text.startsWith('以及', segment.start);

/** Another case, or somebody else's part: …的，可以A；…的，B. */
export const startsAnew = ({ kind, subject, agent }: Clause): boolean =>
  kind === 'condition' ||
  kind === 'fronted' ||
  kind === 'fragment' ||
  kind === 'stative' ||
  subject !== null ||
  agent !== null;

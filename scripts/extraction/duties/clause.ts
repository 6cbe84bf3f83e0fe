/** Reads one segment: lead-in, subject, modal, verb, and what kind of segment that makes it. */
import type { Segment } from '../clauses/segments.ts';
import { objectAfter, phrasePredicate, type Verb } from './adjunct.ts';
import { readLeadIn } from './lead-in.ts';
import {
  ADVERB,
  FRONTED,
  FUTURE,
  MODAL,
  OPENER,
  OPERATIVE,
  PREPOSITION,
  RESULT_ALWAYS,
  RESULT_TRAILING,
  SINGLE,
  STATIVE,
  TAIL,
  VERB,
} from './lexicon.ts';
import { type Head, isHeadOnly, type Modal, modalsBetween, type Reader, readHead, wordAt } from './reading.ts';
import { actorEndsAt, boundary, type Organs, readSubject, type Subject } from './subject.ts';

export type ClauseKind =
  /** A predicate whose verb can be a duty. */
  | 'verb'
  /** 对…, 将… whose verb stands in the next segment. */
  | 'fronted'
  /** Circumstances only. */
  | 'adjunct'
  /** …的, …后, …时. */
  | 'condition'
  /** X是…, X包括…. */
  | 'stative'
  /** A noun phrase or something unread. */
  | 'fragment'
  /** Nothing but a lead-in. */
  | 'lead-in';

export interface Clause {
  readonly segment: Segment;
  readonly kind: ClauseKind;
  /** After the lead-in. */
  readonly start: number;
  /** After the subject: where a duty's span begins. */
  readonly spanStart: number;
  readonly end: number;
  readonly report: boolean;
  readonly quoted: boolean;
  readonly subject: Subject | null;
  /** 由Y: who acts, whatever the subject. */
  readonly agent: { readonly start: number; readonly end: number } | null;
  readonly modal: Modal | null;
  /** A verb phrase stands where the subject would: 处理个人信息应当…. */
  readonly activity: boolean;
  readonly verbAt: number;
  readonly verbEnd: number;
  readonly verbClasses: number;
  /** Something follows the verb that is no verb. */
  readonly hasObject: boolean;
  /** Begins with 特别是, 包括 …: still the object of the segment before. */
  readonly tail: boolean;
}

const CONDITION_END = /(?:的|时|后|前|之日起|期间|情况下|情形下|以来|之外|除外|为止|期满|过程中)$/;
/** 由Y V, at the head or after a noun phrase: Y. */
const agentAt = (reader: Reader, organs: Organs, at: number, end: number): { start: number; end: number } | null => {
  if (reader.text[at] !== '由') return null;
  const organ = organs.starting.get(at + 1);
  const to = boundary(reader, organs, at + 1, end);
  if (to > 0) return { start: at + 1, end: to };
  if (organ !== undefined && organ.end < end) return { start: at + 1, end: organ.end };
  return null;
};

const findAgent = (
  reader: Reader,
  organs: Organs,
  from: number,
  end: number,
): { start: number; end: number } | null => {
  for (let at = reader.text.indexOf('由', from); at >= 0 && at < end; at = reader.text.indexOf('由', at + 1)) {
    if (wordAt(reader, at, end, PREPOSITION).length === 1 && reader.text[at - 1] !== '的') {
      const agent = agentAt(reader, organs, at, end);
      if (agent !== null) return agent;
    }
  }
  return null;
};

/** A modal right after a verb or a preposition, or in a clause before 的, belongs to the object. */
const isEmbedded = (reader: Reader, from: number, modal: Modal, end: number): boolean => {
  const { text } = reader;
  const first = readHead(reader, from, end);
  if (first.at < 0 || first.at >= modal.start) return false;
  if (first.end === modal.start && (first.classes & (OPERATIVE | PREPOSITION)) !== 0) return true;
  const de = text.indexOf('的', modal.end);
  return de > 0 && de < end - 1 && de - modal.end <= 6 && !text.slice(modal.end, de).includes('、');
};

const governingModal = (reader: Reader, organs: Organs, from: number, end: number): Modal | null => {
  for (const modal of modalsBetween(reader, from, end)) {
    if (modal.start > from && isHeadOnly(reader.text, modal)) {
      let before = modal.start;
      for (let length = 1; length > 0 && before > from; before -= length) {
        ({ length } = reader.lexicon.adverbsBack.longest(reader.text, before, from, 1));
      }
      if (before > from && !actorEndsAt(reader, organs, from, before)) continue;
    }
    if (!isEmbedded(reader, from, modal, end)) return modal;
  }
  return null;
};

interface Front {
  readonly spanStart: number;
  readonly subject: Subject | null;
  readonly activity: boolean;
}

/** What stands before the modal: a subject, circumstances that stay in the span, or an activity. */
const readFront = (reader: Reader, organs: Organs, from: number, modal: Modal): Front => {
  const { text, lexicon } = reader;
  let before = modal.start;
  for (;;) {
    const { length } = lexicon.adverbsBack.longest(text, before, from, 1);
    if (length === 0 || organs.ending.has(before)) break;
    before -= length;
  }
  if (before <= from) return { spanStart: from, subject: null, activity: false };
  const head = readHead(reader, from, before);
  const opensWithOrgan = organs.starting.has(from);
  if (!opensWithOrgan && head.at >= from && (head.classes & PREPOSITION) !== 0 && (head.classes & VERB) === 0) {
    return { spanStart: from, subject: null, activity: false };
  }
  const inner = boundary(reader, organs, from, before);
  const startsWithVerb = !opensWithOrgan && head.at === from && (head.classes & VERB) !== 0;
  if (inner > 0 && !startsWithVerb) {
    const after = readHead(reader, inner, before);
    const keeps = after.at < 0 || (after.classes & PREPOSITION) !== 0;
    return { spanStart: keeps ? inner : before, subject: readSubject(reader, organs, from, inner), activity: false };
  }
  const subject = readSubject(reader, organs, from, before);
  return { spanStart: before, subject, activity: subject === null };
};

/** The verb of a predicate: the head's own, or that inside or after a prepositional phrase. */
const predicateVerb = (reader: Reader, head: Head, end: number, governed: boolean): Verb | null => {
  if (head.at < 0) return null;
  const { text, lexicon } = reader;
  const prepositional = (head.classes & PREPOSITION) !== 0 && (head.classes & VERB) === 0;
  if (!prepositional && lexicon.words.longest(text, head.at, end, OPENER).length === 0) return head;
  return phrasePredicate(reader, head.at, end, governed);
};

export const readClause = (reader: Reader, organs: Organs, segment: Segment): Clause => {
  const { text } = reader;
  const lead = readLeadIn(reader, organs, segment.start, segment.end);
  const start = lead.end;
  const { end } = segment;
  const base = {
    segment,
    start,
    spanStart: start,
    end,
    report: lead.report,
    quoted: lead.quoted,
    subject: null,
    agent: null,
    modal: null,
    activity: false,
    verbAt: -1,
    verbEnd: -1,
    verbClasses: 0,
    hasObject: false,
    tail: reader.lexicon.words.longest(text, segment.start, end, TAIL).length > 0,
  } satisfies Omit<Clause, 'kind'>;
  if (start >= end) return { ...base, kind: 'lead-in' };

  const modal = governingModal(reader, organs, start, end);
  const condition = CONDITION_END.test(text.slice(Math.max(start, end - 4), end));
  if (modal !== null) {
    const front = readFront(reader, organs, start, modal);
    const head = readHead(reader, modal.end, end);
    const verb = predicateVerb(reader, head, end, true);
    const agent = agentAt(reader, organs, head.at, end);
    const shared = {
      ...base,
      ...front,
      agent,
      modal: head.modal !== null && (modal.classes & FUTURE) === 0 ? laterModal(modal, head.modal) : modal,
    };
    if (condition && segment.mark !== '。') return { ...shared, kind: 'condition' };
    const unread = head.at < 0 && head.end < end;
    if (verb === null && !unread)
      return { ...shared, kind: head.at >= 0 && isFronted(reader, head, end) ? 'fronted' : 'adjunct' };
    const at = verb === null ? head.end : verb.at;
    const verbEnd = verb === null ? Math.min(end, at + 2) : verb.end;
    return {
      ...shared,
      kind: 'verb',
      verbAt: at,
      verbEnd,
      verbClasses: verb === null ? OPERATIVE : verb.classes,
      hasObject: objectAfter(reader, verbEnd, end),
    };
  }
  return readBare(reader, organs, base, condition);
};

/** 可以不…, 不得…: of two modals in a row the second decides when it forbids. */
const laterModal = (first: Modal, second: Modal): Modal =>
  (second.classes & MODAL) !== 0 ? { ...first, classes: second.classes } : first;

const isFronted = (reader: Reader, head: Head, end: number): boolean =>
  (head.classes & FRONTED) !== 0 && !reader.text.slice(head.at, end).endsWith('的');

/** X是Y. Not 是否, 凡是, 特别是 and the like. */
const COPULA = /(?<![凡于别其但还只要若而也都就便])是(?!否)/;
const hasCopula = (text: string, start: number, end: number): boolean => COPULA.test(text.slice(start, end));

const readBare = (reader: Reader, organs: Organs, base: Omit<Clause, 'kind'>, condition: boolean): Clause => {
  const { text } = reader;
  const { start, end } = base;
  const opensWithOrgan = organs.starting.has(start);
  let head = readHead(reader, start, end);
  if (hasCopula(text, start, end) && (opensWithOrgan || head.at !== start)) return { ...base, kind: 'stative' };
  let subject: Subject | null = null;
  let spanStart = start;
  const startsBare =
    head.at >= start &&
    !opensWithOrgan &&
    (head.at > start || head.end - head.at > 1 || (head.classes & (PREPOSITION | SINGLE)) !== 0);
  if (!startsBare || opensWithOrgan) {
    const to = boundary(reader, organs, start, end);
    if (to > 0) {
      subject = readSubject(reader, organs, start, to);
      spanStart = to;
      head = readHead(reader, to, end);
    } else head = { at: -1, end: start, classes: 0, modal: null };
  } else if (text.slice(start, end).includes('的')) {
    const to = relativeSubject(reader, organs, start, end);
    if (to > 0) {
      subject = { start, end: to, actor: true, owner: null };
      spanStart = to;
      head = readHead(reader, to, end);
    }
  }
  const agent =
    head.at >= 0
      ? (agentAt(reader, organs, head.at, end) ?? findAgent(reader, organs, start, end))
      : findAgent(reader, organs, start, end);
  if (condition && base.segment.mark !== '。' && base.segment.mark !== '；')
    return { ...base, subject, kind: 'condition' };
  if (agent !== null) {
    const after = readHead(reader, agent.end, end);
    const verb = predicateVerb(reader, after, end, true);
    const verbAt = verb === null ? after.end : verb.at;
    if (verbAt >= end) return { ...base, agent, kind: 'fragment' };
    const stative = verb !== null && (verb.classes & STATIVE) !== 0 && (verb.classes & OPERATIVE) === 0;
    return {
      ...base,
      agent,
      spanStart: start,
      kind:
        stative || /^组成/.test(text.slice(verbAt, verbAt + 2)) || /组成$/.test(text.slice(start, end))
          ? 'stative'
          : 'verb',
      verbAt,
      verbEnd: verb === null ? verbAt + 1 : verb.end,
      verbClasses: verb === null ? OPERATIVE : verb.classes,
      hasObject: objectAfter(reader, verb === null ? verbAt + 1 : verb.end, end),
    };
  }
  if (head.at < 0) return { ...base, subject, spanStart, kind: 'fragment' };
  if ((head.classes & STATIVE) !== 0 && (head.classes & (OPERATIVE | RESULT_TRAILING | RESULT_ALWAYS)) === 0) {
    return {
      ...base,
      subject,
      spanStart,
      verbAt: head.at,
      verbEnd: head.end,
      verbClasses: head.classes,
      kind: 'stative',
    };
  }
  const verb = predicateVerb(reader, head, end, false);
  if (verb === null) return { ...base, subject, spanStart, kind: isFronted(reader, head, end) ? 'fronted' : 'adjunct' };
  return {
    ...base,
    subject,
    spanStart,
    kind: 'verb',
    verbAt: verb.at,
    verbEnd: verb.end,
    verbClasses: verb.classes,
    hasObject: objectAfter(reader, verb.end, end),
  };
};

/** 收到投诉的部门及时处理: a clause before 的 and an actor, then a predicate. */
const relativeSubject = (reader: Reader, organs: Organs, start: number, end: number): number => {
  const de = reader.text.indexOf('的', start);
  if (de < 0 || de > end) return 0;
  const to = boundary(reader, organs, de + 1, Math.min(end, de + 20));
  if (to === 0) return 0;
  const hit = wordAt(reader, to, end, ADVERB | PREPOSITION);
  return hit.length > 0 && (organs.ending.has(to) || to - de <= 6) ? to : 0;
};

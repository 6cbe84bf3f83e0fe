/** Reads one segment: lead-in, subject, modal, verb, and what kind of segment that makes it. */
import type { Segment } from '../clauses/segments.ts';
import { objectAfter, predicateVerb } from './adjunct.ts';
import { agentAt } from './agent.ts';
import { readBare, readCondition } from './bare.ts';
import { governingModal, readFront } from './front.ts';
import { readLeadIn } from './lead-in.ts';
import { FRONTED, FUTURE, MODAL, OPERATIVE, TAIL } from './lexicon.ts';
import { type Head, type Modal, type Reader, readHead } from './reading.ts';
import type { Organs, Subject } from './subject.ts';

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

/** What is known of a clause before its predicate is read. */
export type ClauseBase = Omit<Clause, 'kind'>;

const CONDITION_END = /(?:(?<!目)的|时|后|前|之日起|期间|情况下|情形下|以来|之外|除外|为止|期满|过程中)$/;
const CONDITION_LAST = new Set('的时后前起间下来外止满中');
const ALWAYS_CONDITION = /除外$/;

const isCondition = (text: string, { start, end, segment }: ClauseBase): boolean => {
  if (!CONDITION_LAST.has(text[end - 1] ?? '')) return false;
  const words = text.slice(Math.max(start, end - 4), end);
  if (ALWAYS_CONDITION.test(words)) return true;
  return CONDITION_END.test(words) && segment.mark !== '。' && segment.mark !== '；' && segment.mark !== ';';
};

export const readClause = (reader: Reader, organs: Organs, segment: Segment): Clause => {
  const { text, lexicon } = reader;
  const lead = readLeadIn(reader, organs, segment.start, segment.end);
  const base: ClauseBase = {
    segment,
    start: lead.end,
    spanStart: lead.end,
    end: segment.end,
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
    tail: lexicon.words.longest(text, segment.start, segment.end, TAIL).length > 0,
  };
  if (base.start >= base.end) return { ...base, kind: 'lead-in' };
  const modal = governingModal(reader, organs, base.start, base.end);
  const condition = isCondition(text, base);
  if (modal === null) return readBare(reader, organs, base, condition);
  return condition ? readCondition(reader, organs, base, null) : readModal(reader, organs, base, modal);
};

const readModal = (reader: Reader, organs: Organs, base: ClauseBase, modal: Modal): Clause => {
  const { end } = base;
  const head = readHead(reader, modal.end, end);
  const verb = predicateVerb(reader, head, end, true);
  const shared = {
    ...base,
    ...readFront(reader, organs, base.start, modal),
    agent: agentAt(reader, organs, head.at, end),
    modal: head.modal !== null && (modal.classes & FUTURE) === 0 ? laterModal(modal, head.modal) : modal,
  };
  const copula = verb === null && reader.text[head.at] === '为' && head.at === modal.end;
  const unread = copula || (head.at < 0 && head.end < end);
  if (verb === null && !unread) return { ...shared, kind: isFronted(reader, head, end) ? 'fronted' : 'adjunct' };
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
};

/** Of two modals in a row the second decides: 应当可以, 可以不得. */
const laterModal = (first: Modal, second: Modal): Modal =>
  (second.classes & MODAL) !== 0 ? { ...first, classes: second.classes } : first;

/** 对X, whose verb comes after the comma; 对…的 is a condition. */
export const isFronted = (reader: Reader, head: Head, end: number): boolean =>
  head.at >= 0 && (head.classes & FRONTED) !== 0 && reader.text[end - 1] !== '的';

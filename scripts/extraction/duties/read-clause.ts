/** Reads one segment: lead-in, subject, modal, verb, and what kind of segment that makes it. */
import { Characters } from '../clauses/characters.ts';
import { indexWithin } from '../clauses/scan.ts';
import type { Segment } from '../clauses/segments.ts';
import { isFronted, predicateVerb } from './adjunct.ts';
import { agentAt } from './agent.ts';
import { readBare, readCondition, setVerb } from './bare.ts';
import type { Clause, OpenClause } from './clause.ts';
import { governingModal, readFront } from './front.ts';
import { readLeadIn } from './lead-in.ts';
import { FUTURE, MODAL, OPERATIVE } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import { type Modal, type Reader, readHead } from './reading.ts';

/** Longer than any clause: a text without punctuation, which is no sentence. */
const MAX_CLAUSE = 600;

const CONDITION_END = /(?:(?<!目)的|时|后|前|之日起|的时候|期间|情况下|情形下|以来|之外|除外|为止|期满|过程中)$/;
const CONDITION_LAST = new Characters('的时候后前起间下来外止满中');
const ALWAYS_CONDITION = /除外$/;

const isCondition = (text: string, { start, end, segment }: Clause): boolean => {
  if (!CONDITION_LAST.at(text, end - 1)) return false;
  const words = text.slice(Math.max(start, end - 4), end);
  if (ALWAYS_CONDITION.test(words)) return true;
  return CONDITION_END.test(words) && segment.mark !== '。' && segment.mark !== '；' && segment.mark !== ';';
};

/** 应当在会议举行前，…: circumstances that carry the modal, no condition. */
const IN_TIME = new Characters('在自于从');

export const readClause = (reader: Reader, organs: Organs, segment: Segment): Clause => {
  const { text } = reader;
  const lead = readLeadIn(reader, organs, segment.start, segment.end);
  const clause: OpenClause = {
    segment,
    kind: 'fragment',
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
  };
  if (clause.start >= clause.end) {
    clause.kind = 'lead-in';
    return clause;
  }
  if (clause.end - clause.start > MAX_CLAUSE) return clause;
  const modal = governingModal(reader, organs, clause.start, clause.end);
  const condition = isCondition(text, clause);
  if (modal === null) readBare(reader, organs, clause, condition);
  else if (condition && !IN_TIME.at(text, modal.end)) readCondition(reader, organs, clause, null);
  else readModal(reader, organs, clause, modal);
  return clause;
};

const readModal = (reader: Reader, organs: Organs, clause: OpenClause, modal: Modal): void => {
  const { end } = clause;
  const head = readHead(reader, modal.end, end);
  const verb = predicateVerb(reader, head, end, true);
  const front = readFront(reader, organs, clause.start, modal);
  clause.spanStart = front.spanStart;
  clause.subject = front.subject;
  clause.activity = front.activity;
  clause.agent = agentAt(reader, organs, head.at, end);
  /** X应当由Y V: X is part of it. */
  if (clause.agent !== null) clause.spanStart = clause.start;
  clause.modal = head.modal !== null && (modal.classes & FUTURE) === 0 ? laterModal(modal, head.modal) : modal;
  const copula = verb === null && reader.text[head.at] === '为' && head.at === modal.end;
  /** 应当及时、准确、全面: how something is to be, in adverbs only. */
  const manner = head.at < 0 && head.end >= end && indexWithin(reader.text, '、', modal.end, end) > 0;
  const unread = copula || manner || (head.at < 0 && head.end < end);
  if (verb !== null) setVerb(clause, verb);
  else if (unread)
    setVerb(clause, { at: manner ? modal.end : head.end, end: Math.min(end, head.end + 2), classes: OPERATIVE });
  else clause.kind = isFronted(reader, head, end) ? 'fronted' : 'adjunct';
};

/** Of two modals in a row the second decides: 应当可以, 可以不得. */
const laterModal = (first: Modal, second: Modal): Modal =>
  (second.classes & MODAL) !== 0 ? { ...first, classes: second.classes } : first;

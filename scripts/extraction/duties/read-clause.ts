/** Reads one segment: lead-in, subject, modal, verb, and what kind of segment that makes it. */
import type { Segment } from '../clauses/segments.ts';
import { isFronted, objectAfter, predicateVerb } from './adjunct.ts';
import { agentAt } from './agent.ts';
import { readBare, readCondition } from './bare.ts';
import type { Clause, ClauseBase } from './clause.ts';
import { governingModal, readFront } from './front.ts';
import { readLeadIn } from './lead-in.ts';
import { FUTURE, MODAL, OPERATIVE, TAIL } from './lexicon.ts';
import { type Modal, type Reader, readHead } from './reading.ts';
import type { Organs } from './subject.ts';

/** Longer than any clause: a text without punctuation, which is no sentence. */
const MAX_CLAUSE = 600;

const CONDITION_END = /(?:(?<!目)的|时|后|前|之日起|期间|情况下|情形下|以来|之外|除外|为止|期满|过程中)$/;
const CONDITION_LAST = new Set('的时后前起间下来外止满中');
const ALWAYS_CONDITION = /除外$/;

const isCondition = (text: string, { start, end, segment }: ClauseBase): boolean => {
  if (!CONDITION_LAST.has(text[end - 1] ?? '')) return false;
  const words = text.slice(Math.max(start, end - 4), end);
  if (ALWAYS_CONDITION.test(words)) return true;
  return CONDITION_END.test(words) && segment.mark !== '。' && segment.mark !== '；' && segment.mark !== ';';
};

/** 应当在会议举行前，…: circumstances that carry the modal, no condition. */
const IN_TIME = new Set('在自于从');

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
  if (base.end - base.start > MAX_CLAUSE) return { ...base, kind: 'fragment' };
  const modal = governingModal(reader, organs, base.start, base.end);
  const condition = isCondition(text, base);
  if (modal === null) return readBare(reader, organs, base, condition);
  const timed = IN_TIME.has(text[modal.end] ?? '');
  return condition && !timed ? readCondition(reader, organs, base, null) : readModal(reader, organs, base, modal);
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

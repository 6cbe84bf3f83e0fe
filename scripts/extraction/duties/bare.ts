/** Reads a segment without a modal: X负责…, 由Y处理, 加强…, 结合实际制定…. */
import { indexWithin } from '../clauses/scan.ts';
import { isFronted, objectAfter, predicateVerb } from './adjunct.ts';
import { agentAt, findAgent, type Span } from './agent.ts';
import type { Clause, ClauseBase } from './clause.ts';
import { copulaAt } from './front.ts';
import {
  ADVERB,
  CAUSATIVE,
  OPENER,
  OPERATIVE,
  PREPOSITION,
  RESULT_ALWAYS,
  RESULT_TRAILING,
  SINGLE,
  STATIVE,
} from './lexicon.ts';
import { type Head, type Reader, readHead, wordAt } from './reading.ts';
import { actorAtHead, actorEndsAt, boundary, type Organs, readSubject, type Subject } from './subject.ts';

interface Opening {
  readonly subject: Subject | null;
  readonly spanStart: number;
  readonly head: Head;
}

const NO_HEAD = { classes: 0, modal: null, at: -1 };

/** Subject and head of the predicate. */
const readOpening = (reader: Reader, organs: Organs, base: ClauseBase): Opening => {
  const { start, end } = base;
  const opensWithOrgan = organs.starting.has(start);
  const head = readHead(reader, start, end);
  const bare =
    head.at >= start &&
    !opensWithOrgan &&
    (head.at > start || head.end - head.at > 1 || (head.classes & (PREPOSITION | SINGLE)) !== 0);
  if (bare) {
    const to =
      base.segment.opensSentence && (head.classes & CAUSATIVE) === 0 ? relativeSubject(reader, organs, base) : 0;
    if (to === 0) return { subject: null, spanStart: start, head };
    return { subject: { start, end: to, actor: true, owner: null }, spanStart: to, head: readHead(reader, to, end) };
  }
  const to = boundary(reader, organs, start, end);
  if (to === 0) return { subject: null, spanStart: start, head: { ...NO_HEAD, end: start } };
  return { subject: readSubject(reader, organs, start, to), spanStart: to, head: readHead(reader, to, end) };
};

/** 收到投诉的部门及时处理: a clause before 的 and an actor, then a predicate. */
const relativeSubject = (reader: Reader, organs: Organs, { start, end, segment }: ClauseBase): number => {
  const de = indexWithin(reader.text, '的', start, end);
  if (de < 0) return 0;
  const to = boundary(reader, organs, de + 1, Math.min(end, de + 20));
  if (to === 0) return 0;
  const hit = wordAt(reader, to, end, segment.opensSentence ? ADVERB | PREPOSITION : ADVERB);
  return hit.length > 0 && (organs.ending.has(to) || to - de <= 6) ? to : 0;
};

/** A whole segment that names an actor: X的Y， or 负责…的机构，. */
const NAMED_WHOLE = /的(?:机构|部门|机关|单位|人员|组织|企业|个人|当事人|一方)$/;

/** 都有保护环境的义务. */
const OBLIGED = /^(?:有|负有|具有).*(?:义务|责任)$/;

/** …的, …时: what it names as its actor bears what follows. */
export const readCondition = (reader: Reader, organs: Organs, base: ClauseBase, found: Subject | null): Clause => {
  const { start, end } = base;
  const circumstance = reader.text[start] === '被' || wordAt(reader, start, end, PREPOSITION | OPENER).length > 0;
  if (circumstance) return { ...base, kind: 'condition' };
  const to = found === null ? actorAtHead(reader, organs, start, end) : 0;
  const subject = to > 0 ? { start, end: to, actor: true, owner: null } : found;
  return { ...base, subject, kind: 'condition' };
};

export const readBare = (reader: Reader, organs: Organs, base: ClauseBase, condition: boolean): Clause => {
  const { text } = reader;
  const { start, end } = base;
  const copula = text[start] === '是' ? start : copulaAt(reader, start, end);
  if (copula >= 0) {
    const named = copula > start && actorEndsAt(reader, organs, start, copula);
    return { ...base, subject: named ? { start, end: copula, actor: true, owner: null } : null, kind: 'stative' };
  }
  const { subject, spanStart, head } = readOpening(reader, organs, base);
  if (condition) return readCondition(reader, organs, base, subject);
  const nominal =
    head.at < 0 || (subject !== null && (head.classes & PREPOSITION) === 0 && NAMED_WHOLE.test(text.slice(start, end)));
  if (base.segment.mark !== '。' && nominal && actorEndsAt(reader, organs, start, end)) {
    const whole = { start, end, actor: true, owner: null };
    if (findAgent(reader, organs, start, end) === null)
      return { ...base, subject: whole, spanStart: end, kind: 'fragment' };
  }
  const agent =
    agentAt(reader, organs, head.at, end) ??
    (head.at < 0 || subject !== null ? findAgent(reader, organs, start, end) : null);
  if (agent !== null) return withAgent(reader, base, agent);
  if (head.at < 0) return { ...base, subject, spanStart, kind: 'fragment' };
  const shared = { ...base, subject, spanStart };
  if ((head.classes & STATIVE) !== 0 && (head.classes & (OPERATIVE | RESULT_TRAILING | RESULT_ALWAYS)) === 0) {
    const obliged = subject?.actor === true && OBLIGED.test(text.slice(head.at, end));
    if (!obliged) return { ...shared, kind: 'stative' };
    return { ...shared, kind: 'verb', verbAt: head.at, verbEnd: head.end, verbClasses: OPERATIVE, hasObject: true };
  }
  const verb = predicateVerb(reader, head, end, false);
  if (verb === null) return { ...shared, kind: isFronted(reader, head, end) ? 'fronted' : 'adjunct' };
  return {
    ...shared,
    kind: 'verb',
    verbAt: verb.at,
    verbEnd: verb.end,
    verbClasses: verb.classes,
    hasObject: objectAfter(reader, verb.end, end),
  };
};

/** The span is the whole segment, with X of X由Y V. 由…组成 says what something is. */
const withAgent = (reader: Reader, base: ClauseBase, agent: Span): Clause => {
  const { end } = base;
  const head = readHead(reader, agent.end, end);
  const verb = predicateVerb(reader, head, end, true);
  const verbAt = verb === null ? head.end : verb.at;
  if (verbAt >= end) return { ...base, agent, kind: 'fragment' };
  const verbEnd = verb === null ? verbAt + 1 : verb.end;
  const stative = verb !== null && (verb.classes & STATIVE) !== 0 && (verb.classes & OPERATIVE) === 0;
  const composed = reader.text.slice(verbAt, end).includes('组成');
  return {
    ...base,
    agent,
    kind: stative || composed ? 'stative' : 'verb',
    verbAt,
    verbEnd,
    verbClasses: verb === null ? OPERATIVE : verb.classes,
    hasObject: objectAfter(reader, verbEnd, end),
  };
};

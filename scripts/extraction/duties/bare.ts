/** Reads a segment without a modal: X负责…, 由Y处理, 加强…, 结合实际制定…. */
import { indexWithin } from '../clauses/scan.ts';
import { isFronted, predicateVerb, type Verb } from './adjunct.ts';
import { agentAt, findAgent, type Span } from './agent.ts';
import type { Clause, OpenClause } from './clause.ts';
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
import type { Organs } from './organ-table.ts';
import { type Head, type Reader, readHead, wordAt } from './reading.ts';
import { actorAtHead, actorEndsAt, boundary, readSubject, type Subject } from './subject.ts';

interface Opening {
  readonly subject: Subject | null;
  readonly spanStart: number;
  readonly head: Head;
}

const NO_HEAD = { classes: 0, modal: null, at: -1 };

/** Subject and head of the predicate. */
const readOpening = (reader: Reader, organs: Organs, base: Clause): Opening => {
  const { start, end } = base;
  const opensWithOrgan = organs.begins(start);
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
const relativeSubject = (reader: Reader, organs: Organs, { start, end, segment }: Clause): number => {
  const de = indexWithin(reader.text, '的', start, end);
  if (de < 0) return 0;
  const to = boundary(reader, organs, de + 1, Math.min(end, de + 20));
  if (to === 0) return 0;
  const hit = wordAt(reader, to, end, segment.opensSentence ? ADVERB | PREPOSITION : ADVERB);
  return hit.length > 0 && (organs.ends(to) || to - de <= 6) ? to : 0;
};

/** A whole segment that names an actor: X的Y， or 负责…的机构，. */
const NAMED_WHOLE = /的(?:机构|部门|机关|单位|人员|组织|企业|个人|当事人|一方)$/;

/** 都有保护环境的义务. */
const OBLIGED = /^(?:有|负有|具有).*(?:义务|责任)$/;

/** A predicate was found: the clause can be a duty. */
export const setVerb = (clause: OpenClause, { at, end, classes }: Verb): void => {
  clause.kind = 'verb';
  clause.verbAt = at;
  clause.verbEnd = end;
  clause.verbClasses = classes;
};

/** …的, …时: what it names as its actor bears what follows. */
export const readCondition = (reader: Reader, organs: Organs, clause: OpenClause, found: Subject | null): void => {
  const { start, end } = clause;
  clause.kind = 'condition';
  if (reader.text[start] === '被' || wordAt(reader, start, end, PREPOSITION | OPENER).length > 0) return;
  const to = found === null ? actorAtHead(reader, organs, start, end) : 0;
  clause.subject = to > 0 ? { start, end: to, actor: true, owner: null } : found;
};

export const readBare = (reader: Reader, organs: Organs, clause: OpenClause, condition: boolean): void => {
  const { text } = reader;
  const { start, end } = clause;
  const copula = text[start] === '是' ? start : copulaAt(reader, start, end);
  if (copula >= 0) {
    const named = copula > start && actorEndsAt(reader, organs, start, copula);
    clause.subject = named ? { start, end: copula, actor: true, owner: null } : null;
    clause.kind = 'stative';
    return;
  }
  const { subject, spanStart, head } = readOpening(reader, organs, clause);
  if (condition) {
    readCondition(reader, organs, clause, subject);
    return;
  }
  const nominal =
    head.at < 0 || (subject !== null && (head.classes & PREPOSITION) === 0 && NAMED_WHOLE.test(text.slice(start, end)));
  if (clause.segment.mark !== '。' && nominal && actorEndsAt(reader, organs, start, end)) {
    if (findAgent(reader, organs, start, end) === null) {
      clause.subject = { start, end, actor: true, owner: null };
      clause.spanStart = end;
      return;
    }
  }
  const agent =
    agentAt(reader, organs, head.at, end) ??
    (head.at < 0 || subject !== null ? findAgent(reader, organs, start, end) : null);
  if (agent !== null) {
    readAgent(reader, clause, agent);
    return;
  }
  clause.subject = subject;
  clause.spanStart = spanStart;
  if (head.at < 0) return;
  if ((head.classes & STATIVE) !== 0 && (head.classes & (OPERATIVE | RESULT_TRAILING | RESULT_ALWAYS)) === 0) {
    clause.kind = 'stative';
    const obliged = subject?.actor === true && OBLIGED.test(text.slice(head.at, end));
    if (obliged) setVerb(clause, { at: head.at, end: head.end, classes: OPERATIVE });
    return;
  }
  const verb = predicateVerb(reader, head, end, false);
  if (verb === null) clause.kind = isFronted(reader, head, end) ? 'fronted' : 'adjunct';
  else setVerb(clause, verb);
};

/** The span is the whole segment, with X of X由Y V. 由…组成 says what something is. */
const readAgent = (reader: Reader, clause: OpenClause, agent: Span): void => {
  const { end } = clause;
  const head = readHead(reader, agent.end, end);
  const verb = predicateVerb(reader, head, end, true);
  const at = verb === null ? head.end : verb.at;
  clause.agent = agent;
  if (at >= end) return;
  const stative = verb !== null && (verb.classes & STATIVE) !== 0 && (verb.classes & OPERATIVE) === 0;
  setVerb(clause, verb ?? { at, end: at + 1, classes: OPERATIVE });
  if (stative || reader.text.slice(at, end).includes('组成')) clause.kind = 'stative';
};

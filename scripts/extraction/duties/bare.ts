/** Reads a segment without a modal: X负责…, 由Y处理, 加强…, 结合实际制定…. */
import { Characters } from '../clauses/characters.ts';
import { indexWithin } from '../clauses/scan.ts';
import { isFronted, predicateVerb, type Verb } from './adjunct.ts';
import { agentAt, findAgent, type Span } from './agent.ts';
import type { Clause, OpenClause } from './clause.ts';
import { copulaAt } from './front.ts';
import {
  ADVERB,
  CAUSATIVE,
  NOUN,
  OPENER,
  OPERATIVE,
  PREPOSITION,
  RESULT_ALWAYS,
  RESULT_TRAILING,
  SINGLE,
  STATIVE,
  VERB,
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
      base.segment.opensSentence && (head.classes & CAUSATIVE) === 0 ? relativeSubject(reader, organs, base, head) : 0;
    if (to === 0) return { subject: null, spanStart: start, head };
    return { subject: { start, end: to, actor: true, owner: null }, spanStart: to, head: readHead(reader, to, end) };
  }
  const to = boundary(reader, organs, start, end);
  if (to === 0) return { subject: null, spanStart: start, head: { ...NO_HEAD, end: start } };
  return { subject: readSubject(reader, organs, start, to), spanStart: to, head: readHead(reader, to, end) };
};

/** 对违法的人员依法处分, 向有关的部门报告: no actor is described. */
const FRONTING = new Characters('对将把就向');
/** 收到投诉的部门及时处理: a clause before 的 and an actor, then a predicate. */
const relativeSubject = (reader: Reader, organs: Organs, { start, end, segment }: Clause, head: Head): number => {
  const de = indexWithin(reader.text, '的', start, end);
  if (de < 0 || (FRONTING.at(reader.text, head.at) && head.end === head.at + 1)) return 0;
  const to = boundary(reader, organs, de + 1, Math.min(end, de + 20));
  if (to === 0) return 0;
  const hit = wordAt(reader, to, end, segment.opensSentence ? ADVERB | PREPOSITION : ADVERB);
  return hit.length > 0 && (organs.ends(to) || organs.begins(de + 1) || to - de <= 6) ? to : 0;
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

/** 如…由X管辖: what is supposed. */
const SUPPOSED = new Set(['如', '如果', '若', '倘若', '虽然', '即使', '不论', '无论', '不管']);

/** 依法执行职务受法律保护. */
const PROTECTED = /受(?:到)?(?:国家|法律|国家法律)(?:的)?保护$/;

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
  const first = reader.lexicon.words.longest(text, start, end, OPENER | ADVERB | VERB | NOUN);
  if ((first.classes & OPENER) !== 0 && SUPPOSED.has(text.slice(start, start + first.length))) {
    clause.kind = 'condition';
    return;
  }
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
    readAgent(reader, organs, clause, agent);
    return;
  }
  clause.subject = subject;
  clause.spanStart = spanStart;
  if (head.at < 0) return;
  if (PROTECTED.test(text.slice(spanStart, end))) {
    clause.kind = 'stative';
    return;
  }
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

const CONSTITUTES = /组成|(?:选举)?产生$/;
/** The span is the whole segment, with X of X由Y V. 由…组成 and 由…产生 say what something is. */
const readAgent = (reader: Reader, organs: Organs, clause: OpenClause, agent: Span): void => {
  const { end } = clause;
  const head = readHead(reader, agent.end, end);
  const verb = predicateVerb(reader, head, end, true);
  const at = verb === null ? head.end : verb.at;
  clause.agent = agent;
  if (at >= end) return;
  const stative = verb !== null && (verb.classes & STATIVE) !== 0 && (verb.classes & OPERATIVE) === 0;
  setVerb(clause, verb ?? { at, end: at + 1, classes: OPERATIVE });
  if (!stative && !CONSTITUTES.test(reader.text.slice(at, end))) return;
  clause.kind = 'stative';
  /** Whose members or origin it is goes on acting: X由Y产生，负责…. */
  const named = agent.start - 1;
  if (!actorEndsAt(reader, organs, clause.start, named)) return;
  clause.agent = null;
  clause.subject = { start: clause.start, end: named, actor: true, owner: null };
};

/** Reads a segment without a modal: X负责…, 由Y处理, 加强…, 结合实际制定…. */
import { Characters } from '../clauses/characters.ts';
import { indexWithin } from '../clauses/scan.ts';
import { isFronted, predicateVerb, type Verb } from './adjunct.ts';
import { agentAt, findAgent, type Span } from './agent.ts';
import { changesNothing, consequence } from './case.ts';
import type { Clause, OpenClause } from './clause.ts';
import { copulaAt } from './front.ts';
import {
  ADVERB,
  CAUSATIVE,
  FRONTED,
  MODAL,
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
import { actorAtHead, actorEndsAt, boundary, predicateFollows, readSubject, type Subject } from './subject.ts';

interface Opening {
  readonly subject: Subject | null;
  readonly spanStart: number;
  readonly head: Head;
}

const NO_HEAD = { classes: 0, modal: null, at: -1 };

/** Subject and head of the predicate. */
const readOpening = (reader: Reader, organs: Organs, base: Clause, condition: boolean): Opening => {
  const { start, end } = base;
  const opensWithOrgan = organs.begins(start);
  const head = readHead(reader, start, end);
  const bare =
    head.at >= start &&
    !opensWithOrgan &&
    (head.at > start || head.end - head.at > 1 || (head.classes & (PREPOSITION | SINGLE)) !== 0);
  if (bare) {
    const to = (head.classes & CAUSATIVE) === 0 ? subjectWithVerb(reader, organs, base, head, condition) : 0;
    if (to === 0) return { subject: null, spanStart: start, head };
    return { subject: { start, end: to, actor: true, owner: null }, spanStart: to, head: readHead(reader, to, end) };
  }
  const breaking = !opensWithOrgan && wordAt(reader, start, end, OPENER).length > 1;
  const to = breaking ? 0 : boundary(reader, organs, start, end);
  if (to === 0) return { subject: null, spanStart: start, head: { ...NO_HEAD, end: start } };
  return { subject: readSubject(reader, organs, start, to), spanStart: to, head: readHead(reader, to, end) };
};

/** What makes a body of the verb before it: 登记机关, 保护工作部门, 举报人. */
const BODY = /^(?:工作|管理|服务)?(?:部门|机构|机关|委员会)/;
const PARTY = /^(?:人(?![员民们与和之])|者)/;
/** Where a subject that begins with a verb ends; 0 when the words are no subject. The party of a condition acts seldom. */
const subjectWithVerb = (reader: Reader, organs: Organs, clause: Clause, head: Head, condition: boolean): number => {
  const { start, end, segment } = clause;
  const nominal =
    head.at === start && head.end - start === 2 && (head.classes & (OPERATIVE | PREPOSITION)) === OPERATIVE;
  if (nominal && segment.opensUnit) {
    const words = reader.text.slice(head.end, head.end + 6);
    const body = (BODY.exec(words) ?? (condition ? null : PARTY.exec(words)))?.[0].length ?? 0;
    const to = body > 0 ? boundary(reader, organs, start, end) : 0;
    if (to >= head.end + body) return to;
    if (body > 0) return predicateFollows(reader, head.end + body, end) ? head.end + body : 0;
  }
  const fronted =
    ((head.classes & FRONTED) !== 0 || reader.text[head.at] === '向') &&
    !CHARGED.test(reader.text.slice(start, Math.min(end, start + 30)));
  return segment.opensSentence && !fronted
    ? relativeSubject(reader, organs, clause, (head.classes & (PREPOSITION | SINGLE)) === 0)
    : 0;
};

/** 收到投诉的部门及时处理, 负责登记的机关办理变更登记: a clause before 的 and an actor, then a predicate. */
const relativeSubject = (reader: Reader, organs: Organs, { start, end }: Clause, acting: boolean): number => {
  const de = indexWithin(reader.text, '的', start, end);
  if (de < 0) return 0;
  const within = indexWithin(reader.text, '在', start + 1, de);
  if (within > 0 && WITHIN.test(reader.text.slice(within - 1, de))) return 0;
  const stop = Math.min(end, de + 20);
  const to = boundary(reader, organs, de + 1, stop);
  if (
    to > 0 &&
    wordAt(reader, to, end, ADVERB | PREPOSITION).length > 0 &&
    (organs.ends(to) || organs.begins(de + 1) || to - de <= 6)
  )
    return to;
  if (!acting || wordAt(reader, de + 1, end, VERB).length > 0) return 0;
  for (let at = de + 3; at < stop; at++) {
    if (!HEAD_LAST.at(reader.text, at - 1)) continue;
    if (HEAD_NOUN.test(reader.text.slice(de + 1, at)) && predicateFollows(reader, at, end)) return at;
  }
  return 0;
};
/** A phrase of place or means before 的: the words after it are its object. */
const WITHIN = /(?<![所存])在/;
/** 对该事项有权处理的机关: the phrase describes the organ. */
const CHARGED = /^[^的]+(?:有权|负有|负责|具有)[^的]*的/;
/** What can stand between 的 and the predicate as an actor. */
const HEAD_LAST = new Characters('门关构位业织员者人');
const HEAD_NOUN = /(?:部门|机关|机构|单位|企业|组织|人员|(?<!或)者|人|员)$/;

/** A whole segment that names an actor: X的Y， or 负责…的机构，. */
const NAMED_WHOLE = /的(?:机构|部门|机关|单位|人员|组织|企业|个人|当事人|一方)$/;
/** The same, of what has a verb of its own before 的. */
const DESCRIBED = /的[^的，]{0,8}(?:机构|部门|机关|单位|人员|组织|企业|个人|公民|当事人|一方|者)$/;

/** 对文物实施修缮等活动，应当…: something done is the subject. */
const ACTIVITY = /^对于?(?![在未经已被]).{2,}(?:实施|进行|开展|从事)[^的]{2,}(?:活动|行为|作业)$/;

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
  const to = found !== null ? 0 : conditionActor(reader, organs, start, end);
  clause.subject = to > 0 ? { start, end: to, actor: true, owner: null } : found;
};

/** The actor of a condition: 个人信息处理者不能证明…的, 未成年人的父母离婚时. */
const conditionActor = (reader: Reader, organs: Organs, start: number, end: number): number => {
  const bare = !organs.begins(start) && wordAt(reader, start, end, VERB | ADVERB | MODAL | SINGLE).length > 0;
  const to = bare ? 0 : boundary(reader, organs, start, end);
  return to > 0 && to - start <= 30 ? to : actorAtHead(reader, organs, start, end);
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
  if (changesNothing(reader, start, end)) {
    clause.kind = 'stative';
    return;
  }
  const then = condition ? null : consequence(reader, start, end);
  if (then !== null) {
    setVerb(clause, then.verb);
    return;
  }
  const { subject, spanStart, head } = readOpening(reader, organs, clause, condition);
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
  if (head.at < 0) {
    if (subject === null && !clause.segment.opensUnit) readUnknown(reader, organs, clause, head.end);
    return;
  }
  if (PROTECTED.test(text.slice(spanStart, end))) {
    clause.kind = 'stative';
    return;
  }
  if ((head.classes & STATIVE) !== 0 && (head.classes & (OPERATIVE | RESULT_TRAILING | RESULT_ALWAYS)) === 0) {
    clause.kind = 'stative';
    if (subject === null && clause.segment.mark !== '。' && DESCRIBED.test(text.slice(start, end))) {
      clause.subject = { start, end, actor: true, owner: null };
      clause.spanStart = end;
      return;
    }
    if (FINDS.test(text.slice(head.at, end))) {
      const act = actAfterFinding(reader, head.end, end);
      if (act !== null) setVerb(clause, act);
      return;
    }
    const obliged = subject?.actor === true && OBLIGED.test(text.slice(head.at, end));
    if (obliged) setVerb(clause, { at: head.at, end: head.end, classes: OPERATIVE });
    return;
  }
  const verb = predicateVerb(reader, head, end, false);
  if (verb === null) {
    const fronted = isFronted(reader, head, end);
    clause.activity = fronted && ACTIVITY.test(text.slice(start, end));
    clause.kind = fronted && !clause.activity ? 'fronted' : 'adjunct';
  } else setVerb(clause, verb);
};

/** Adverbs that begin no noun: what follows them is a predicate, known or not. */
const DEVOTED =
  /^(?:更加|更好|积极|切实|坚决|努力|深刻|认真|自觉|主动|大力|不断|持续|进一步|着力|充分|扎实|始终|牢牢|全力|依法|严格|及时|稳步|加快|真正|带头)/;
/** 更加用心司法为民, 锲而不舍落实精神: a verb the lists do not have, or one after an adverb they do not have. */
const readUnknown = (reader: Reader, organs: Organs, clause: OpenClause, afterAdverbs: number): void => {
  const { text } = reader;
  const { start, end } = clause;
  if (afterAdverbs - start >= 2 && end - afterAdverbs >= 3 && DEVOTED.test(text.slice(start, start + 4))) {
    if (!/[的、等]/.test(text.slice(afterAdverbs, afterAdverbs + 2)))
      setVerb(clause, { at: afterAdverbs, end: Math.min(end, afterAdverbs + 2), classes: OPERATIVE });
    return;
  }
  if (!reader.orders) return;
  for (const length of [3, 4]) {
    const at = start + length;
    const { length: verb, classes } = wordAt(reader, at, end, VERB);
    if (verb < 2 || (classes & OPERATIVE) === 0 || end - at - verb < 3) continue;
    if (!MANNER_WORD.test(text.slice(start, at)) || organs.begins(start) || !predicateFollows(reader, at, end))
      continue;
    if (text.slice(at + verb, at + verb + 1) !== '的') setVerb(clause, { at, end: at + verb, classes });
    return;
  }
};
/** Three or four characters of an adverb: no list, no number, no attribute. */
const MANNER_WORD = /^(?![其该此本各原])[^的、和与及或等在对将\d一二三四五六七八九十“”《》（）]{3,4}$/;

/** 发现问题及时督促整改: what is to be done at once when something shows. */
const FINDS = /^(?:发现|遇到|遇有|收到|接到)[^的，]{1,12}(?:及时|立即|马上|迅速|尽快|第一时间)/;
const actAfterFinding = (reader: Reader, from: number, end: number): Verb | null => {
  for (let at = from + 1; at < end - 2; at++) {
    if ((wordAt(reader, at, end, ADVERB).classes & ADVERB) === 0) continue;
    const head = readHead(reader, at, end);
    if (head.at > at && (head.classes & OPERATIVE) !== 0) return head;
  }
  return null;
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

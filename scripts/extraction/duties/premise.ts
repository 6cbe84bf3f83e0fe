/** Clauses that are about a norm and no norm themselves: topics, premises, facts, maxims, sanctions. */
import { lastIndexWithin } from '../clauses/scan.ts';
import { MAX_AHEAD } from './blocks.ts';
import type { Clause } from './clause.ts';
import { MAY, MUST, SANCTION } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import type { Reader } from './reading.ts';
import type { Bearer, SentenceState } from './state.ts';
import type { Style } from './style.ts';
import { actorEndsAt, bearerText } from './subject.ts';

/** 符合任职条件的检察官，应当…: a verb phrase that closes in 的 and an actor is the actor. */
export const describedActor = (reader: Reader, organs: Organs, clause: Clause): Bearer | null => {
  const { start, end } = clause;
  const de = lastIndexWithin(reader.text, '的', start, end);
  if (clause.subject !== null || de <= start || end - de > 16 || !actorEndsAt(reader, organs, de + 1, end)) return null;
  return { name: bearerText(reader.text, start, end), span: { start, end } };
};

/** A thing named before the comma is the subject: 网络产品和服务，不得…. */
export const isTopic = (clause: Clause, next: Clause | undefined): boolean =>
  clause.kind === 'fragment' &&
  clause.segment.opensUnit &&
  next !== undefined &&
  !next.segment.opensUnit &&
  next.modal !== null &&
  next.subject === null &&
  next.spanStart === next.start;

/** 依法给予处分, 处…罚款: done to the one named in the condition before. */
export const isSanction = ({ text, lexicon }: Reader, clause: Clause): boolean =>
  clause.modal === null && lexicon.words.longest(text, clause.verbAt, clause.end, SANCTION).length > 0;

/** 保护生态环境必须依靠制度: what holds of an activity in a policy text is a maxim. */
export const isMaxim = (style: Style, clause: Clause): boolean =>
  style.imperative && clause.activity && clause.segment.opensSentence;

/** Conditions that close a description of facts: …，情节严重的，以…论处. */
const FACTS = /^(?!对|将|凡|发现).*(?:情节|后果|数额|构成|符合.*规定|造成).*的$|^(?:但|且).*的$/s;

/** Bare clauses that run on into such a condition. */
const describesFacts = (text: string, clauses: readonly Clause[], index: number): boolean => {
  for (let i = index + 1; i < Math.min(clauses.length, index + MAX_AHEAD); i++) {
    const next = clauses[i];
    if (next === undefined || next.segment.opensUnit || next.modal !== null || next.agent !== null) return false;
    if (next.kind === 'condition') return FACTS.test(text.slice(next.segment.start, next.end));
  }
  return false;
};

/** 构成犯罪的，依法追究刑事责任: nobody is named who is to do it. */
const LIABILITY = /^追究(?:其)?(?:刑事|民事|法律|行政|相应|有关|相关)*责任/;
export const isLiability = (text: string, clause: Clause): boolean =>
  clause.subject === null && clause.agent === null && LIABILITY.test(text.slice(clause.verbAt, clause.end));

/** 依照有关规定执行: refers to a norm elsewhere. */
const REFERS = /^(?:依照|按照|参照|适用).*(?:执行|处理|办理)$/;
export const refersElsewhere = (text: string, clause: Clause): boolean =>
  clause.subject === null && clause.agent === null && REFERS.test(text.slice(clause.start, clause.end));

/** What a body is busy with when something becomes due: 人民检察院办理案件，由…. */
const ACTIVITY = /^(?:办理|审理|审查|处理|行使|受理|申请|提起|收集|听取|违反|从事)/;
/** 人民检察院办理…案件，实行…制度. */
const CASES = /案件$/;
/** The segment closes in a noun: 行使职权的程序，. */
const NOMINAL = /的(?:程序|情况|办法|条件|范围|方式|标准|期限|决定|意见|报告|人员|案件|活动|行为|议题|规定|过程)$/;

/** 都有保护环境的义务，有权…: a duty beside a right. */
const isObligation = (text: string, { verbAt, end }: Clause): boolean =>
  text[verbAt] === '有' && /(?:义务|责任)$/.test(text.slice(verbAt, end));

/**
 * Clauses without a modal whose sentence goes on with one are what the norm is about, no norm:
 * 维护数据安全，应当…; 人民检察院办理案件，可以…. In texts that order by bare verbs only the first clause can be that.
 */
export const isPremise = (
  text: string,
  style: Style,
  clauses: readonly Clause[],
  index: number,
  sentence: SentenceState,
): boolean => {
  if (sentence.modality !== null || (sentence.active && !style.imperative)) return false;
  const clause = clauses[index];
  if (clause === undefined || clause.agent !== null || isObligation(text, clause)) return false;
  if (describesFacts(text, clauses, index)) return true;
  const acting =
    !style.imperative && clause.subject !== null && ACTIVITY.test(text.slice(clause.verbAt, clause.verbEnd));
  if (acting && clause.segment.mark !== '。' && NOMINAL.test(text.slice(clause.verbEnd, clause.end))) return true;
  const ofCases = CASES.test(text.slice(clause.verbEnd, clause.end));
  if (style.imperative && clauses[index]?.segment.opensSentence !== true) return false;
  for (let i = index + 1; i < Math.min(clauses.length, index + MAX_AHEAD); i++) {
    const next = clauses[i];
    if (next === undefined || next.segment.opensUnit || next.subject?.actor === true) return false;
    if (next.agent !== null) return acting;
    if (next.kind === 'condition') continue;
    if (next.kind === 'verb' && next.modal === null && acting && ofCases) return true;
    if (next.modal !== null) return (next.modal.classes & (MUST | MAY)) !== 0 && next.spanStart === next.start;
    if (style.imperative && next.kind === 'verb') return false;
  }
  return false;
};

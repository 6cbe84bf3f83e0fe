/** Clauses that are about a norm and no norm themselves: topics, premises, facts, maxims, sanctions. */
import { lastIndexWithin } from '../clauses/scan.ts';
import { MAX_AHEAD } from './blocks.ts';
import type { Clause } from './clause.ts';
import { MAY, MUST, OPERATIVE, SANCTION } from './lexicon.ts';
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

/** What makes a thing of the verb before it: 审理期限, 复查程序. */
const THING =
  /^(?:程序|期限|期间|费|时间|标准|方式|办法|结果|报告|工作|活动|情况|机关|法院|机构|人|者|行为|范围|条件|主体|权|义务|材料|文件|内容|事项|职责)/;
/** An act, unlike 不承担责任, 审理期限自…计算. */
const isAct = ({ text }: Reader, { start, verbAt, verbEnd }: Clause): boolean =>
  !THING.test(text.slice(verbEnd, verbEnd + 2)) &&
  !/^计算|^适用/.test(text.slice(verbAt, verbEnd)) &&
  !/^[不未](?!予)/.test(text.slice(start, start + 2));

/** 给予奖励的，颁发证书: what the organ `item`, named before in the article, does in a case. */
export const carriesOn = (
  reader: Reader,
  organs: Organs,
  clause: Clause,
  { unitConditional }: SentenceState,
  { span }: Bearer,
): boolean =>
  unitConditional &&
  span !== null &&
  organs.ends(span.end) &&
  (clause.verbClasses & OPERATIVE) !== 0 &&
  !isSanction(reader, clause) &&
  isAct(reader, clause);

/** 保护生态环境必须依靠制度: what holds of an activity in a policy text is a maxim. */
export const isMaxim = (style: Style, clause: Clause): boolean =>
  style.imperative && clause.activity && clause.segment.opensSentence;

/** Conditions that close a description of facts: …，情节严重的，以…论处. */
const FACTS = /^(?!对|将|凡|发现).*(?:情节|后果|数额|构成|符合.*规定|造成|致使).*的$|^(?:但|且|仍然?|又).*的$/s;

/** What only somebody at fault does: 违反本条例规定，未依法履行义务的，由…. */
const FAULT =
  /^(?:违反|违背|不履行|不按|不依|不服|不缴|不进行|未(?!来|成年)|拒不|拒绝|擅自|滥用|玩忽|徇私|弄虚作假|伪造|隐瞒|骗取|阻碍)/;
const isFault = (text: string, clause: Clause): boolean =>
  clause.modal === null &&
  clause.segment.mark !== '。' &&
  FAULT.test(text.slice(clause.spanStart, clause.spanStart + 4));

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
const ACTIVITY = /^(?:办理|审理|审查|处理|行使|受理|申请|提起|提出|请求|收集|听取|讨论|履行|开展|违反|从事)/;
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
  const clause = clauses[index];
  if (clause === undefined || clause.agent !== null || isObligation(text, clause)) return false;
  const ordering = style.imperative || style.report;
  const held = sentence.modality !== null || (sentence.active && !ordering);
  if (held && (!clause.segment.opensUnit || clause.modal !== null)) return false;
  if (describesFacts(text, clauses, index)) return true;
  if (held) return false;
  if (!style.imperative && isFault(text, clause)) return true;
  const acting =
    !style.imperative && clause.subject !== null && ACTIVITY.test(text.slice(clause.verbAt, clause.verbEnd));
  if (acting && clause.segment.mark !== '。' && NOMINAL.test(text.slice(clause.verbEnd, clause.end))) return true;
  const ofCases = CASES.test(text.slice(clause.verbEnd, clause.end));
  if (ordering && clauses[index]?.segment.opensSentence !== true) return false;
  for (let i = index + 1; i < Math.min(clauses.length, index + MAX_AHEAD); i++) {
    const next = clauses[i];
    if (next === undefined || next.segment.opensUnit) return false;
    if (next.subject?.actor === true) return acting && (next.modal !== null || next.kind === 'condition');
    if (next.agent !== null) return acting || next.modal !== null;
    if (next.kind === 'condition') continue;
    if (next.kind === 'fronted' && clause.subject !== null) return false;
    if (next.kind === 'verb' && next.modal === null && acting && ofCases) return true;
    if (next.modal !== null) return (next.modal.classes & (MUST | MAY)) !== 0 && next.spanStart === next.start;
    if (ordering && next.kind === 'verb') return false;
  }
  return false;
};

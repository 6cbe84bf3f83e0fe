/** Objects that hold commas: a duty runs to the real end of its object (gold conventions, 1.6). */

import { innerVerb, phrasePredicate } from './adjunct.ts';
import { MAX_AHEAD } from './blocks.ts';
import { causedActor } from './caused.ts';
import type { Clause } from './clause.ts';
import type { Draft } from './draft.ts';
import { CAUSATIVE, OPENER, TAIL } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import type { Reader } from './reading.ts';
import { actorEndsAt } from './subject.ts';

/** Second halves under the same 把 or 将: 把A纳入B，贯穿C. */
const UNDER_BA = /^(?:作为|纳入|融入|贯穿|落实到|转化为|体现到|体现在|摆在|放在|列入|渗透到|延伸到|覆盖到)/;
const BA = /^(?:[^，,]{0,12})(?:把|将)/;

/** 应当包括A，B，C: everything to the end of the unit. */
const CONTENTS = /^(?:应当|应|必须|要)(?:包括|包含|载明|记载|列明|写明|注明)/;

/** 从事A，B，C等活动: a list of acts that one verb takes as its object. */
const LISTING = /^[^，,]{0,20}(?:从事|实施|进行|开展|利用|发布|制作|传播|包括)/;
const CLOSES_LIST = /等[^，,、的]{0,8}(?:活动|行为|信息|内容|方面|工作|措施|事项)$/;
/** 采取实地查看场所，列席会议等方式. */
const LISTING_WAYS = /^[^，,]{0,8}(?:采取|采用|通过)/;
const CLOSES_WAYS = /^(?!采取|采用|通过|以|运用|利用).*等[^，,、的]{0,4}(?:方式|形式|途径|手段|方法)$/;
const closesList = (text: string, clauses: readonly Clause[], index: number, closes: RegExp): boolean => {
  for (let i = index; i < Math.min(clauses.length, index + MAX_AHEAD); i++) {
    const next = clauses[i];
    if (next === undefined || (i > index && next.segment.opensUnit)) return false;
    if (next.modal !== null || next.subject?.actor === true || next.agent !== null) return false;
    if (closes.test(text.slice(next.start, next.end))) return i > index || closes === CLOSES_WAYS;
  }
  return false;
};

/** 建立健全适应发展需要，产教深度融合，服务全民学习的教育体系: one object, whose attributes stand between commas. */
const MADE =
  /^(?:应当|应|要|必须|努力|积极|加快|逐步|不断|进一步|着力)*(?:建立|健全|完善|构建|形成|打造|构筑|建设)+(?:起)?(?:适应|符合|覆盖|贯穿|涵盖|体现|反映|有利于|以|与|由|党委领导|党政|政府主导|权责|职责|产权|统一|上下|横向|结构|布局|科学|系统|运行|行为)/;
const SYSTEM = /的[^，,、的]{0,10}(?:体系|制度|机制|格局|体制|模式|网络|环境|平台)$/;
const ENDS_IN_SYSTEM = /(?:体系|制度|机制|格局|体制|模式|网络|平台|环境|规范|标准|措施|办法|队伍|台账|名录|清单)$/;
const KEPT = /^(?:应当|应|要|必须|要求)*(?:坚持|遵循|贯彻|实行)/;
const PRINCIPLE = /的(?:基本)?(?:原则|方针)$/;
const ENDS_IN_PRINCIPLE = /(?:原则|方针)$/;
/** Verbs that take such a noun as their object begin a duty of their own. */
const MAKES =
  /^(?:[^，,]{0,4})(?:建立|健全|完善|构建|形成|打造|构筑|落实|实行|推行|推动|实施|加强|强化|创新|制定|探索|执行|坚持|遵循|贯彻|体现|按照|确立|优化|改进|改革|深化|推进|规范|发挥|运用|纳入|理顺)/;
/** The verbs of both. */
const LACKS_NOUN = new Set('建立 健全 完善 构建 形成 打造 构筑 建设 坚持 遵循 贯彻 实行'.split(' '));
/** Whether clauses from `index` on run to the noun that the object of `head` still lacks. */
const runsToNoun = (text: string, head: string, clauses: readonly Clause[], index: number): boolean => {
  const made = MADE.test(head) && !ENDS_IN_SYSTEM.test(head);
  if (!made && !(KEPT.test(head) && !ENDS_IN_PRINCIPLE.test(head))) return false;
  const closes = made ? SYSTEM : PRINCIPLE;
  for (let i = index; i < Math.min(clauses.length, index + MAX_ATTRIBUTES); i++) {
    const next = clauses[i];
    if (next === undefined || next.segment.opensUnit || next.modal !== null || next.agent !== null) return false;
    const words = text.slice(next.segment.start, next.end);
    if (next.kind === 'condition' || MAKES.test(words)) return false;
    if (closes.test(words)) return true;
  }
  return false;
};
const MAX_ATTRIBUTES = 8;

/** Verbs that set somebody in motion; 通知 and 委托 take a noun alone. */
const MOVES = /鼓励|支持|引导|动员|倡导|要求|督促|推动|号召|组织/;

/** 鼓励、引导社会组织和个人，开展…: the actor is named, what it is to do comes after the comma. */
const wantsPredicate = (reader: Reader, organs: Organs, before: Clause): boolean =>
  before.kind === 'verb' &&
  (before.verbClasses & CAUSATIVE) !== 0 &&
  MOVES.test(reader.text.slice(before.verbAt, before.verbEnd + 6)) &&
  endsWithoutVerb(reader, organs, before.verbEnd, before.end);

/** 鼓励律师等人员，以及学生，参加…: the clause that names whom, before those it is joined to. */
const JOINS = /^(?:以及|及其?)/;
const MAX_JOINED = 6;
const setInMotion = (text: string, clauses: readonly Clause[], index: number): Clause | undefined => {
  let at = index;
  while (
    at > 0 &&
    index - at < MAX_JOINED &&
    clauses[at]?.kind === 'fragment' &&
    text.startsWith('以及', clauses[at]?.segment.start)
  )
    at--;
  return clauses[at];
};

/** 社会组织和个人, or 各地区结合实际: an actor, and circumstances at most. */
const endsWithoutVerb = (reader: Reader, organs: Organs, from: number, end: number): boolean => {
  const actor = causedActor(reader, organs, from, end);
  if (actor === null) return innerVerb(reader, from, end, false) === null && actorEndsAt(reader, organs, from, end);
  const opener = reader.lexicon.words.longest(reader.text, actor.end, end, OPENER).length;
  return opener > 1 && phrasePredicate(reader, actor.end, end, false) === null;
};

/**
 * Whether the clause at `index` still belongs to the object of `last`, the duty just before it: 特别是…, the second half
 * of 坚持以A促进B，以B保障A or of 把…, or words without a verb that close with 等 or with 的 and a noun.
 */
export const continuesObject = (
  reader: Reader,
  organs: Organs,
  clauses: readonly Clause[],
  index: number,
  last: Draft,
): boolean => {
  const clause = clauses[index];
  const before = clauses[index - 1];
  if (clause === undefined || before === undefined || clause.segment.opensUnit) return false;
  if (last.lastSegment !== before.segment.start || clause.modal !== null) return false;
  const { text } = reader;
  const words = text.slice(clause.segment.start, clause.end);
  if (clause.kind === 'fragment' && JOINS.test(words)) {
    const set = setInMotion(text, clauses, index - 1);
    return set !== undefined && wantsPredicate(reader, organs, set);
  }
  const head = text.slice(last.start, last.end);
  if (LACKS_NOUN.has(last.verb) && runsToNoun(text, head, clauses, index)) return true;
  if (clause.subject?.actor === true || /^(?:不|未|没有|使|让)/.test(words)) return false;
  if (CONTENTS.test(head) && clause.agent === null) return true;
  if (LISTING.test(head) && closesList(text, clauses, index, CLOSES_LIST)) return true;
  if (LISTING_WAYS.test(head) && closesList(text, clauses, index, CLOSES_WAYS)) return true;
  if (clause.kind === 'verb') {
    const set = setInMotion(text, clauses, index - 1);
    if (set !== undefined && wantsPredicate(reader, organs, set)) return true;
  }
  const opensTail = reader.lexicon.words.longest(text, clause.segment.start, clause.segment.end, TAIL).length > 0;
  if (opensTail) return clause.kind !== 'verb' || /^(?:特别是|尤其是|包括)/.test(words);
  if (/^(?:要|应当)?坚持以/.test(head) && words.startsWith('以')) return true;
  if (BA.test(head) && UNDER_BA.test(words)) return true;
  if (clause.kind !== 'fragment' || clause.segment.mark === '：' || clause.segment.mark === ':') return false;
  for (let i = index; i < Math.min(clauses.length, index + MAX_AHEAD); i++) {
    const next = clauses[i];
    if (next === undefined || next.kind !== 'fragment' || (i > index && next.segment.opensUnit)) return false;
    if (/等[^，]{0,10}$|的[^，的]{1,20}$/.test(text.slice(next.segment.start, next.end))) return true;
  }
  return false;
};

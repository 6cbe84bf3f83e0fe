/** The modal that governs a segment, and what stands before it: subject, circumstances or an activity. */
import { Characters } from '../clauses/characters.ts';
import { indexWithin, lastIndexWithin } from '../clauses/scan.ts';
import { CONTENT, FRONTED, OPERATIVE, PREPOSITION, VERB } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import { isHeadOnly, type Modal, nextModal, type Reader, readHead } from './reading.ts';
import { actorEndsAt, boundary, readSubject, type Subject } from './subject.ts';

/** 5年内不得…, 三个工作日内应当…: a term stands like an adverb. */
const TERM = /(?:自|在)?[\d一二三四五六七八九十两]{1,4}个?(?:工作日|小时|日|天|月|年)(?:以内|之内|内)$/;
const TERM_LAST = '内'.charCodeAt(0);
/** Where the adverbs just before `at` begin. */
const beforeAdverbs = ({ text, lexicon }: Reader, organs: Organs, from: number, at: number): number => {
  let before = at;
  for (;;) {
    let { length } = lexicon.adverbsBack.longest(text, before, from, 1);
    if (length === 0 && text.charCodeAt(before - 1) === TERM_LAST)
      length = TERM.exec(text.slice(Math.max(from, before - 12), before))?.[0].length ?? 0;
    if (length === 0 || organs.ends(before)) return before;
    before -= length;
  }
};

/** A modal right after a verb or a preposition, or in a clause before 的, belongs to the object. */
const isEmbedded = (reader: Reader, from: number, modal: Modal, end: number): boolean => {
  const { text, lexicon } = reader;
  const de = indexWithin(text, '的', modal.end, end - 1);
  const closes = de > 0;
  if (closes && de - modal.end <= 8) {
    const head = readHead(reader, modal.end, de);
    if (head.end === de && head.at >= 0 && (head.classes & VERB) !== 0) return true;
  }
  if (text[modal.start - 1] === '除') return true;
  const first = readHead(reader, from, end);
  if (first.at < 0 || first.at >= modal.start) return false;
  if ((lexicon.words.longest(text, first.at, first.end, CONTENT).classes & CONTENT) !== 0) return true;
  return first.end === modal.start && (first.classes & (OPERATIVE | PREPOSITION)) !== 0;
};

/** 建议、意见 and 禁止的: a noun of a list, no modal. */
const NOMINAL = new Characters('、和与及的等');

export const governingModal = (reader: Reader, organs: Organs, from: number, end: number): Modal | null => {
  for (let modal = nextModal(reader, from, end); modal !== null; modal = nextModal(reader, modal.end, end)) {
    if (modal.end >= end || (isHeadOnly(modal) && NOMINAL.at(reader.text, modal.end))) continue;
    if (modal.start > from && isHeadOnly(modal)) {
      const before = beforeAdverbs(reader, organs, from, modal.start);
      if (before > from && !actorEndsAt(reader, organs, from, before)) continue;
    }
    if (!isEmbedded(reader, from, modal, end)) return modal;
  }
  return null;
};

/** 各级机关一要…；二要…. */
const NUMERALS = new Characters('一二三四五六七八九十');

/** 无正当理由不得…: circumstances. */
const WITHOUT = /^(?:无|没有|未经|非经|非依|非因)/;

/** 申请时应当…: circumstances too. */
const AT_A_TIME = /(?:[^同及按准临届定适]时|之?[前后]|过程中)$/;

const TIME_LAST = new Characters('时前后中');

/** 后方车辆应当停车等待: in rules of traffic the vehicle is named for who drives it. */
const VEHICLE = /(?:车辆|校车|机动车|[客货汽电列]车|出租车|船只|航空器)$/;
const VEHICLE_LAST = new Characters('辆车只器');

export interface Front {
  readonly spanStart: number;
  readonly subject: Subject | null;
  readonly activity: boolean;
}

export const readFront = (reader: Reader, organs: Organs, from: number, modal: Modal): Front => {
  const numeral = NUMERALS.at(reader.text, modal.start - 1) && reader.text[modal.start] === '要' ? 1 : 0;
  const before = beforeAdverbs(reader, organs, from, modal.start - numeral);
  const spanStart = numeral > 0 ? modal.start : before;
  if (before <= from) return { spanStart: from, subject: null, activity: false };
  if (WITHOUT.test(reader.text.slice(from, from + 2))) return { spanStart: from, subject: null, activity: false };
  if (reader.text[before - 1] === '的') return { spanStart: before, subject: null, activity: false };
  const timed =
    TIME_LAST.at(reader.text, before - 1) && AT_A_TIME.test(reader.text.slice(Math.max(from, before - 3), before));
  const head = readHead(reader, from, before);
  const opensWithOrgan = organs.begins(from);
  if (!opensWithOrgan && head.at >= from && (head.classes & PREPOSITION) !== 0 && (head.classes & VERB) === 0) {
    const named = subjectAfterPhrase(organs, head.end, before);
    if (named !== null) return { spanStart, subject: named, activity: false };
    const placed = (head.classes & FRONTED) === 0 && endsInActor(reader, organs, from, before);
    if (placed)
      return { spanStart: before, subject: { start: from, end: before, actor: true, owner: null }, activity: false };
    return { spanStart: from, subject: null, activity: false };
  }
  const inner = boundary(reader, organs, from, before);
  const startsWithVerb = !opensWithOrgan && head.at === from && (head.classes & VERB) !== 0;
  const after = readHead(reader, inner, before);
  const phrase = (after.classes & PREPOSITION) !== 0 && !isOwnedThing(reader.text, after.at, before);
  const relative = inner > 0 && !phrase && reader.text.slice(inner, before).includes('的');
  if (inner > 0 && !startsWithVerb && !relative) {
    const keeps = after.at < 0 || phrase || timed;
    return {
      spanStart: keeps && numeral === 0 ? inner : spanStart,
      subject: readSubject(reader, organs, from, inner),
      activity: false,
    };
  }
  if (timed) return { spanStart: from, subject: null, activity: false };
  const vehicle =
    !startsWithVerb &&
    VEHICLE_LAST.at(reader.text, before - 1) &&
    VEHICLE.test(reader.text.slice(Math.max(from, before - 4), before));
  const subject = vehicle
    ? { start: from, end: before, actor: true, owner: null }
    : readSubject(reader, organs, from, before);
  return { spanStart, subject, activity: subject === null };
};

/** 运营者在境内收集的个人信息应当…: a thing, with the actor that has it. */
const isOwnedThing = (text: string, at: number, before: number): boolean =>
  (text[at] === '在' || text[at] === '从') &&
  text.slice(at, before).includes('的') &&
  !/[中内下上时后前间里]$/.test(text.slice(at, before));

/** 在境内从事经营活动的单位应当: the phrase describes the actor. */
const endsInActor = (reader: Reader, organs: Organs, from: number, before: number): boolean => {
  const de = lastIndexWithin(reader.text, '的', from, before);
  return de > from && before - de <= 12 && actorEndsAt(reader, organs, de + 1, before);
};

/** 对…的案件人民检察院应当: an organ that ends just before the modal and does not belong to the phrase. */
const subjectAfterPhrase = (organs: Organs, from: number, before: number): Subject | null => {
  const start = organs.startOf(before);
  return start - from >= 4 ? { start, end: before, actor: true, owner: null } : null;
};

/** 是 as the verb of a definition: X是Y. Not 是否, 凡是, 特别是 and the like. */
const COPULA = '是'.charCodeAt(0);
const NOT_COPULA = new Characters('凡于别其但还只要若而也都就便');
/** Where it stands; -1 when there is none. */
export const copulaAt = ({ text, lexicon }: Reader, from: number, end: number): number => {
  for (let at = from; at < end; at++) {
    if (text.charCodeAt(at) !== COPULA || text[at + 1] === '否' || NOT_COPULA.at(text, at - 1)) continue;
    return (lexicon.words.longest(text, from, end, VERB).classes & OPERATIVE) === 0 ? at : -1;
  }
  return -1;
};

/** Reads one segment from left to right: adverbs, modals, prepositions, verbs; and finds its governing modal. */
import { Characters } from '../clauses/characters.ts';
import { bracketEnd } from '../clauses/segments.ts';
import {
  ACTOR,
  ADVERB,
  type DutyLexicon,
  FUTURE,
  HEAD_ONLY,
  MODAL,
  MODAL_FIRST,
  MUST_NOT,
  NOT_MODAL,
  NOUN,
  OPENING,
  OPERATIVE,
  PREPOSITION,
  SHOULD,
  SINGLE,
  VERB,
} from './lexicon.ts';

export interface Modal {
  readonly start: number;
  readonly end: number;
  readonly classes: number;
}

export interface Reader {
  readonly text: string;
  readonly lexicon: DutyLexicon;
  /** The text orders by bare verb phrases, or reports such a text. */
  readonly orders: boolean;
}

const NOTHING = { length: 0, classes: 0 };

/** Classes of the longest word at `at` that is no noun; 0 where a noun begins. */
export const wordAt = (
  { text, lexicon }: Reader,
  at: number,
  end: number,
  classes: number,
): { length: number; classes: number } => {
  if (!lexicon.words.startsWith(text.charCodeAt(at), classes)) return NOTHING;
  const hit = lexicon.words.longest(text, at, end, classes | NOUN | ACTOR);
  return (hit.classes & classes) === 0 ? NOTHING : hit;
};

/** 将执行决议的情况向…报告: what 将 fronts is disposed of further on. */
const DISPOSES = /的.*(?:向|送交|报送|报告|提交|交由|移送|作为|纳入|列入|告知|通知|通报|返还|予以)/s;

/** 将 followed by an adverb or a verb is a modal, otherwise it fronts an object. */
const isFuture = (reader: Reader, at: number, end: number): boolean => {
  if (at + 1 >= end) return false;
  const { length, classes } = wordAt(reader, at + 1, end, ADVERB | VERB | PREPOSITION);
  if ((classes & (ADVERB | OPERATIVE)) === 0)
    return (classes & PREPOSITION) !== 0 && (length > 1 || PHRASES.at(reader.text, at + 1));
  const rest = reader.text.slice(at + 1, end);
  return !DISPOSES.test(rest) && ((classes & ADVERB) !== 0 || !HANDS_ON.test(rest));
};
/** 将以…为契机, 将在…: nothing fronted begins with these. */
const PHRASES = new Characters('以在对');
/** 将处理决定告知申请人: what looks like a verb after 将 is what is handed on. */
const HANDS_ON =
  /^.{2,12}?(?:告知|通知|通报|移送|移交|送达|送交|报送|报告|提交|交付|交由|报|纳入|列入|列为|作为|录入|写入|返还|退还)/s;

/** 双方可以, 第三方可: 方 belongs to a name. */
const PARTIES = new Characters('双三各对多甲乙丙丁买卖一任');
const namesParty = (text: string, at: number): boolean => text[at + 2] === '以' || PARTIES.at(text, at - 1);

/** The next modal between two offsets, outside brackets and quotations; null when there is none. */
export const nextModal = (reader: Reader, from: number, end: number): Modal | null => {
  const { text } = reader;
  const { marks, words } = reader.lexicon;
  for (let at = from; at < end; ) {
    const code = text.charCodeAt(at);
    const mark = (marks[code] ?? 0) & (OPENING | MODAL_FIRST);
    if (mark === 0) {
      at++;
      continue;
    }
    if (mark === OPENING) {
      at = bracketEnd(text, at, end) + 1;
      continue;
    }
    const hit = words.longest(text, at, end, MODAL | NOT_MODAL | FUTURE | NOUN);
    if (hit.length === 0 || (text[at] === '方' && at > from && namesParty(text, at))) {
      at++;
      continue;
    }
    const plain = (hit.classes & (NOT_MODAL | NOUN)) === 0;
    const future = (hit.classes & FUTURE) !== 0 && (hit.classes & MODAL) === 0;
    if (plain && (!future || isFuture(reader, at, end))) {
      return { start: at, end: at + hit.length, classes: hit.classes };
    }
    at += hit.length;
  }
  return null;
};

export const isHeadOnly = (modal: Modal): boolean => (modal.classes & HEAD_ONLY) !== 0;

/** What a predicate begins with, after its adverbs and modals. */
export interface Head {
  /** Where the verb or the preposition stands; -1 when there is neither. */
  readonly at: number;
  readonly end: number;
  readonly classes: number;
  /** Modals passed on the way. */
  readonly modal: Modal | null;
}

/** 三个月内, 7日内, 每年3月31日前: when it is to be done. */
const TERM =
  /(?:每年)?(?:[\d一二三四五六七八九十两]{1,4}(?:个)?(?:工作日|小时|日|天|月|年)){1,3}(?:以内|之内|内|前|底前)|每(?:学期|学年|季度?|半年|年度?|个?月|周|日|[\d一二三四五六七八九十两]{1,3}个?(?:年|月|日|周))(?:度|份)?/y;
const NUMERAL = new Characters('0123456789一二三四五六七八九十两每');
const termAt = (text: string, at: number, end: number): number => {
  if (at >= end || !NUMERAL.at(text, at)) return 0;
  TERM.lastIndex = at;
  const length = TERM.exec(text)?.[0].length ?? 0;
  return at + length < end ? length : 0;
};

/** 地 that closes a manner, and no 地方, 地区. */
const OF_MANNER = /地(?![方区域点位块理名上下面价震形图铁])/y;
const OR = '或'.charCodeAt(0);
const AND = '、'.charCodeAt(0);
const MANNER = '地'.charCodeAt(0);
/** 单独或者会同有关部门, 及时、全面、准确地披露: what stands between an adverb and another, a phrase, or its verb. */
const joinAt = (reader: Reader, at: number, end: number): number => {
  if (at >= end) return 0;
  const { text } = reader;
  const code = text.charCodeAt(at);
  if (code === AND) return wordAt(reader, at + 1, end, ADVERB).length > 1 ? 1 : 0;
  if (code === MANNER) {
    OF_MANNER.lastIndex = at;
    return OF_MANNER.test(text) ? 1 : 0;
  }
  if (code !== OR) return 0;
  const length = text[at + 1] === '者' ? 2 : 1;
  return wordAt(reader, at + length, end, ADVERB | PREPOSITION).length > 1 ? length : 0;
};

/** Skips adverbs and modals. A word that is both adverb and verb counts as adverb when a predicate goes on after it. */
export const readHead = (reader: Reader, from: number, end: number): Head => {
  let at = from;
  let modal: Modal | null = null;
  let last: { at: number; end: number; classes: number } | null = null;
  for (;;) {
    const hit = wordAt(reader, at, end, ADVERB | MODAL | FUTURE | PREPOSITION | VERB | SINGLE | NOT_MODAL);
    if (hit.length === 0) {
      const passed = termAt(reader.text, at, end) || (at > from ? joinAt(reader, at, end) : 0);
      if (passed === 0) break;
      at += passed;
      continue;
    }
    const next = at + hit.length;
    if ((hit.classes & NOT_MODAL) !== 0 && (hit.classes & (VERB | ADVERB)) === 0) break;
    if ((hit.classes & MODAL) !== 0 && (hit.classes & VERB) === 0) {
      modal = modal ?? { start: at, end: next, classes: hit.classes };
      if ((hit.classes & (MUST_NOT | SHOULD)) !== 0) modal = { start: at, end: next, classes: hit.classes };
      at = next;
      continue;
    }
    if ((hit.classes & FUTURE) !== 0 && hit.length === 1 && isFuture(reader, at, end)) {
      modal = modal ?? { start: at, end: next, classes: FUTURE };
      at = next;
      continue;
    }
    if ((hit.classes & (VERB | SINGLE)) !== 0) {
      if ((hit.classes & ADVERB) === 0) return { at, end: next, classes: hit.classes, modal };
      const follow = wordAt(reader, next, end, ADVERB | PREPOSITION | VERB);
      if (follow.length < 2) return { at, end: next, classes: hit.classes, modal };
      last = { at, end: next, classes: hit.classes };
    } else if ((hit.classes & PREPOSITION) !== 0 && (hit.classes & ADVERB) === 0) {
      return { at, end: next, classes: hit.classes, modal };
    }
    at = next;
  }
  return last === null ? { at: -1, end: at, classes: 0, modal } : { ...last, modal };
};

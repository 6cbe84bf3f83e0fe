/** Prepositional phrases: whether they are circumstances only, or hold the verb of the predicate. */

import { Characters } from '../clauses/characters.ts';
import { indexWithin, lastIndexWithin } from '../clauses/scan.ts';
import { bracketEnd } from '../clauses/segments.ts';
import { WordTrie } from '../clauses/word-trie.ts';
import {
  ADVERB,
  type DutyLexicon,
  FRONTED,
  HANDLING,
  INNER,
  MODAL,
  NOT_MODAL,
  NOUN,
  OPENER,
  OPENER_FIRST,
  OPENING,
  OPERATIVE,
  PREPOSITION,
  SINGLE,
  VERB,
} from './lexicon.ts';
import { objectAfter } from './own-object.ts';
import { type Head, type Reader, readHead, wordAt } from './reading.ts';

export interface Verb {
  readonly at: number;
  readonly end: number;
  readonly classes: number;
}

const IN_TIME_OR_PLACE = new Set([
  '在',
  '从',
  '自',
  '当',
  '除',
  '除了',
  '至',
  '经',
  '经过',
  '未经',
  '由于',
  '因',
  '于',
]);
const LOCATIVE = new WordTrie(true).addAll(
  '中 下 上 内 外 间 里 方面 领域 环节 范围 位置 地点 场所 基础 原则 前提 起 同意 批准 许可 授权 以外 原因 关系 时 后 前'.split(
    ' ',
  ),
  1,
);
const isLocative = (text: string, from: number, end: number): boolean =>
  LOCATIVE.longest(text, end, from, 1).length > 0;
/** What comes after these is a ground, and may end in more nouns. */
const GROUND = new Set([
  '根据',
  '依据',
  '按照',
  '依照',
  '结合',
  '针对',
  '鉴于',
  '参照',
  '比照',
  '遵照',
  '按',
  '依',
  '据',
]);
/** 为 and a verb: a purpose. */
const PURPOSE =
  /^(?:保障|保护|维护|促进|加强|规范|推动|确保|实现|防止|预防|进一步|全面|贯彻|深入|充分|有效|及时|正确|切实|解决|更好|依法)/;
/** Verbs that take a verb as their object: 予以保密, 进行审查. */
const LIGHT = /(?:予以|进行|给予|加以|作出|依法|及时|严格|应当|不得|可以)$/;

/** Manner: 采取多种形式. 采取措施 is an act. */
const MANNER = new WordTrie(true).addAll(['形式', '方式', '方法', '手段', '途径', '渠道', '模式'], 1);
const isManner = (text: string, from: number, end: number): boolean => MANNER.longest(text, end, from, 1).length > 0;

/** 处一万元以上罚款, 处五日以下拘留. */
const FINES = new Characters('一二三四五六七八九十两百千万0123456789');
const LISTED_BEFORE = new Characters('、的和');
const NOUN_AFTER = new Characters('的等与和及或');
const CONJUNCTION = new Characters('和与或');

/**
 * The verb inside a prepositional phrase: not right after the preposition, no coordinate of a list, not before 的; of
 * verbs in a row the last. With `closing` one that ends the segment counts too (对…向…投诉、举报).
 */
export const innerVerb = (
  reader: Reader,
  from: number,
  end: number,
  closing: boolean,
  accepts: (verb: Verb) => boolean = () => true,
): Verb | null => {
  const { text } = reader;
  const { marks, words } = reader.lexicon;
  let found: Verb | null = null;
  for (let at = from + 1; at < end; ) {
    if (((marks[text.charCodeAt(at)] ?? 0) & OPENING) !== 0) {
      at = bracketEnd(text, at, end) + 1;
      continue;
    }
    if (found !== null && at > found.end) return found;
    const hit = words.longest(text, at, end, VERB | NOUN | INNER | NOT_MODAL);
    if (hit.length < 2) {
      if (text[at] === '处' && FINES.at(text, at + 1) && closing) return { at, end: at + 1, classes: OPERATIVE };
      at++;
      continue;
    }
    const to = at + hit.length;
    const noun = (hit.classes & NOUN) !== 0 || (hit.classes & (VERB | INNER)) === 0;
    const free = !LISTED_BEFORE.at(text, at - 1) && !NOUN_AFTER.at(text, to);
    const listed = text[to] === '、' && !(closing && !objectAfter(reader, at, end));
    const paired = closing && CONJUNCTION.at(text, to) && pairs(reader, to + 1, end);
    const open = to < end ? !listed : closing || LIGHT.test(text.slice(Math.max(0, at - 2), at));
    const verb = { at, end: to, classes: hit.classes };
    if (!noun && (free || paired) && open && accepts(verb)) found = verb;
    at = to;
  }
  return found;
};

/** What closes a phrase: 在…中, 以…方式, 根据…规定. */
type Closing = 'place' | 'manner' | 'ground';

/** 联系和交流一次: a second verb after the conjunction, and no noun made of both (保护和监督职责). */
const pairs = (reader: Reader, at: number, end: number): boolean => {
  const { length } = wordAt(reader, at, end, VERB);
  return (
    length > 1 &&
    !/^(?:的|等|职责|工作|活动|义务|管理|制度|机制|体系)/.test(reader.text.slice(at + length, at + length + 2))
  );
};

/** 按照规定对车辆实行…, 在期限内向机关报告: a second phrase, that holds the verb. */
const ADDRESSES = new Characters('对向');

/** A predicate that goes on after a closed phrase: 在…范围内承担, 结合实际进一步明确, 根据需要制定. */
const afterPhrase = (reader: Reader, from: number, end: number, closes: Closing): Verb | null => {
  const { text, lexicon } = reader;
  for (let at = from + 1; at < end - 1; at++) {
    const hit = wordAt(reader, at, end, ADVERB | VERB | MODAL);
    const addresses = hit.length < 2 && ADDRESSES.at(text, at) && closes !== 'manner';
    if (hit.length < 2 && !addresses) continue;
    const closed =
      closes === 'place'
        ? isLocative(text, from, at)
        : closes === 'manner'
          ? isManner(text, from, at)
          : lexicon.adjunctTails.longest(text, at, from, 3).length > 0;
    if (addresses) {
      if (closed && wordAt(reader, at, end, PREPOSITION).length === 1) return throughPhrases(reader, at, end);
      continue;
    }
    const adverbial = closes !== 'manner' && (hit.classes & ADVERB) !== 0 && !LISTED_BEFORE.at(text, at - 1);
    if (!closed && !adverbial) continue;
    const head = readHead(reader, at, end);
    if (head.at >= 0 && (head.classes & VERB) !== 0 && head.end < end && text[head.end] !== '的') {
      if (closed || head.at > at) return { at: head.at, end: head.end, classes: head.classes };
    }
  }
  return null;
};

/**
 * After 对X的Y a verb counts when it is one that takes over from such a phrase (予以, 加强 …), or has an adverb before it;
 * otherwise it is part of a noun: 对人民检察院提出的纠正意见.
 */
const takesOver =
  ({ text, lexicon }: Reader, from: number, end: number) =>
  (verb: Verb): boolean => {
    const de = lastIndexWithin(text, '的', from, end);
    if (verb.at < de && (verb.classes & HANDLING) !== 0 && POLICY.test(text.slice(de + 1, end))) return true;
    if (de < from || verb.at < de || (verb.classes & (HANDLING | INNER)) !== 0) return verb.at > de || de < from;
    return lexicon.adverbsBack.longest(text, verb.at, de, 1).length > 0 || toSomebody(text, lexicon, de, verb.at);
  };
/** 就普遍问题向行政机关制发建议: after 向 and somebody. */
const toSomebody = (text: string, lexicon: DutyLexicon, from: number, at: number): boolean => {
  if (lexicon.actorTails.longest(text, at, from, 1).length === 0) return false;
  const left = text.slice(Math.max(from, at - 24), at);
  return text[at - 1] === '门' || /[向给与同由](?!导|上|来)[^的，]{2,22}$/.test(left);
};
/** 对…坚持…的方针, 对…实行…的制度: the noun is the verb's object. */
const POLICY = /^(?:方针|原则|政策|制度|办法|措施|方式|机制|要求|态度|做法)$/;

/** 对A、B等工作，: a list of nouns whose verb comes after the comma. */
const FRONTS = new Characters('对就将把');
const FRONTS_OF = new Characters('对就于');
const LISTED = /等(?:工作|问题|情况|事项|行为|案件|活动|方面|领域|环节|案件)?$/;

/** 在履行职责中发现的线索: the phrase belongs to a noun. */
const closesInNoun = (reader: Reader, from: number, end: number): boolean => {
  for (let de = indexWithin(reader.text, '的', from, end); de >= 0; de = indexWithin(reader.text, '的', de + 1, end)) {
    const at = de - 2;
    if (at > from && isLocative(reader.text, at - 1, at) && wordAt(reader, at, de, VERB).length === 2) return true;
  }
  return false;
};

/** 会同Y根据Z制定: the verb stands before the next phrase, or in it. */
const throughPhrases = (reader: Reader, from: number, end: number): Verb | null => {
  const { text, lexicon } = reader;
  const { marks } = lexicon;
  for (let at = from + 2; at < end - 2; at++) {
    if (((marks[text.charCodeAt(at)] ?? 0) & OPENER_FIRST) === 0) continue;
    const word = lexicon.words.longest(text, at, end, OPENER | NOUN);
    if (word.length < 2 || (word.classes & OPENER) === 0 || !GROUND.has(text.slice(at, at + word.length))) continue;
    return innerVerb(reader, from, at, false) ?? phrasePredicate(reader, at, end, true);
  }
  const fronts = FRONTS_OF.at(text, from);
  return innerVerb(reader, from, end, true, fronts ? takesOver(reader, from, end) : undefined);
};

/**
 * The verb of the predicate that begins with a preposition or an opener of circumstances at `start`; null when the
 * segment holds circumstances only. `governed`: a modal stands before it.
 */
export const phrasePredicate = (reader: Reader, start: number, end: number, governed: boolean): Verb | null => {
  const { text, lexicon } = reader;
  const opener = lexicon.words.longest(text, start, end, OPENER);
  if (opener.length === 0) {
    if (FRONTS.at(text, start) && LISTED.test(text.slice(Math.max(start, end - 8), end))) return null;
    const preposition = Math.max(1, lexicon.words.longest(text, start, end, PREPOSITION).length);
    return throughPhrases(reader, start + preposition - 1, end);
  }
  const word = text.slice(start, start + opener.length);
  const from = start + opener.length;
  const body = text.slice(from, end);
  if (GROUND.has(word) && TITLE.test(body)) return null;
  if (word === '以' && AIM.test(body)) return null;
  const located = IN_TIME_OR_PLACE.has(word);
  if (located && (isLocative(text, from, end) || closesInNoun(reader, from, end))) return null;
  if (word === '为了' || (word === '为' && PURPOSE.test(body))) return null;
  if (word === '为') return innerVerb(reader, from, end, governed);
  if (word === '以' && /^[^为]{1,30}为/.test(body)) return innerVerb(reader, from + body.indexOf('为'), end, false);
  if (!GROUND.has(word) && !located) {
    const parallel = parallelVerb(reader, from, end);
    if (parallel !== null) return parallel;
    const acting = afterPhrase(reader, from, end, 'manner');
    if (acting !== null || isManner(text, from, end)) return acting;
  }
  const after = afterPhrase(reader, from, end, located ? 'place' : 'ground');
  if (after !== null) return after;
  const tail = text[end - 1] === '等' ? end - 1 : end;
  if (lexicon.adjunctTails.longest(text, tail, start, GROUND.has(word) ? 3 : 1).length > 0) return null;
  return innerVerb(reader, from, end, governed);
};

/** 依据《…规定》: a ground in its own segment. */
const TITLE = /^[^《》]{0,12}《[^》]+》(?:[（(][^）)]*[）)])?(?:等?(?:的)?(?:有关|相关)?规定|等)?$/;
/** 以提升能力、增强质效为重点: what it aims at. */
const AIM =
  /为(?:工作)?(?:重点|契机|抓手|主线|核心|目标|导向|牵引|引领|基础|根本|中心|统领|突破口|切入点|着力点|载体|支撑|关键|主题|主体|动力|依托|保障|宗旨|前提)$/;

/** 围绕中心、服务大局: a short phrase beside a short predicate. */
const parallelVerb = (reader: Reader, from: number, end: number): Verb | null => {
  const { text } = reader;
  const at = indexWithin(text, '、', from, Math.min(end, from + 7)) + 1;
  if (at === 0 || end - at > 7 || wordAt(reader, from, at - 1, VERB).length > 1) return null;
  const { length, classes } = wordAt(reader, at, end, VERB);
  return length > 1 &&
    end - at - length >= 2 &&
    indexWithin(text, '、', at, end) < 0 &&
    !LISTED.test(text.slice(at, end))
    ? { at, end: at + length, classes }
    : null;
};

/** The verb of a predicate: the head's own, or that inside or after a prepositional phrase. */
export const predicateVerb = (reader: Reader, head: Head, end: number, governed: boolean): Verb | null => {
  if (head.at < 0) return null;
  const { text, lexicon } = reader;
  const verb = (head.classes & (VERB | SINGLE)) !== 0;
  const opener = lexicon.words.longest(text, head.at, end, OPENER).length >= head.end - head.at;
  /** 综合运用抗诉、检察建议等方式 is manner like 采取多种形式. */
  const uses = verb && text[head.at + 1] === '用' && (text[head.at] === '运' || text[head.at] === '利');
  if (uses && isManner(text, head.end, end)) return null;
  if (verb && !opener) return head;
  if (verb && text.startsWith('采', head.at))
    return isManner(text, head.at, end) ? phrasePredicate(reader, head.at, end, governed) : head;
  const found = phrasePredicate(reader, head.at, end, governed);
  return found === null && verb && !opener ? head : found;
};

/** 对X, whose verb comes after the comma; 对…的 is a condition. */
export const isFronted = (reader: Reader, head: Head, end: number): boolean =>
  head.at >= 0 && (head.classes & FRONTED) !== 0 && reader.text[end - 1] !== '的';

/** What stands before the clause proper: 同时, 一是, 《意见》指出, 会议强调. */
import { Characters } from '../clauses/characters.ts';
import { indexWithin } from '../clauses/scan.ts';
import { ACTOR, ADVERB, LEAD_IN, MODAL, NOUN, PREPOSITION, REPORT, VERB } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import { type Reader, wordAt } from './reading.ts';

export interface LeadIn {
  /** Where the clause begins. */
  readonly end: number;
  /** The document, the meeting it reports on or its issuer is the one that says so. */
  readonly report: boolean;
  /** Somebody else says so: background, no norm of this document. */
  readonly quoted: boolean;
}

const SPEAKER =
  /^(?:会议|通知|意见|决议|决定|方案|文件|纲要|规划|办法|通报|报告|要点|公告|规定|细则|条例|解释|指引|指南|大会|全会|该意见|该通知|该办法|通知还|意见还|会议还|最高检|最高法|两高)/;
const OTHERS = /^(?:习近平|总书记|党的|中央|党中央|中共中央|宪法|法律|法治日报|记者|专家|代表)/;
/** 要求各级机关…: the document asks it of everybody. */
const EVERYBODY = /^要求(?:各|全)/;
/** First characters of the words above, and of a title. */
const SPEAKS = new Characters('要《会通意决方文纲规办报要公细条解指大全该最两习总党中宪法记专代');
/** Between the speaker and the verb. */
const PASSED = ['还', '也', '同时', '特别', '进一步', '明确', '中'];
const MAX_SPEAKER = 60;
const NUMERAL = new Characters('一二三四五六七八九十');

/** A speaker and a report verb at `from`; the clause or the next segment holds what is said. */
const readReport = (
  reader: Reader,
  organs: Organs,
  from: number,
  end: number,
): { end: number; quoted: boolean } | null => {
  const { text, lexicon } = reader;
  let at = from;
  let quoted = false;
  const organ = organs.endFrom(from);
  if (organ === 0 && !SPEAKS.at(text, from)) return null;
  if (text[from] === '要' && EVERYBODY.test(text.slice(from, from + 4)) && organs.begins(from + 2))
    return { end: from + 2, quoted: false };
  const speaker = SPEAKER.exec(text.slice(from, from + 4))?.[0];
  if (text[from] === '《') {
    const close = indexWithin(text, '》', from, Math.min(end, from + MAX_SPEAKER) + 1);
    if (close < 0 || close > Math.min(end, from + MAX_SPEAKER)) return null;
    at = close + 1;
  } else if (speaker !== undefined) at = from + speaker.length;
  else if (OTHERS.test(text.slice(from, from + 4))) {
    quoted = true;
    at = from + 2;
    while (at < end && lexicon.words.longest(text, at, end, REPORT).length === 0) at++;
  } else if (organ > 0) at = organ;
  else return null;
  while (at < end && lexicon.words.longest(text, at, end, REPORT).length === 0) {
    const passed = PASSED.find((word) => text.startsWith(word, at));
    if (passed === undefined) return null;
    at += passed.length;
  }
  const verb = lexicon.words.longest(text, at, end, REPORT).length;
  if (verb === 0) return null;
  const after = at + verb;
  if (after < end) {
    const next = wordAt(reader, after, end, ADVERB | MODAL | VERB | PREPOSITION | ACTOR);
    const said = (next.length > 1 || text[after] === '要' || organs.begins(after)) && (next.classes & NOUN) === 0;
    if (!said || (organ > 0 && speaker === undefined)) return null;
  }
  return { end: after, quoted };
};

/** 第二款, 第三次: no 第二 of a list. */
const COUNTED = new Characters('款条项次个批审产人期类级季届方种位编章节部轮');

export const readLeadIn = (reader: Reader, organs: Organs, from: number, end: number): LeadIn => {
  const { text, lexicon } = reader;
  let at = from;
  let report = false;
  let quoted = false;
  for (;;) {
    while (text[at] === ' ' || text[at] === '“') at++;
    const said = readReport(reader, organs, at, end);
    if (said !== null) {
      at = said.end;
      report = report || !said.quoted;
      quoted = said.quoted;
      continue;
    }
    const hit = lexicon.words.longest(text, at, end, LEAD_IN);
    if (hit.length === 0 || organs.begins(at)) break;
    const longer = lexicon.words.longest(text, at, end, ADVERB | VERB | NOUN | MODAL | ACTOR).length;
    if (longer > hit.length) break;
    if (hit.length === 1 && NUMERAL.at(text, at) && text[at + 1] !== '要') break;
    if (hit.length === 2 && text[at] === '第' && COUNTED.at(text, at + 2)) break;
    at += hit.length;
  }
  return { end: Math.min(at, end), report, quoted };
};

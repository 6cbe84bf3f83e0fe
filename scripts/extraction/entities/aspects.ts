/** Fields of work: 立法, 执法, 司法, 守法, 普法, 法治研究, 队伍建设; alone, coordinated, or with modifiers before them. */
import { type AnchorHit, type Candidate, conjunctionBefore, isHan } from './anchors.ts';
import type { EntityLexicon } from './lexicon.ts';

const MAX_LEFT = 20;
const MAX_AFTER = 6;
const JOINS = new Set(['和', '与', '及', '或', '等', '以', '的']);
const TEAM = '队伍建设';
const PUBLICITY = '普法';
/** 法治宣传教育: a name of its own, whatever follows. */
const LONG_NAME = 4;

const isPublicity = (hit: AnchorHit): boolean => hit.meaning.includes(PUBLICITY);

/**
 * A field may be followed by a mark, a conjunction, a word of [after], or the next field of a list; the last one of a
 * list by anything but a word of [listed-not-after].
 */
const standsFree = (
  text: string,
  hit: AnchorHit,
  next: AnchorHit | undefined,
  listed: boolean,
  modified: boolean,
  lexicon: EntityLexicon,
): boolean => {
  const follows = (words: { longest: EntityLexicon['aspectAfter']['longest'] }): boolean =>
    words.longest(text, hit.end, hit.end + MAX_AFTER, 1).length > 0;
  if (next?.start === hit.end) return !next.word.startsWith(TEAM);
  if (!isHan(text.charCodeAt(hit.end))) return true;
  if (follows(lexicon.aspectNotAfter)) return false;
  if (isPublicity(hit) && follows(lexicon.publicityNotAfter)) return false;
  if (isPublicity(hit) && hit.word.length >= LONG_NAME) return true;
  const char = text[hit.end] ?? '';
  if (char === '的') return isPublicity(hit) && modified;
  if (JOINS.has(char) || follows(lexicon.aspectAfter)) return true;
  return listed && modified && !follows(lexicon.listedNotAfter);
};

/** 法律法规及相关知识的宣传、普及: what is made known must be law, named shortly before in the same segment. */
const LAW_BEFORE =
  /(?:法律法规|法律(?!监督|援助|服务|顾问)|法规|法治|法制|宪法)(?:(?!法律|法治|法制|宪法)[^，,。；;：:“”\n])*$/;
/** 法律规定从事广告宣传, 法律援助宣传: not law is made known. */
const OTHER = /规定|禁止|从事|援助|法律监督/;
const ofPublicity = (text: string, hit: AnchorHit, lexicon: EntityLexicon): Candidate | null => {
  if (lexicon.publicityNotAfter.longest(text, hit.end, hit.end + MAX_AFTER, 1).length > 0) return null;
  const from = Math.max(0, hit.start - MAX_LEFT);
  const left = text.slice(from, hit.start);
  const found = LAW_BEFORE.exec(left);
  if (found === null || OTHER.test(found[0])) return null;
  return { start: from + found.index, end: hit.end, canonical: [PUBLICITY], rule: 'aspect.publicity' };
};

/** 队伍素质能力建设, 队伍革命化、正规化建设: what of the team is built stands between. */
const TEAM_WORD = '队伍';
const BUILT =
  /^(?:(?:思想|政治|业务|职业|专业|作风|纪律|廉政|党风|组织|梯队|能力|素质|素能|本领|革命化|正规化|专业化|职业化|规范化|年轻化|现代化|履职|办案|执法|司法|自身|道德|综合)[、和与及]?){1,6}建设/;
const MAX_BUILT = 24;

/** Where the name ends: a team alone is no field. */
const withWhatIsBuilt = (text: string, hit: AnchorHit): AnchorHit | null => {
  if (hit.word !== TEAM_WORD) return hit;
  const found = BUILT.exec(text.slice(hit.end, hit.end + MAX_BUILT));
  return found === null ? null : { ...hit, end: hit.end + found[0].length };
};

const MODIFIABLE = /^(?:立法|执法|司法|守法|普法)$/;
/** “八五”普法. */
const PLAN = /“[一二三四五六七八九十]{1,2}五”$/;
const MAX_PLAN = 5;

const startOf = (text: string, hit: AnchorHit, floor: number, lexicon: EntityLexicon): number => {
  if (!MODIFIABLE.test(hit.word)) return hit.start;
  const modifier = (at: number): number => lexicon.aspectModifiers.longest(text, at, floor, 1).length;
  const start = hit.start - modifier(hit.start);
  if (text.slice(start, hit.start) === '地方') return start - modifier(start);
  if (hit.word !== PUBLICITY || start < hit.start) return start;
  return start - (PLAN.exec(text.slice(Math.max(floor, start - MAX_PLAN), start))?.[0].length ?? 0);
};

/** 干预司法活动 speaks of the field itself. */
const ACTIVITY = '活动';

export const findAspects = (text: string, hits: readonly AnchorHit[], lexicon: EntityLexicon): Candidate[] => {
  const found: Candidate[] = [];
  /** Where the last field ended that a word of [not-before] spoils: 选择性执法司法. */
  let spoiledTo = -1;
  hits.forEach((anchor, index) => {
    const hit = withWhatIsBuilt(text, anchor);
    if (hit === null || hit.start < (found.at(-1)?.end ?? 0)) return;
    if (hit.kind === 'publicity') {
      const made = ofPublicity(text, hit, lexicon);
      if (made !== null) found.push(made);
      return;
    }
    const floor = Math.max(0, hit.start - MAX_LEFT);
    const start = startOf(text, hit, floor, lexicon);
    const spoiled = lexicon.aspectNotBefore.longest(text, start, floor, 1).length > 0;
    if (hit.start === spoiledTo || (spoiled && !text.startsWith(ACTIVITY, hit.end))) {
      spoiledTo = hit.end;
      return;
    }
    const conjunction = conjunctionBefore(text, start);
    const listed = conjunction > 0 && found.at(-1)?.end === start - conjunction;
    if (!standsFree(text, hit, hits[index + 1], listed, start < hit.start, lexicon)) return;
    found.push({ start, end: hit.end, canonical: hit.meaning, rule: 'aspect.field' });
  });
  return found;
};

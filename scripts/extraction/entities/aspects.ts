/** Fields of work: 立法, 执法, 司法, 守法, 普法, 法治研究, 队伍建设; alone, coordinated, or with modifiers before them. */
import { type AnchorHit, type Candidate, isHan } from './anchors.ts';
import type { EntityLexicon } from './lexicon.ts';

const MAX_LEFT = 20;
const JOINS = new Set(['和', '与', '及', '或', '等', '以', '的']);

/** A field may be followed by a mark, a conjunction, a word of [after], or the next field of a list. */
const standsFree = (text: string, hit: AnchorHit, next: AnchorHit | undefined, lexicon: EntityLexicon): boolean => {
  if (next?.start === hit.end) return true;
  const code = text.charCodeAt(hit.end);
  if (Number.isNaN(code) || !isHan(code)) return true;
  const char = text[hit.end] ?? '';
  if (char === '的') return false;
  return JOINS.has(char) || lexicon.aspectAfter.longest(text, hit.end, hit.end + 6, 1).length > 0;
};

/** 法律法规及相关知识的宣传、普及: what is made known must be law, named shortly before in the same segment. */
const LAW_BEFORE = /(?:法律法规|法律|法规|法治|法制|宪法)(?:(?!法律|法治|法制|宪法)[^，,。；;：:\n])*$/;
/** 法律规定从事广告宣传, 法律援助宣传: not law is made known. */
const OTHER = /规定|禁止|从事|援助/;
const ofPublicity = (text: string, hit: AnchorHit): Candidate | null => {
  const from = Math.max(0, hit.start - MAX_LEFT);
  const left = text.slice(from, hit.start);
  const found = LAW_BEFORE.exec(left);
  if (found === null || OTHER.test(found[0])) return null;
  return { start: from + found.index, end: hit.end, canonical: ['普法'], rule: 'aspect.publicity' };
};

const MODIFIABLE = /^(?:立法|执法|司法|守法|普法)$/;

export const findAspects = (text: string, hits: readonly AnchorHit[], lexicon: EntityLexicon): Candidate[] =>
  hits.flatMap((hit, index) => {
    if (hit.kind === 'publicity') {
      const found = ofPublicity(text, hit);
      return found === null ? [] : [found];
    }
    if (!standsFree(text, hit, hits[index + 1], lexicon)) return [];
    const floor = Math.max(0, hit.start - MAX_LEFT);
    const modifier = (at: number): number => lexicon.aspectModifiers.longest(text, at, floor, 1).length;
    let start = MODIFIABLE.test(hit.word) ? hit.start - modifier(hit.start) : hit.start;
    if (text.slice(start, hit.start) === '地方') start -= modifier(start);
    return [{ start, end: hit.end, canonical: hit.meaning, rule: 'aspect.field' }];
  });

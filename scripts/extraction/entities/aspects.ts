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

export const findAspects = (text: string, hits: readonly AnchorHit[], lexicon: EntityLexicon): Candidate[] =>
  hits.flatMap((hit, index) => {
    if (!standsFree(text, hit, hits[index + 1], lexicon)) return [];
    const floor = Math.max(0, hit.start - MAX_LEFT);
    let { start } = hit;
    for (;;) {
      const modifier = lexicon.aspectModifiers.longest(text, start, floor, 1).length;
      if (modifier === 0) break;
      start -= modifier;
    }
    return [{ start, end: hit.end, canonical: hit.meaning, rule: 'aspect.field' }];
  });

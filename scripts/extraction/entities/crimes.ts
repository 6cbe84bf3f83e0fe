/** Crimes and targets: …犯罪 with its defining head, named 罪名, unlawful acts that are the object of 打击, 惩治, 查处. */
import { type AnchorHit, type Candidate, isHan } from './anchors.ts';
import type { EntityLexicon } from './lexicon.ts';

const MAX_LEFT = 40;
/** 国（边）境: the one aside inside names of crimes. */
const BORDER = /（[边境]）/;

interface Modifier {
  readonly start: number;
  /** A word of [bound] or a mark stands before it, and not the mere end of the window. */
  readonly bounded: boolean;
}

/** Where the words that define the crime begin: leftwards to a word of [bound] or a mark; 、 joins a list. */
const DEFINING_VERB = /^(?:危害|妨害|破坏|侵犯|侵害|扰乱)$/;
const modifierBefore = (text: string, at: number, lexicon: EntityLexicon): Modifier => {
  const floor = Math.max(0, at - MAX_LEFT);
  let start = at;
  while (start > floor) {
    const code = text.charCodeAt(start - 1);
    const char = text[start - 1];
    if (char === '、') {
      if (/[罪]$/.test(text.slice(start - 3, start - 1)) || start === at) break;
    } else if (!isHan(code) && !(BORDER.test(text.slice(start - 3, start + 2)) && (char === '（' || char === '）')))
      break;
    else if (DEFINING_VERB.test(text.slice(start - 2, start))) start--;
    else if (lexicon.crimeBound.longest(text, start, floor, 1).length > 0 && start < at) break;
    else if (start === at && lexicon.crimeBound.longest(text, start, floor, 1).length > 1) break;
    start--;
  }
  while (text[start] === '、') start++;
  return { start, bounded: start > floor };
};

/** 危害计算机信息系统安全、数据安全 → each with the head; a verb before the first coordinate is shared by all. */
const SHARED_VERB = /^(?:危害|妨害|破坏|侵犯|侵害|扰乱|生产|销售|利用|非法)/;
const expand = (text: string, head: string): string[] => {
  const parts = text
    .replace(/等(?:领域|类)?$/, '')
    .split(/、|和|与|以及|及/)
    .filter((part) => part !== '');
  const verb = SHARED_VERB.exec(parts[0] ?? '')?.[0] ?? '';
  return parts.map((part, index) => (index > 0 && verb !== '' && !SHARED_VERB.test(part) ? verb : '') + part + head);
};

/** Whether a verb of [target-verb] governs `at` inside the segment; where its object begins. */
const objectStart = (text: string, at: number, lexicon: EntityLexicon): number => {
  const floor = Math.max(0, at - MAX_LEFT);
  for (let i = at; i > floor; i--) {
    if (lexicon.targetVerbs.longest(text, i, floor, 1).length > 0) return i;
    if ('，,。；;：:\n'.includes(text[i - 1] ?? '')) break;
  }
  return -1;
};

/** 涉嫌犯罪的， is a condition. */
const CONDITION = /^的[，,；;。、：:]/;

const ofHead = (text: string, hit: AnchorHit, lexicon: EntityLexicon): Candidate | null => {
  if (hit.word === '罪' && text[hit.start - 1] === '犯') return null;
  if (lexicon.crimeNotAfter.longest(text, hit.end, hit.end + 4, 1).length > 0) return null;
  if (CONDITION.test(text.slice(hit.end, hit.end + 2))) return null;
  const listed = text[hit.start - 1] === '等';
  const { start } = modifierBefore(text, listed ? hit.start - 1 : hit.start, lexicon);
  const modifier = text.slice(start, listed ? hit.start - 1 : hit.start);
  if (modifier === '') {
    if (hit.word === '罪' || objectStart(text, hit.start, lexicon) < 0) return null;
    return { start: hit.start, end: hit.end, canonical: [hit.word], rule: 'crime.object' };
  }
  if (modifier.length < 2 || (hit.word === '罪' && modifier.length < 3)) return null;
  const canonical = hit.word === '罪' ? [modifier + hit.word] : expand(modifier, hit.word);
  if (canonical.every((name) => lexicon.generic.has(name))) return null;
  return { start, end: hit.end, canonical, rule: canonical.length > 1 ? 'crime.coordinated' : 'crime.head' };
};

const ofUnlawful = (text: string, hit: AnchorHit, lexicon: EntityLexicon): Candidate | null => {
  const from = objectStart(text, hit.start, lexicon);
  if (from < 0) return null;
  const start = /^(?:各类|各种|一切|有关|相关)/.test(text.slice(from, from + 2)) ? from + 2 : from;
  const name = text.slice(start, hit.end);
  if (lexicon.generic.has(name) || hit.start - start < 2 || name.includes('、')) return null;
  return { start, end: hit.end, canonical: [name], rule: 'crime.unlawful' };
};

export const findCrimes = (text: string, hits: readonly AnchorHit[], lexicon: EntityLexicon): Candidate[] =>
  hits.flatMap((hit) => {
    if (hit.kind === 'crime-name')
      return [{ start: hit.start, end: hit.end, canonical: [hit.word], rule: 'crime.name' }];
    if (hit.kind === 'target') {
      const governed = objectStart(text, hit.start, lexicon) >= 0;
      return governed ? [{ start: hit.start, end: hit.end, canonical: [hit.word], rule: 'crime.target' }] : [];
    }
    const found = hit.kind === 'unlawful' ? ofUnlawful(text, hit, lexicon) : ofHead(text, hit, lexicon);
    return found === null ? [] : [found];
  });

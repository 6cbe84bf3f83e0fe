/** Functions, organs, aspects and crimes of one document, and the laws its citations name. */
import type { CitationMention, EntityMention } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { bracketEnd } from '../clauses/segments.ts';
import { type Candidate, findAnchors } from './anchors.ts';
import { findAspects } from './aspects.ts';
import { findCrimes } from './crimes.ts';
import { findFunctions } from './functions.ts';
import { findLaws } from './laws.ts';
import type { EntityLexicon } from './lexicon.ts';
import { findOrgans } from './organs.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text is about procuratorates when it names one. */
const PROCURATORIAL = /检察院|检察机关|最高检/;

/** 《…》: nothing inside a title is a mention of its own. */
const bookSpans = (text: string, from: number, to: number): Span[] => {
  const spans: Span[] = [];
  for (let at = text.indexOf('《', from); at >= 0 && at < to; at = text.indexOf('《', at)) {
    const end = bracketEnd(text, at, to);
    if (end > at) spans.push({ start: at, end: end + 1 });
    at = Math.max(at, end) + 1;
  }
  return spans;
};

/**
 * Every mention, without overlaps: laws first, then the longest. Offsets are into the clean text; the title and the lines
 * that say who adopted the text count too.
 * `citations` are those of the document. Never throws; linear in the text.
 */
export const findEntities = (
  doc: ParsedDocument,
  lexicon: EntityLexicon,
  citations: readonly CitationMention[],
): EntityMention[] => {
  const { text } = doc.clean;
  const title = titleSpan(doc);
  const laws = findLaws(doc, title, citations);
  const from = title?.start ?? doc.bodyStart;
  const found = findBetween(doc, from, text.length, lexicon);
  const taken = [...bookSpans(text, from, text.length), ...laws];
  return [...laws, ...settle(found, taken)].sort((a, b) => a.start - b.start);
};

const titleSpan = (doc: ParsedDocument): Span | null => {
  const start = doc.clean.text.slice(0, doc.bodyStart).indexOf(doc.title);
  return start < 0 || doc.title === '' ? null : { start, end: start + doc.title.length };
};

const findBetween = (doc: ParsedDocument, from: number, to: number, lexicon: EntityLexicon): EntityMention[] => {
  const { text } = doc.clean;
  const [organs, functions, crimes, aspects] = findAnchors(text, from, to, lexicon);
  const as = (type: EntityMention['type'], candidates: readonly Candidate[]): EntityMention[] =>
    candidates.map(({ start, end, canonical, rule }) => ({ start, end, canonical, rule, type }));
  return [
    ...as('organ', findOrgans(text, organs ?? [], lexicon)),
    ...as('function', findFunctions(text, functions ?? [], lexicon, PROCURATORIAL.test(text))),
    ...as('crime', findCrimes(text, crimes ?? [], lexicon)),
    ...as('aspect', findAspects(text, aspects ?? [], lexicon)),
  ].filter((mention) => mention.start >= from);
};

/** Keeps the longest of what overlaps, nothing that touches `taken`. Linear after sorting. */
const settle = (mentions: readonly EntityMention[], taken: readonly Span[]): EntityMention[] => {
  const kept: EntityMention[] = [];
  const blocked = [...taken].sort((a, b) => a.start - b.start);
  let block = 0;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    while (block < blocked.length && (blocked[block]?.end ?? 0) <= mention.start) block++;
    if ((blocked[block]?.start ?? Number.POSITIVE_INFINITY) < mention.end) continue;
    const last = kept.at(-1);
    if (last !== undefined && mention.start < last.end) {
      if (mention.end - mention.start <= last.end - last.start) continue;
      kept.pop();
    }
    kept.push(mention);
  }
  return kept;
};

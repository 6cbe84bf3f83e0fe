/** The words of the lexicon that stand in a text, longest first where they overlap, in text order. */
import type { NameHit } from '../citations/automaton.ts';
import type { Anchor, AnchorKind, EntityLexicon } from './lexicon.ts';

export interface AnchorHit extends Anchor {
  readonly start: number;
  readonly end: number;
}

/** Kinds that compete with each other: within one group a longer word hides the shorter ones inside it. */
const GROUP: Readonly<Record<AnchorKind, number>> = {
  head: 0,
  'head-full': 0,
  name: 0,
  'function-head': 1,
  'function-name': 1,
  'crime-head': 2,
  'crime-name': 2,
  unlawful: 2,
  target: 2,
  act: 2,
  acts: 2,
  aspect: 3,
  publicity: 3,
  not: 4,
};
const GROUPS = 4;

/** By start, longer first. The hits come by end and are no longer than a word, so each moves a few places at most. */
const sortByStart = (hits: NameHit[]): void => {
  for (let i = 1; i < hits.length; i++) {
    const hit = hits[i];
    if (hit === undefined) continue;
    let to = i;
    for (let left = hits[to - 1]; left !== undefined && comesAfter(left, hit); left = hits[to - 1]) {
      hits[to] = left;
      to--;
    }
    hits[to] = hit;
  }
};
const comesAfter = (a: NameHit, b: NameHit): boolean => a.start > b.start || (a.start === b.start && a.end < b.end);

/** Per group, the hits between two offsets that no longer hit of the group, and no word of [not], covers. */
export const findAnchors = (text: string, from: number, to: number, lexicon: EntityLexicon): AnchorHit[][] => {
  const hits = lexicon.automaton.scan(text, from, to);
  sortByStart(hits);
  const coveredTo = new Int32Array(GROUPS);
  let notTo = 0;
  const groups: AnchorHit[][] = Array.from({ length: GROUPS }, () => []);
  for (const { start, end, name } of hits) {
    const anchor = lexicon.anchors[name];
    if (anchor === undefined || end <= notTo) continue;
    const group = GROUP[anchor.kind];
    if (group === GROUPS) {
      notTo = end;
      continue;
    }
    if (end <= (coveredTo[group] ?? 0)) continue;
    coveredTo[group] = end;
    groups[group]?.push({ kind: anchor.kind, word: anchor.word, meaning: anchor.meaning, start, end });
  }
  return groups;
};

/** What a finder proposes; overlaps are settled later. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly canonical: readonly string[];
  readonly rule: string;
}

const HAN_FROM = 0x4e00;
const HAN_TO = 0x9fff;

export const isHan = (code: number): boolean => code >= HAN_FROM && code <= HAN_TO;

/** Joins coordinates: 、 和 与 及 或 以及 或者. The length of the one that ends just before `at`, 0 for none. */
export const conjunctionBefore = (text: string, at: number): number => {
  const char = text[at - 1];
  if (char === '、') return 1;
  if (char === '和' || char === '与' || char === '或') return 1;
  if (char === '及') return text[at - 2] === '以' ? 2 : 1;
  return char === '者' && text[at - 2] === '或' ? 2 : 0;
};

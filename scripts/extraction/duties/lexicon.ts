/** The words clauses are read by (graph-data/lexicon: verbs*), as the tables the duty finder runs on. */
import { OPENING_MARKS } from '../clauses/openers.ts';
import { type LexiconFile, readSections, type Sections, type WordEntry, wordsOf } from '../clauses/word-file.ts';
import { WordTrie } from '../clauses/word-trie.ts';

/** Classes of words, as bits. */
export const OPERATIVE = 1 << 0;
export const RESULT_ALWAYS = 1 << 1;
export const RESULT_TRAILING = 1 << 2;
export const ENCOURAGE = 1 << 3;
export const SUPPORT = 1 << 4;
export const CAUSATIVE = 1 << 5;
export const CARRY = 1 << 6;
export const STATIVE = 1 << 7;
export const REPORT = 1 << 8;
export const SINGLE = 1 << 9;
export const MUST = 1 << 10;
export const MUST_NOT = 1 << 11;
export const MAY = 1 << 12;
export const SHOULD = 1 << 13;
export const FUTURE = 1 << 14;
export const NOT_MODAL = 1 << 15;
export const ADVERB = 1 << 16;
export const PREPOSITION = 1 << 17;
export const FRONTED = 1 << 18;
export const OPENER = 1 << 19;
export const LEAD_IN = 1 << 20;
export const TAIL = 1 << 21;
export const ACTOR = 1 << 22;
export const NOUN = 1 << 23;
/** Verbs of 把 and 将 phrases only: 作为, 列为. */
export const INNER = 1 << 24;
/** Verbs that take over after 对…的…: 予以, 进行, 加强. */
export const HANDLING = 1 << 25;
/** Verbs whose object is a clause of its own: 告知其有权…. */
export const CONTENT = 1 << 26;
/** What is done to an offender. */
export const SANCTION = 1 << 27;
/** Verbs whose object may be a verb: 作出处理, 提供服务. */
export const TAKES_NOUN = 1 << 29;

/** Modals that are verbs or nouns elsewhere: they count at the head of the predicate only. */
export const HEAD_ONLY = 1 << 28;
const HEAD_ONLY_WORDS = ['禁止', '严禁', '允许', '准许', '建议', '希望', '宜', '可', '须', '不能', '勿'];

export const MODAL = MUST | MUST_NOT | MAY | SHOULD;
export const VERB = OPERATIVE | RESULT_ALWAYS | RESULT_TRAILING | ENCOURAGE | SUPPORT | CAUSATIVE | STATIVE;

export interface DutyLexicon {
  /** Forward: every class above. */
  readonly words: WordTrie;
  /** What may begin or end at a character: the bits below. One lookup decides at most places of a text. */
  readonly marks: Uint8Array;
  /** Backward. */
  readonly adverbsBack: WordTrie;
  /** Class 1: after any opener; class 2: only after those of ground (根据, 结合). */
  readonly adjunctTails: WordTrie;
  readonly actorTails: WordTrie;
  readonly notActorTails: WordTrie;
  readonly strike: ReadonlySet<string>;
  readonly strikeForce: ReadonlySet<string>;
  readonly prosecution: ReadonlySet<string>;
  readonly investigation: ReadonlySet<string>;
  readonly objects: readonly WordEntry[];
}

/** Bits of `marks`: the first character of a modal or of a word that looks like one; an opening mark, … */
export const MODAL_FIRST = 1;
export const OPENING = 2;
/** … the last character of an actor's name, … */
export const ACTOR_LAST = 4;
/** … the first of a preposition or of 不, 未: no name goes on over it, … */
export const CLOSES_NAME = 8;
/** … the first of a word that opens circumstances. */
export const OPENER_FIRST = 16;

const SECTIONS = [
  'operative',
  'single',
  'result-always',
  'result-trailing',
  'encourage',
  'support',
  'causative',
  'causative-carry',
  'stative',
  'report',
  'modal-must',
  'modal-must-not',
  'modal-may',
  'modal-should',
  'modal-future',
  'not-modal',
  'adverb',
  'preposition',
  'fronted',
  'adjunct-opener',
  'adjunct-tail',
  'ground-tail',
  'lead-in',
  'tail-opener',
  'actor',
  'actor-suffix',
  'not-actor',
  'noun',
  'inner',
  'takes-noun',
  'handling',
  'content',
  'sanction',
  'strike',
  'strike-force',
  'prosecution',
  'investigation',
  'object',
] as const;

const CLASS_OF: Readonly<Partial<Record<(typeof SECTIONS)[number], number>>> = {
  operative: OPERATIVE,
  single: SINGLE,
  'result-always': RESULT_ALWAYS,
  'result-trailing': RESULT_TRAILING,
  encourage: ENCOURAGE,
  support: SUPPORT,
  causative: CAUSATIVE,
  'causative-carry': CARRY,
  stative: STATIVE,
  report: REPORT,
  'modal-must': MUST,
  'modal-must-not': MUST_NOT,
  'modal-may': MAY,
  'modal-should': SHOULD,
  'modal-future': FUTURE,
  'not-modal': NOT_MODAL,
  adverb: ADVERB,
  preposition: PREPOSITION,
  fronted: FRONTED,
  'adjunct-opener': OPENER,
  'lead-in': LEAD_IN,
  'tail-opener': TAIL,
  actor: ACTOR,
  noun: NOUN,
  inner: INNER,
  'takes-noun': TAKES_NOUN,
  handling: HANDLING,
  content: CONTENT,
  sanction: SANCTION,
};

const marksOf = (sections: Sections<(typeof SECTIONS)[number]>): Uint8Array => {
  const marks = new Uint8Array(0x10000);
  const mark = (characters: Iterable<string>, bit: number): void => {
    for (const character of characters) marks[character.charCodeAt(0)] = (marks[character.charCodeAt(0)] ?? 0) | bit;
  };
  for (const name of SECTIONS) if (/modal/.test(name)) mark(wordsOf(sections[name]), MODAL_FIRST);
  mark(OPENING_MARKS, OPENING);
  for (const word of wordsOf([...sections.actor, ...sections['actor-suffix']])) mark(word.slice(-1), ACTOR_LAST);
  mark('等）)', ACTOR_LAST);
  mark([...wordsOf(sections.preposition), '不', '未'], CLOSES_NAME);
  mark(wordsOf(sections['adjunct-opener']), OPENER_FIRST);
  return marks;
};

/**
 * Builds the tables from the files verbs* among `files`; others are passed over.
 * @throws FamaiError LEXICON naming file and line
 */
export const compileDutyLexicon = (files: readonly LexiconFile[]): DutyLexicon => {
  const sections = readSections(
    files.filter((file) => file.name.startsWith('verbs')),
    SECTIONS,
  );
  const words = new WordTrie();
  for (const name of SECTIONS) {
    const classes = CLASS_OF[name];
    if (classes !== undefined) words.addAll(wordsOf(sections[name]), classes);
  }
  words.addAll(HEAD_ONLY_WORDS, HEAD_ONLY);
  const back = (entries: readonly WordEntry[]): WordTrie => new WordTrie(true).addAll(wordsOf(entries), 1);
  return {
    words,
    marks: marksOf(sections),
    adverbsBack: back(sections.adverb),
    adjunctTails: back(sections['adjunct-tail']).addAll(wordsOf(sections['ground-tail']), 2),
    actorTails: back([...sections['actor-suffix'], ...sections.actor]),
    notActorTails: back(sections['not-actor']),
    strike: new Set(wordsOf(sections.strike)),
    strikeForce: new Set(wordsOf(sections['strike-force'])),
    prosecution: new Set(wordsOf(sections.prosecution)),
    investigation: new Set(wordsOf(sections.investigation)),
    objects: sections.object,
  };
};

/** The words entities are recognised by (graph-data/lexicon: organs, functions, crimes, aspects), as the tables the finders run on. */
import { type Automaton, buildAutomaton } from '../citations/automaton.ts';
import { type LexiconFile, readSections, type WordEntry, wordsOf } from '../clauses/word-file.ts';
import { WordTrie } from '../clauses/word-trie.ts';

/** Classes of words that stand to the left of an organ's head noun. */
export const DOMAIN = 1;
export const LEVEL = 2;
export const AREA = 4;
export const PLACE = 8;
/** A field of work whose word is a verb too: counts beside the head noun only. */
export const VERBAL = 16;

/** Kinds of hit of the automaton. */
export type AnchorKind =
  | 'head'
  | 'head-full'
  | 'name'
  | 'not'
  | 'function-name'
  | 'function-head'
  | 'crime-head'
  | 'crime-name'
  | 'unlawful'
  | 'target'
  | 'act'
  | 'acts'
  | 'aspect'
  | 'publicity';
export interface Anchor {
  readonly kind: AnchorKind;
  readonly word: string;
  readonly meaning: readonly string[];
}

export interface EntityLexicon {
  readonly anchors: readonly Anchor[];
  /** Its n-th name is the n-th anchor. */
  readonly automaton: Automaton;
  /** Words to the left of an organ's head, backward. */
  readonly modifiers: WordTrie;
  readonly dropped: WordTrie;
  /** Words no proper name contains: 明确 of 明确市人民政府. */
  readonly notPlace: WordTrie;
  /** Words whose last character may seem to begin a short name: 境外 before 外办. */
  readonly acrossNames: WordTrie;
  /** A name with its inner abbreviations in full: 省政府研究室 → 省人民政府研究室. */
  readonly expand: (name: string) => string;
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly lineWords: WordTrie;
  /** 刑事立案, 侦查活动: what shares 监督 with the coordinate after it. */
  readonly subLines: ReadonlyMap<string, readonly string[]>;
  readonly subLineWords: WordTrie;
  readonly functionNotAfter: WordTrie;
  /** After 逮捕, 批捕: the word is a noun there. */
  readonly nominalAfter: WordTrie;

  readonly crimeBound: WordTrie;
  readonly targetVerbs: WordTrie;
  readonly crimeNotAfter: WordTrie;
  /** After 犯罪 alone: 犯罪链条. */
  readonly bareCrimeNotAfter: WordTrie;
  /** 职务 of 职务犯罪线索: what makes a crime's name also before 线索. */
  readonly crimeKinds: WordTrie;
  readonly generic: ReadonlySet<string>;
  /** Acts that are unlawful by their name: targets, crimes without 罪. */
  readonly acts: ReadonlySet<string>;
  readonly actBegins: WordTrie;
  readonly actEnds: WordTrie;
  /** Where the first act of a list begins: after 涉嫌, 开展. */
  readonly actBounds: WordTrie;
  readonly aspectModifiers: WordTrie;
  readonly aspectAfter: WordTrie;
  /** 多头 of 多头执法, 干预 of 干预司法: no field of work. */
  readonly aspectNotBefore: WordTrie;
  readonly aspectNotAfter: WordTrie;
  /** After the last field of a list, and after the long names of 普法. */
  readonly listedNotAfter: WordTrie;
  readonly publicityNotAfter: WordTrie;
}

const trie = (entries: readonly WordEntry[], backward = false): WordTrie =>
  new WordTrie(backward).addAll(wordsOf(entries), 1);

/** 公安局 of 公安局交警大队: a bureau stands before the names of its own bodies. */
const isBureau = (word: string): boolean => /[局厅]$/.test(word);

/** 杭州 of 杭州互联网法院. */
const withBareCity = (place: string): readonly string[] =>
  /^..+市$/.test(place) ? [place, place.slice(0, -1)] : [place];

/** 诈骗罪 → 诈骗. */
const withoutHead = ({ word }: WordEntry): WordEntry => ({ word: word.slice(0, -1), meaning: [] });

/** Brackets are printed in both widths. */
const halfWidth = (word: string): string => word.replaceAll('（', '(').replaceAll('）', ')');

const expander = (entries: readonly WordEntry[]): ((name: string) => string) => {
  const full = new Map(entries.map(({ word, meaning }) => [word, meaning[0] ?? word]));
  if (full.size === 0) return (name) => name;
  const words = [...full.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(words.join('|'), 'g');
  return (name) => name.replace(pattern, (word) => full.get(word) ?? word);
};

const filesOf = (files: readonly LexiconFile[], prefix: string): LexiconFile[] =>
  files.filter((file) => file.name.startsWith(prefix));

/**
 * Builds the tables from the files organs*, functions*, crimes*, aspects* among `files`; others are passed over.
 * @throws FamaiError LEXICON naming file and line
 */
export const compileEntityLexicon = (files: readonly LexiconFile[]): EntityLexicon => {
  const organs = readSections(filesOf(files, 'organs'), [
    'head',
    'head-full',
    'name',
    'domain',
    'verbal',
    'level',
    'area',
    'place',
    'drop',
    'not-place',
    'across',
    'expand',
    'not',
  ]);
  const functions = readSections(filesOf(files, 'functions'), [
    'line',
    'sub-line',
    'name',
    'not-after',
    'nominal-after',
    'not',
  ]);
  const crimes = readSections(filesOf(files, 'crimes'), [
    'bound',
    'target-verb',
    'unlawful',
    'generic',
    'kind',
    'not-after',
    'bare-not-after',
    'not',
    'crime-name',
    'crime',
    'target',
    'act',
    'act-begins',
    'act-ends',
    'act-bound',
    'acts',
  ]);
  const acts = [...crimes.act, ...crimes['crime-name'].map(withoutHead)];
  const aspects = readSections(filesOf(files, 'aspects'), [
    'name',
    'modifier',
    'after',
    'not-before',
    'not-after',
    'listed-not-after',
    'publicity-not-after',
    'publicity',
  ]);
  const anchors: Anchor[] = [];
  const seen = new Set<string>();
  const put = (kind: AnchorKind, entries: readonly { word: string; meaning: readonly string[] }[]): void => {
    for (const { word, meaning } of entries) {
      for (const written of new Set([word, halfWidth(word)])) {
        if (seen.has(written)) continue;
        seen.add(written);
        anchors.push({ kind, word: written, meaning: meaning.length === 0 && written !== word ? [word] : meaning });
      }
    }
  };
  put('name', organs.name);
  put('head-full', organs['head-full']);
  put('head', organs.head);
  put('not', organs.not);
  put('not', functions.not);
  put('not', crimes.not);
  put('function-name', functions.name);
  put(
    'function-head',
    FUNCTION_HEADS.map((word) => ({ word, meaning: [] })),
  );
  put(
    'crime-head',
    CRIME_HEADS.map((word) => ({ word, meaning: [] })),
  );
  put('crime-name', crimes['crime-name']);
  put('crime-name', crimes.crime);
  put('unlawful', crimes.unlawful);
  put('target', crimes.target);
  put('acts', crimes.acts);
  put('act', acts);
  put('aspect', aspects.name);
  put('publicity', aspects.publicity);
  return {
    anchors,
    automaton: buildAutomaton(anchors.map((anchor) => anchor.word)),
    modifiers: new WordTrie(true)
      .addAll(wordsOf(organs.domain), DOMAIN)
      .addAll(wordsOf(organs.verbal), VERBAL)
      .addAll(wordsOf(organs.level), LEVEL)
      .addAll(wordsOf(organs.area), AREA)
      .addAll(wordsOf(organs.drop), LEVEL)
      .addAll(wordsOf(organs.name), LEVEL)
      .addAll(wordsOf(organs['head-full']).filter(isBureau), LEVEL)
      .addAll(wordsOf(organs.place).flatMap(withBareCity), PLACE),
    dropped: trie(organs.drop),
    notPlace: trie(organs['not-place'], true),
    acrossNames: trie(organs.across, true),
    expand: expander(organs.expand),
    lines: new Map(functions.line.map((entry) => [entry.word, entry.meaning])),
    lineWords: trie(functions.line, true),
    subLines: new Map(functions['sub-line'].map((entry) => [entry.word, entry.meaning])),
    subLineWords: trie(functions['sub-line'], true),
    nominalAfter: trie(functions['nominal-after']),
    functionNotAfter: trie(functions['not-after']),

    crimeBound: trie(crimes.bound, true),
    targetVerbs: trie(crimes['target-verb'], true),
    crimeNotAfter: trie(crimes['not-after']),
    bareCrimeNotAfter: trie(crimes['bare-not-after']),
    crimeKinds: trie(crimes.kind, true),
    generic: new Set(wordsOf(crimes.generic)),
    acts: new Set([...wordsOf(acts), ...wordsOf(crimes.target), ...wordsOf(crimes.crime)]),
    actBegins: trie(crimes['act-begins']),
    actEnds: trie(crimes['act-ends'], true),
    actBounds: trie(crimes['act-bound'], true),
    aspectModifiers: trie(aspects.modifier, true),
    aspectAfter: trie(aspects.after),
    aspectNotBefore: trie(aspects['not-before'], true),
    aspectNotAfter: trie(aspects['not-after']),
    listedNotAfter: trie(aspects['listed-not-after']),
    publicityNotAfter: trie(aspects['publicity-not-after']),
  };
};

/** What ends the name of a line of procuratorial work. */
const FUNCTION_HEADS = ['检察', '诉讼监督', '审判监督', '执行监督', '活动监督', '裁判监督'];
const CRIME_HEADS = ['犯罪', '罪'];

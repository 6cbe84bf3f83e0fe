/** Every citation of one document: names, short names, words that point back, with their units and their roles. */
import type { CitationMention } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { findAliasUses } from './alias-uses.ts';
import { type Alias, type AliasAt, aliasTable, findAliases, isFullName } from './aliases.ts';
import { findBareNames } from './bare-names.ts';
import { nameBooks } from './book-names.ts';
import { withTails } from './book-tails.ts';
import { type Book, findBooks } from './books.ts';
import { findCitedNames } from './cited-names.ts';
import { readClippedNames } from './clipped-names.ts';
import { findDerivedNames } from './derived-names.ts';
import { findFramedNames } from './framed-names.ts';
import { judgeBook } from './judge.ts';
import type { LawLexicon } from './lexicon.ts';
import { findListedNames } from './listed-names.ts';
import { firstFrom, type LastNamed, lastNamed, type NamedLaw, withoutOverlaps } from './named.ts';
import { findRelativeWords, type RelativeWord } from './relative.ts';
import { inOneList, roleInTitle, roleOf } from './roles.ts';
import { type SelfTarget, selfTarget } from './self-target.ts';
import { titleKey } from './title-key.ts';
import { readUnits } from './units.ts';
import { findUnnamed } from './unnamed.ts';

/**
 * Finds citations between `doc.bodyStart` and the end of the clean text. Offsets are into the clean text.
 * Spans never overlap and are sorted. Never throws; cost is linear in the text.
 */
export function findCitations(doc: ParsedDocument, laws: LawLexicon): CitationMention[] {
  const { text } = doc.clean;
  const from = doc.bodyStart;
  const to = text.length;
  const books = findBooks(text, from, to);
  const whole = findBareNames(text, laws, from, to, books);
  const judged = books.map((book) => ({ ...book, judgement: judgeBook(text, book, laws, doc.kind) }));
  const inFull = whole.filter((n) => n.rule === 'bare.title');
  const titles = new Set([...inFull.map((n) => n.target), ...judged.map((b) => b.judgement?.target ?? '')]);
  const bare = readClippedNames(text, whole, laws, titles);
  const subjects = [
    ...judged.map((b) => ({ start: b.start, end: b.end, target: b.judgement?.target ?? null })),
    ...bare,
  ].sort((a, b) => a.start - b.start);
  const aliases = findAliases(text, from, to, subjects);
  const aliasAt = aliasTable(aliases);
  const direct = withoutOverlaps([
    ...withTails(text, nameBooks(doc, judged, aliasAt), laws),
    ...bare.map((name) => byDefinition(text, name, aliasAt)),
    ...outsideBooks(findAliasUses(text, from, to, aliases, aliasAt, laws), books),
    ...outsideBooks(findFramedNames(text, from, to), books),
    ...outsideBooks(findListedNames(text, from, to, bare), books),
  ]);
  const words = findRelativeWords(text, from, to);
  const ends = new Set([...direct, ...words].map((n) => n.end));
  const further = [...findCitedNames(text, from, to, ends), ...findDerivedNames(text, direct, laws)];
  const named = withoutDefinitions(withoutOverlaps([...direct, ...outsideBooks(further, books)]), aliases);
  const last = lastNamed(named);
  const self = selfTarget(doc, text, named, last);
  const relative = words.flatMap((word) => mentionOfWord(text, word, self, last));
  const mentions = withTitleRole(
    doc,
    laws,
    withListRole(
      text,
      named.map((law) => mentionOfLaw(doc, law, aliases)),
    ),
  );
  const found = withoutOverlaps([...mentions, ...withoutSwallowed(relative, mentions)]);
  return withoutOverlaps([...found, ...findUnnamed(doc, found)]);
}

/** 推动制定修订 A、B、C: all members of the list are asked for. */
function withListRole(text: string, mentions: readonly CitationMention[]): CitationMention[] {
  const result: CitationMention[] = [];
  for (const mention of mentions) {
    const previous = result.at(-1);
    const asked = previous?.role === 'PROMOTES' && mention.role === 'CITES';
    const listed =
      asked && mention.start - previous.end < LIST_GAP && inOneList(text.slice(previous.end, mention.start));
    result.push(listed ? { ...mention, role: 'PROMOTES' } : mention);
  }
  return result;
}

/** The first mention of each law that the title explains or amends carries that role. */
function withTitleRole(doc: ParsedDocument, laws: LawLexicon, mentions: readonly CitationMention[]): CitationMention[] {
  const own = roleInTitle(doc, laws);
  if (own === null) return [...mentions];
  const open = new Set(own.targets);
  return mentions.map((mention) => (open.delete(titleKey(mention.target)) ? { ...mention, role: own.role } : mention));
}

/** 前三款 in 刑法第三百零七条之一前三款 is part of the units of 刑法. */
function withoutSwallowed(words: readonly CitationMention[], mentions: readonly CitationMention[]): CitationMention[] {
  let next = 0;
  return words.filter((word) => {
    while (next < mentions.length && (mentions[next]?.fullEnd ?? 0) <= word.start) next++;
    return (mentions[next]?.start ?? Number.POSITIVE_INFINITY) >= word.start;
  });
}

function outsideBooks(names: readonly NamedLaw[], books: readonly Book[]): NamedLaw[] {
  let book = 0;
  const sorted = [...names].sort((a, b) => a.start - b.start);
  return sorted.filter((name) => {
    while (book < books.length && (books[book]?.end ?? 0) <= name.start) book++;
    return (books[book]?.start ?? Number.POSITIVE_INFINITY) >= name.end;
  });
}

/** A short name the document defines means what it says there, whatever it means elsewhere. */
function byDefinition(text: string, name: NamedLaw, aliasAt: AliasAt): NamedLaw {
  const printed = text.slice(name.start, name.end);
  const alias = aliasAt(printed, name.start);
  const target = alias === undefined || isFullName(printed, alias) ? null : alias.target;
  return target === null || target === name.target ? name : { ...name, target, rule: 'bare.alias' };
}

/** The name inside 以下简称（…） defines and cites nothing. */
function withoutDefinitions(names: readonly NamedLaw[], aliases: readonly Alias[]): NamedLaw[] {
  return names.filter((name) => {
    const alias = aliases[firstFrom(aliases, name.start + 1) - 1];
    return alias === undefined || name.end > alias.end;
  });
}

function mentionOfLaw(doc: ParsedDocument, law: NamedLaw, aliases: readonly Alias[]): CitationMention {
  const { text } = doc.clean;
  const next = aliases[firstFrom(aliases, law.end)];
  const definition = next !== undefined && next.start - law.end < NEAR && next.target === law.target ? next : undefined;
  const direct = unitsAfterName(text, law.after);
  const units = direct.end > law.after || definition === undefined ? direct : unitsAfterName(text, definition.after);
  return {
    start: law.start,
    end: law.end,
    fullEnd: Math.max(law.end, units.articles.length + units.units.length > 0 ? units.end : law.end),
    type: 'law',
    role: roleOf(doc, law),
    target: law.target,
    articles: units.articles,
    units: units.units,
    range: units.range,
    rule: law.rule,
  };
}

/** How far behind a name its 以下简称 may stand, in characters. */
const NEAR = 12;
const LIST_GAP = 48;

/** （2012年修正）, 中, 的, 原, 分则 between a name and its units. */
const BETWEEN =
  /(?:[（(][^（）()\n]{0,24}[）)])? ?(?:分则|总则|附则|附件[一二三四五]?|(?:总则|物权|合同|人格权|婚姻家庭|继承|侵权责任)编(?:通则|典型合同)?)?(?:中的|之|的|中|原来的|原)?(?= ?第)/y;

function unitsAfterName(text: string, at: number): ReturnType<typeof readUnits> {
  const direct = readUnits(text, at);
  if (direct.end > at) return direct;
  BETWEEN.lastIndex = at;
  if (!BETWEEN.test(text)) return direct;
  const units = readUnits(text, BETWEEN.lastIndex);
  return units.end > BETWEEN.lastIndex ? units : direct;
}

function mentionOfWord(text: string, word: RelativeWord, self: SelfTarget, last: LastNamed): CitationMention[] {
  const target =
    word.kind === 'anaphor'
      ? (last(word.start, word.head)?.target ?? null)
      : self(word.start, word.kind === 'self' ? word.head : null);
  if (target === null) return [];
  const units = word.kind === 'self' ? unitsAfterName(text, word.end) : readUnits(text, word.end);
  return [
    {
      start: word.start,
      end: word.end,
      fullEnd: Math.max(word.end, units.end),
      type: word.kind === 'anaphor' ? 'law' : word.kind === 'previous' ? 'previous' : 'self',
      role: 'CITES',
      target,
      articles: units.articles,
      units: units.units,
      range: units.range,
      rule: RULES[word.kind](word),
    },
  ];
}

const LEVEL: Readonly<Record<string, string>> = { 条: 'article', 款: 'paragraph', 项: 'item' };
const RULES: Readonly<Record<RelativeWord['kind'], (word: RelativeWord) => string>> = {
  self: () => 'self.name',
  unit: (word) => `self.${LEVEL[word.head] ?? 'article'}`,
  previous: (word) => `previous.${LEVEL[word.head] ?? 'paragraph'}${word.count > 1 ? `.${word.count}` : ''}`,
  anaphor: () => 'law.anaphor',
};

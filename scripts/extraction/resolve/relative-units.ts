/**
 * 前款, 前两款, 前条, 前项, 本条第二款, 本款第一项 as units of the document itself, by the place of the word.
 * 款 carry no number; they are counted (立法法第六十五条; 立法技术规范（试行）（一） on 引用本条、本款).
 */
import type { CitationMention, CitedUnit } from '#model/mentions.ts';
import type { Place } from './place.ts';

/** `count` numbers that end right before `at`; fewer when the text begins later. */
function before(at: number, count: number): number[] {
  const first = Math.max(1, at - count);
  return Array.from({ length: at - first }, (_, i) => first + i);
}

/** What a rule id such as `previous.paragraph.2` says: the level, and how many. */
function readRule(rule: string): { level: string; count: number } {
  const [, level = '', count = '1'] = rule.split('.');
  return { level, count: Number(count) };
}

/** A unit named behind the word: inside what the word means, or an article of its own (前款第（一）项和第十四条第（二）项). */
const within = (base: CitedUnit, unit: CitedUnit): CitedUnit =>
  unit.article !== null
    ? unit
    : { article: base.article, paragraph: unit.paragraph ?? base.paragraph, item: unit.item ?? base.item };

/**
 * The units meant; an empty list when the place does not have them (a 前款 in the first 款). `order` are the articles of the
 * text the place is in, in text order.
 */
export function relativeUnits(mention: CitationMention, place: Place, order: readonly string[]): readonly CitedUnit[] {
  const { level, count } = readRule(mention.rule);
  if (mention.type === 'previous') return previousUnits(mention, place, order, level, count);
  if (place.article === null) return [];
  const base: CitedUnit = {
    article: place.article,
    paragraph: level === 'article' ? null : place.paragraph,
    item: level === 'item' ? place.item : null,
  };
  if (mention.units.length === 0) return [base];
  return mention.units.map((u) => within(base, u));
}

function previousUnits(
  mention: CitationMention,
  place: Place,
  order: readonly string[],
  level: string,
  count: number,
): readonly CitedUnit[] {
  const { article, paragraph, item } = place;
  if (article === null) return [];
  const narrowed = (unit: CitedUnit): CitedUnit[] =>
    mention.units.length === 0 ? [unit] : mention.units.map((u) => within(unit, u));
  if (level === 'paragraph') {
    if (paragraph === null) return [];
    return before(paragraph, count).flatMap((p) => narrowed({ article, paragraph: p, item: null }));
  }
  if (level === 'item') {
    if (item === null) return [];
    return before(item, count).map((i) => ({ article, paragraph, item: i }));
  }
  const at = Math.max(0, order.indexOf(article));
  return order.slice(Math.max(0, at - count), at).flatMap((a) => narrowed({ article: a, paragraph: null, item: null }));
}

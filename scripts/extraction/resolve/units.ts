/** From a cited 条款项 to its place in a held text. */
import { pathStep } from '#model/ids.ts';
import type { ArticleShape, CitedUnit, InstrumentText } from '#model/mentions.ts';
import type { Reason } from '#model/relations.ts';

/**
 * Path of a unit inside its document, or why there is none. A 项 cited without its 款 lies in the only 款 that has it;
 * with several such 款 it is ambiguous.
 */
export function provisionPath(unit: CitedUnit, shape: ArticleShape): string | { readonly reason: Reason } {
  const article = pathStep('article', unit.article ?? '');
  if (unit.paragraph === null && unit.item === null) return article;
  if (unit.paragraph !== null && unit.paragraph > Math.max(shape.length, 1)) return { reason: 'no_such_paragraph' };
  if (unit.item === null)
    return shape.length === 0 ? article : `${article}/${pathStep('paragraph', String(unit.paragraph))}`;
  const { item } = unit;
  const candidates = shape.flatMap((items, i) =>
    items >= item && (unit.paragraph === null || unit.paragraph === i + 1) ? [i + 1] : [],
  );
  const [paragraph] = candidates;
  if (paragraph === undefined) return { reason: 'no_such_paragraph' };
  if (candidates.length > 1) return { reason: 'ambiguous' };
  return `${article}/${pathStep('paragraph', String(paragraph))}/${pathStep('item', String(item))}`;
}

const base = (article: string): number => Number.parseInt(article, 10);

/**
 * A range written out: the 之一, 之二 that a held text has inside it are put in, and whole numbers the text does not
 * have (deleted articles) are left out; the written ends always stay.
 */
export function withBranches(
  units: readonly CitedUnit[],
  range: readonly [string, string],
  texts: readonly InstrumentText[],
): readonly CitedUnit[] {
  if (texts.length === 0) return units;
  const [from, to] = [range[0].replace('之', '-'), range[1].replace('之', '-')];
  const held = texts.flatMap((t) => Object.keys(t.articles));
  const known = new Set(held);
  const inside = held.filter((a) => a.includes('-') && base(a) >= base(from) && base(a) < base(to) && a !== from);
  return units.flatMap((unit) => {
    if (unit.article === null || unit.paragraph !== null || unit.item !== null) return [unit];
    const number = base(unit.article);
    const isInner = number > base(from) && number < base(to) && !unit.article.includes('-');
    const own = isInner && !known.has(unit.article) ? [] : [unit];
    if (number < base(from) || number >= base(to)) return own;
    const branches = inside.filter(
      (a) => base(a) === number && a !== unit.article && !units.some((u) => u.article === a),
    );
    return [...own, ...branches.map((article) => ({ article, paragraph: null, item: null }))];
  });
}

/** Citations against the gold, by the conventions of its README: spans, targets and articles, strict spans. */
import type { CitationLine } from '#model/extraction.ts';
import type { CitationGold, GoldCitation } from './gold.ts';
import { maximumMatching, overlaps, type Score, sameSet, sameSpan, scoreOf } from './metrics.ts';
import { normalArticle, normalTarget } from './normalise.ts';

export interface PredictedCitation {
  readonly doc: string;
  readonly start: number;
  readonly end: number;
  readonly target: string;
  readonly articles: readonly string[];
  readonly type: CitationLine['type'];
}

export interface CitationScore {
  readonly span: Score;
  readonly target: Score;
  readonly articles: Score;
  readonly nonLawHits: number;
  readonly perDocument: Readonly<Record<string, Score>>;
  readonly perTag: Readonly<Record<string, { readonly gold: number; readonly right: number }>>;
  readonly errors: readonly string[];
}

const HEAD_END = '<!-- INFO END -->';

/** Lines of one mention that differ in articles alone are one prediction. */
const merged = (predicted: readonly PredictedCitation[]): PredictedCitation[] => {
  const byMention = new Map<string, PredictedCitation>();
  for (const line of predicted) {
    const key = `${line.doc}|${line.start}|${line.end}|${normalTarget(line.target)}`;
    const known = byMention.get(key);
    byMention.set(key, known === undefined ? line : { ...known, articles: [...known.articles, ...line.articles] });
  }
  return [...byMention.values()];
};

const targetFits = (gold: GoldCitation, predicted: PredictedCitation): boolean => {
  const target = normalTarget(predicted.target);
  return target !== '' && [gold.target ?? '', ...gold.target_alt].some((name) => normalTarget(name) === target);
};

const rangesOf = (gold: GoldCitation): readonly (readonly [string, string])[] => {
  if (gold.range === undefined) return [];
  const [first, second] = gold.range;
  return typeof first === 'string' && typeof second === 'string'
    ? [[first, second]]
    : gold.range.filter((r) => Array.isArray(r));
};

const articleNumber = (article: string): number => Number.parseInt(article, 10);

/** The articles as written, a range written out (之N inside it or not), or an alternative. */
const articlesFit = (gold: GoldCitation, predicted: readonly string[]): boolean => {
  const got = new Set(predicted.map(normalArticle));
  const wanted = new Set(gold.articles.map(normalArticle));
  if (sameSet(got, wanted)) return true;
  if (gold.articles_alt.some((alternative) => sameSet(got, new Set(alternative.map(normalArticle))))) return true;
  const ranges = rangesOf(gold).map(([from, to]) => [normalArticle(from), normalArticle(to)] as const);
  if (ranges.length === 0) return false;
  const full = new Set(wanted);
  for (const [from, to] of ranges) for (let n = articleNumber(from); n <= articleNumber(to); n++) full.add(String(n));
  const inside = (article: string): boolean =>
    article.includes('之') &&
    ranges.some(
      ([from, to]) => articleNumber(article) >= articleNumber(from) && articleNumber(article) < articleNumber(to),
    );
  return (
    [...full].every((article) => got.has(article)) && [...got].every((article) => full.has(article) || inside(article))
  );
};

const FITS = {
  span: sameSpan,
  target: (g: GoldCitation, p: PredictedCitation): boolean => sameSpan(g, p) && targetFits(g, p),
  articles: (g: GoldCitation, p: PredictedCitation): boolean =>
    sameSpan(g, p) && targetFits(g, p) && articlesFit(g, p.articles),
} as const;

/** Scores mentions of the given kinds; predictions on gold of other kinds, on ambiguous spans and in the head are left out. */
export const scoreCitations = (
  lines: readonly PredictedCitation[],
  gold: CitationGold,
  texts: ReadonlyMap<string, string>,
  kinds: readonly GoldCitation['kind'][],
): CitationScore => {
  const predictions = merged(lines);
  const totals = { span: { tp: 0, np: 0, ng: 0 }, target: { tp: 0, np: 0, ng: 0 }, articles: { tp: 0, np: 0, ng: 0 } };
  const perDocument: Record<string, Score> = {};
  const perTag: Record<string, { gold: number; right: number }> = {};
  const errors: string[] = [];
  let nonLawHits = 0;
  for (const { doc } of gold.documents) {
    const text = texts.get(doc) ?? '';
    const mark = text.indexOf(HEAD_END);
    const headEnd = mark < 0 ? 0 : mark + HEAD_END.length;
    const own = gold.citations.filter((g) => g.doc === doc);
    const wanted = own.filter((g) => kinds.includes(g.kind));
    const ignored = [...own.filter((g) => !kinds.includes(g.kind)), ...gold.ambiguous.filter((g) => g.doc === doc)];
    const nonLaws = gold.nonLaws.filter((g) => g.doc === doc);
    const predicted = predictions.filter((p) => {
      if (p.doc !== doc || p.start < headEnd) return false;
      if (wanted.some((g) => overlaps(g, p))) return true;
      if (ignored.some((g) => overlaps(g, p))) return false;
      if (nonLaws.some((g) => overlaps(g, p))) nonLawHits++;
      return true;
    });
    for (const level of ['span', 'target', 'articles'] as const) {
      const got = maximumMatching(wanted, predicted, FITS[level]);
      const tp = got.filter((index) => index >= 0).length;
      totals[level].tp += tp;
      totals[level].np += predicted.length;
      totals[level].ng += wanted.length;
      if (level !== 'articles') continue;
      perDocument[doc] = scoreOf(tp, predicted.length, wanted.length);
      countTags(wanted, got, perTag);
      errors.push(...describe(doc, text, wanted, predicted, got));
    }
  }
  const { span, target, articles } = totals;
  return {
    span: scoreOf(span.tp, span.np, span.ng),
    target: scoreOf(target.tp, target.np, target.ng),
    articles: scoreOf(articles.tp, articles.np, articles.ng),
    nonLawHits,
    perDocument,
    perTag,
    errors,
  };
};

const countTags = (
  wanted: readonly GoldCitation[],
  got: readonly number[],
  perTag: Record<string, { gold: number; right: number }>,
): void => {
  wanted.forEach((g, index) => {
    for (const tag of g.tags) {
      const count = perTag[tag] ?? { gold: 0, right: 0 };
      perTag[tag] = { gold: count.gold + 1, right: count.right + ((got[index] ?? -1) >= 0 ? 1 : 0) };
    }
  });
};

const describe = (
  doc: string,
  text: string,
  wanted: readonly GoldCitation[],
  predicted: readonly PredictedCitation[],
  got: readonly number[],
): string[] => {
  const lines: string[] = [];
  wanted.forEach((g, index) => {
    if ((got[index] ?? -1) >= 0) return;
    const near = predicted.find((p) => overlaps(g, p));
    const answer =
      near === undefined ? '' : `   got "${text.slice(near.start, near.end)}" -> ${near.target} [${near.articles}]`;
    lines.push(
      `${doc} ${g.start} ${near === undefined ? 'MISSED' : 'WRONG '} ${g.text} -> ${g.target} [${g.articles}]${answer}`,
    );
  });
  for (const p of predicted) {
    if (wanted.some((g) => overlaps(g, p))) continue;
    lines.push(`${doc} ${p.start} EXTRA  "${text.slice(p.start, p.end)}" -> ${p.target} [${p.articles}]`);
  }
  return lines;
};

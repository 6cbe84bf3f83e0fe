/** All citations of one target in the order of its list: pages, facets and totals are cut from it. Pure. */
import { RANKS, Rank } from '#model/entities.ts';
import { type BucketCounts, CITED_BY_BUCKETS, type CitedByPage } from '#model/wire/laws.ts';
import type { CitedByParams, CitingDocument } from '#server/store/queries/citations.ts';
import { encodeKey } from './paging.ts';

export interface CitedByFilters {
  readonly bucket?: CitedByParams['bucket'] | undefined;
  readonly article?: string | undefined;
  readonly paragraph?: number | undefined;
  readonly item?: number | undefined;
  readonly rank?: string | undefined;
  readonly year?: number | undefined;
  readonly documentId?: string | undefined;
}

interface Citation {
  readonly key: string;
  /** Where the database keeps it: good as long as the graph does not change. */
  readonly element: string;
  readonly bucket: CitingDocument['entries'][number][0];
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly documentId: string;
  readonly rank: Rank;
  readonly year: number | null;
}
export type CitedByIndex = readonly Citation[];

const yearOf = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)));
const byKey = (a: Citation, b: Citation): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** By 效力位阶, newest first, then by place in the text: the order of `documentKey` and `positionKey`. */
export const toIndex = (documents: readonly CitingDocument[]): CitedByIndex =>
  documents
    .flatMap(({ documentId, rank, date, documentKey, entries }) => {
      const of = { documentId, rank: Rank.parse(rank), year: yearOf(date) };
      return entries.map(([bucket, article, paragraph, item, position, element]) => ({
        key: documentKey + position,
        element,
        bucket,
        article,
        paragraph,
        item,
        ...of,
      }));
    })
    .sort(byKey);

type FilterName = 'bucket' | 'article' | 'unit' | 'rank' | 'year' | 'documentId';
const FILTERS: Readonly<Record<FilterName, (one: Citation, filters: CitedByFilters) => boolean>> = {
  bucket: (one, { bucket }) => (bucket ?? null) === null || one.bucket === bucket,
  article: (one, { article }) => article === undefined || one.article === article,
  unit: (one, { paragraph, item }) =>
    (paragraph === undefined || one.paragraph === paragraph) && (item === undefined || one.item === item),
  rank: (one, { rank }) => rank === undefined || one.rank === rank,
  year: (one, { year }) => year === undefined || one.year === year,
  documentId: (one, { documentId }) => documentId === undefined || one.documentId === documentId,
};

/** Those that pass all filters but the named ones. */
const under = (index: CitedByIndex, filters: CitedByFilters, ...except: FilterName[]): CitedByIndex => {
  const checks = Object.entries(FILTERS).flatMap(([name, check]) =>
    except.some((free) => free === name) ? [] : [check],
  );
  return index.filter((one) => checks.every((check) => check(one, filters)));
};

/** The page after a key, and the cursor of the next one. */
export const toPage = (index: CitedByIndex, filters: CitedByFilters, after: string, limit: number) => {
  const rest = under(index, filters).filter(({ key }) => key > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    elements: page.map(({ element }) => element),
    cursor: rest.length > limit && last !== undefined ? encodeKey(last.key) : null,
  };
};

const countBy = <K>(index: CitedByIndex, key: (one: Citation) => K | null): Map<K, number> => {
  const counts = new Map<K, number>();
  for (const one of index) {
    const value = key(one);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
};

/** 286-1 comes after 286 and before 287. */
const articleOrder = (a: string, b: string): number => {
  const [as, bs] = [a.split('-').map(Number), b.split('-').map(Number)];
  return (as[0] ?? 0) - (bs[0] ?? 0) || (as[1] ?? 0) - (bs[1] ?? 0) || a.localeCompare(b);
};

export const bucketCounts = (index: CitedByIndex): BucketCounts => {
  const counts = countBy(index, ({ bucket }) => bucket);
  const [articles = 0, mentions = 0, internal = 0, promotes = 0] = CITED_BY_BUCKETS.map((bucket) => counts.get(bucket));
  return { articles, mentions, internal, promotes };
};

type Summary = Pick<CitedByPage, 'total' | 'documents' | 'buckets' | 'facets'>;

/** Counts under the filters; each facet counts without its own filter, so that it shows what else could be chosen. */
export const summarise = (index: CitedByIndex, filters: CitedByFilters): Summary => {
  const passing = under(index, filters);
  const ranks = countBy(under(index, filters, 'rank'), ({ rank }) => rank);
  const years = countBy(under(index, filters, 'year'), ({ year }) => year);
  const articles = countBy(under(index, filters, 'article', 'unit'), ({ article }) => article);
  return {
    total: passing.length,
    documents: new Set(passing.map(({ documentId }) => documentId)).size,
    buckets: bucketCounts(under(index, filters, 'bucket')),
    facets: {
      ranks: RANKS.flatMap((value) => (ranks.has(value) ? [{ value, count: ranks.get(value) ?? 0 }] : [])),
      years: [...years].map(([value, count]) => ({ value, count })).sort((a, b) => b.value - a.value),
      articles: [...articles]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => articleOrder(a.value, b.value)),
    },
  };
};

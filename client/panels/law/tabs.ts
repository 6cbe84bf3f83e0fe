/** What the address of a law page says: tab and filters of the cited-by list. Pure. */
import { Rank } from '#model/entities.ts';
import { CITED_BY_BUCKETS, CitedByBucket, type LawDetail } from '#model/wire/laws.ts';

export const LAW_TABS = ['articles', 'citedBy', 'cites', 'duties', 'versions'] as const;
export type LawTab = (typeof LAW_TABS)[number];

/** The tab asked for, else 被引用 when anything cites or asks for the law, else its text, else 被引用 with its reason. */
export const tabOf = (asked: string | null, detail: Pick<LawDetail, 'buckets' | 'versions'>): LawTab => {
  const known = LAW_TABS.find((tab) => tab === asked);
  if (known !== undefined) return known;
  const incoming = CITED_BY_BUCKETS.reduce((sum, bucket) => sum + detail.buckets[bucket], 0);
  return incoming === 0 && detail.versions.length > 0 ? 'articles' : 'citedBy';
};

export interface CitedByFilters {
  readonly bucket: CitedByBucket | null;
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly rank: Rank | null;
  readonly year: number | null;
  /** The one document whose citations are asked for. */
  readonly documentId: string | null;
}

const positive = (text: string | null): number | null => {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value > 0 ? value : null;
};

export const filtersOf = (search: URLSearchParams): CitedByFilters => {
  const bucket = CitedByBucket.safeParse(search.get('bucket'));
  const rank = Rank.safeParse(search.get('rank'));
  return {
    bucket: bucket.success ? bucket.data : null,
    article: search.get('article'),
    paragraph: positive(search.get('paragraph')),
    item: positive(search.get('item')),
    rank: rank.success ? rank.data : null,
    year: positive(search.get('year')),
    documentId: search.get('documentId'),
  };
};

/** Filters as the route takes them: what is not set is left out. */
export const toQuery = (filters: CitedByFilters) => ({
  ...(filters.bucket === null ? {} : { bucket: filters.bucket }),
  ...(filters.article === null ? {} : { article: filters.article }),
  ...(filters.paragraph === null ? {} : { paragraph: filters.paragraph }),
  ...(filters.item === null ? {} : { item: filters.item }),
  ...(filters.rank === null ? {} : { rank: filters.rank }),
  ...(filters.year === null ? {} : { year: filters.year }),
  ...(filters.documentId === null ? {} : { documentId: filters.documentId }),
});

export const isFiltered = (filters: CitedByFilters): boolean => Object.values(filters).some((value) => value !== null);

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '#client/api/queries.ts';
import { useSearchState } from '#client/state/use-search-state.ts';
import { articleName } from '#client/text/citation.ts';
import { Button } from '#client/ui/Button.tsx';
import { Select } from '#client/ui/Select.tsx';
import { type BucketCounts, CITED_BY_BUCKETS, type CitedByPage } from '#model/wire/laws.ts';
import { type CitedByFilters, isFiltered } from './tabs.ts';

const NO_FILTERS = {
  bucket: null,
  article: null,
  paragraph: null,
  item: null,
  rank: null,
  year: null,
  documentId: null,
};
const NUMBERS = Array.from({ length: 20 }, (_, index) => index + 1);

/** 条 款 项, 效力位阶, year and bucket; what a filter offers is what occurs, with its count. */
export const CitedByFilterBar = ({
  filters,
  buckets,
  facets,
  children,
}: {
  filters: CitedByFilters;
  buckets: BucketCounts;
  facets: CitedByPage['facets'] | undefined;
  children: ReactNode;
}) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [, set] = useSearchState();
  const articles = facets?.articles ?? [];
  const withCount = (label: string, count: number) => `${label} (${count})`;
  return (
    <div className="row filters">
      <Select
        label={t('law.filter.bucket')}
        value={filters.bucket}
        onChange={(bucket) => set({ bucket })}
        options={CITED_BY_BUCKETS.filter((bucket) => buckets[bucket] > 0 || filters.bucket === bucket).map(
          (bucket) => ({
            value: bucket,
            label: withCount(t(`law.bucket.${bucket}`), buckets[bucket]),
          }),
        )}
      />
      {articles.length > 0 || filters.article !== null ? (
        <Select
          label={t('law.filter.article')}
          value={filters.article}
          onChange={(article) => set({ article, paragraph: null, item: null })}
          options={withChosen(
            articles.map(({ value, count }) => ({ value, label: withCount(articleName(value), count) })),
            filters.article,
            articleName,
          )}
        />
      ) : null}
      {filters.article === null ? null : (
        <>
          <Select
            label={t('law.filter.paragraph')}
            value={filters.paragraph === null ? null : String(filters.paragraph)}
            onChange={(paragraph) => set({ paragraph, item: null })}
            options={NUMBERS.map((n) => ({ value: String(n), label: t('law.paragraph', { n }) }))}
          />
          <Select
            label={t('law.filter.item')}
            value={filters.item === null ? null : String(filters.item)}
            onChange={(item) => set({ item })}
            options={NUMBERS.map((n) => ({ value: String(n), label: t('law.item', { n }) }))}
          />
        </>
      )}
      <Select
        label={t('law.filter.rank')}
        value={filters.rank}
        onChange={(rank) => set({ rank })}
        options={(facets?.ranks ?? []).map(({ value, count }) => ({
          value,
          label: withCount(common(`rank.${value}`), count),
        }))}
      />
      <Select
        label={t('law.filter.year')}
        value={filters.year === null ? null : String(filters.year)}
        onChange={(year) => set({ year })}
        options={withChosen(
          (facets?.years ?? []).map(({ value, count }) => ({
            value: String(value),
            label: withCount(String(value), count),
          })),
          filters.year === null ? null : String(filters.year),
          (year) => year,
        )}
      />
      {filters.documentId === null ? null : <CitingDocument id={filters.documentId} />}
      {isFiltered(filters) ? (
        <Button variant="quiet" icon={<X aria-hidden="true" />} onClick={() => set(NO_FILTERS)}>
          {common('action.clearFilters')}
        </Button>
      ) : null}
      {children}
    </div>
  );
};

/** The document whose citations alone are shown, by its name. */
const CitingDocument = ({ id }: { id: string }) => {
  const { t: common } = useTranslation();
  const document = useQuery(routeQuery('node', { params: { id } }));
  return (
    <span className="badge">
      {common('label.Document')} {document.data?.node.name ?? id}
    </span>
  );
};

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A filter in force stays choosable when the other filters leave nothing of it. */
const withChosen = (
  choices: readonly Choice[],
  chosen: string | null,
  labelOf: (value: string) => string,
): readonly Choice[] =>
  chosen === null || choices.some(({ value }) => value === chosen)
    ? choices
    : [{ value: chosen, label: labelOf(chosen) }, ...choices];

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allRows, PAGE_MOST } from '#client/api/all-rows.ts';
import { call } from '#client/api/client.ts';
import { routeQuery } from '#client/api/queries.ts';
import { CITATION_COLUMNS, citationCells } from '#client/panels/shared/citation-csv.ts';
import { ExportCsvButton } from '#client/panels/shared/ExportCsvButton.tsx';
import { useSearchState } from '#client/state/use-search-state.ts';
import { toCsv } from '#client/text/csv.ts';
import { EmptyState } from '#client/ui/states.tsx';
import { CITED_BY_BUCKETS, type LawDetail } from '#model/wire/laws.ts';
import { BucketSection } from './BucketSection.tsx';
import { CitedByFilterBar } from './CitedByFilterBar.tsx';
import { filtersOf, toQuery } from './tabs.ts';

/** 引用本条的（被引用）: who cites the law, in its buckets, by document, with filters and CSV. */
export const CitedByTab = ({ id, detail }: { id: string; detail: LawDetail }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [search] = useSearchState();
  const filters = filtersOf(search);
  // One row is enough: this call brings the counts under the filters and what there is to filter by.
  const counts = useQuery(
    routeQuery('lawCitedBy', { params: { id }, query: { ...toQuery({ ...filters, bucket: null }), limit: 1 } }),
  );
  const buckets = counts.data?.buckets ?? detail.buckets;
  const total = CITED_BY_BUCKETS.reduce((sum, bucket) => sum + buckets[bucket], 0);
  const shown = CITED_BY_BUCKETS.filter((bucket) => filters.bucket === null || filters.bucket === bucket);
  const firstFilled = shown.find((bucket) => buckets[bucket] > 0);
  const csv = async () => {
    const rows = await allRows((cursor) =>
      call('lawCitedBy', { params: { id }, query: { ...toQuery(filters), limit: PAGE_MOST }, cursor }),
    );
    return toCsv(CITATION_COLUMNS, rows.map(citationCells(common)));
  };
  return (
    <div className="tab-body">
      <CitedByFilterBar filters={filters} buckets={buckets} facets={counts.data?.facets}>
        <ExportCsvButton name={`${detail.law.title}-${t('law.tab.citedBy')}.csv`} rows={csv} disabled={total === 0} />
      </CitedByFilterBar>
      {total === 0 && counts.isSuccess ? (
        <EmptyState title={t('law.nobodyCites')}>
          <p>{t('law.nobodyCitesHint')}</p>
        </EmptyState>
      ) : (
        shown.map((bucket) => (
          <BucketSection
            key={`${bucket}:${JSON.stringify(toQuery(filters))}`}
            id={id}
            bucket={bucket}
            total={buckets[bucket]}
            filters={filters}
            startsOpen={bucket !== 'internal' || bucket === firstFilled || filters.bucket === 'internal'}
          />
        ))
      )}
    </div>
  );
};

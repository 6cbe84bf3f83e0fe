import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allRows, PAGE_MOST } from '#client/api/all-rows.ts';
import { call } from '#client/api/client.ts';
import { pagedQuery } from '#client/api/queries.ts';
import { CitesRows } from '#client/panels/shared/CitationList.tsx';
import { CITATION_COLUMNS, citationCells } from '#client/panels/shared/citation-csv.ts';
import { ExportCsvButton } from '#client/panels/shared/ExportCsvButton.tsx';
import { MoreButton } from '#client/panels/shared/MoreButton.tsx';
import { toCsv } from '#client/text/csv.ts';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';

/** 本条引用的: what the law's own text cites, with what could not be resolved and why. */
export const CitesTab = ({ id, title }: { id: string; title: string }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const list = useInfiniteQuery(pagedQuery('lawCites', { params: { id } }));
  if (list.isPending) return <Spinner />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  const first = list.data.pages[0];
  if (rows.length === 0) return <EmptyState title={t('law.citesNothing')} />;
  const csv = async () =>
    toCsv(
      CITATION_COLUMNS,
      (await allRows((cursor) => call('lawCites', { params: { id }, query: { limit: PAGE_MOST }, cursor }))).map(
        citationCells(common),
      ),
    );
  return (
    <div className="tab-body">
      <div className="row spread">
        <span className="small muted tabular">{common('count.total', { count: first?.total ?? 0 })}</span>
        <span className="row">
          <ShownQueryButton query={first?.query} />
          <ExportCsvButton name={`${title}-${t('law.tab.cites')}.csv`} rows={csv} />
        </span>
      </div>
      <CitesRows rows={rows} />
      <MoreButton
        shown={rows.length}
        total={first?.total ?? 0}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </div>
  );
};

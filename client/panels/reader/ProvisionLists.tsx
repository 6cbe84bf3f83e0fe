import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pagedQuery } from '#client/api/queries.ts';
import { CitedByRows, CitesRows } from '#client/panels/shared/CitationList.tsx';
import { MoreButton } from '#client/panels/shared/MoreButton.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';

/** 引用本条的（被引用）: of the article at hand, its 款 and 项 included. */
export const ProvisionCitedBy = ({ id }: { id: string }) => {
  const { t } = useTranslation('pages');
  const list = useInfiniteQuery(pagedQuery('provisionCitedBy', { params: { id } }));
  if (list.isPending) return <Spinner />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  const first = list.data.pages[0];
  return (
    <>
      <p className="row spread small muted tabular">
        {t('reader.citedBy', { count: first?.total ?? 0, documents: first?.documents ?? 0 })}
        <ShownQueryButton query={first?.query} compact />
      </p>
      {rows.length === 0 ? <EmptyState title={t('reader.notCited')} /> : <CitedByRows rows={rows} />}
      <MoreButton
        shown={rows.length}
        total={first?.total ?? 0}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
};

/** 本条引用的. */
export const ProvisionCites = ({ id }: { id: string }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const list = useInfiniteQuery(pagedQuery('provisionCites', { params: { id } }));
  if (list.isPending) return <Spinner />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  const first = list.data.pages[0];
  return (
    <>
      <p className="row spread small muted tabular">
        {common('count.total', { count: first?.total ?? 0 })}
        <ShownQueryButton query={first?.query} compact />
      </p>
      {rows.length === 0 ? <EmptyState title={t('reader.citesNothing')} /> : <CitesRows rows={rows} />}
      <MoreButton
        shown={rows.length}
        total={first?.total ?? 0}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
};

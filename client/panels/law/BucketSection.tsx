import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagedQuery } from '#client/api/queries.ts';
import { CitedByRows } from '#client/panels/shared/CitationList.tsx';
import { MoreButton } from '#client/panels/shared/MoreButton.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { ErrorState, Spinner } from '#client/ui/states.tsx';
import type { CitedByBucket } from '#model/wire/laws.ts';
import { type CitedByFilters, toQuery } from './tabs.ts';

const STEP = 30;

/** One bucket of the cited-by list. 本法内 is long and rarely asked for: it opens on demand. */
export const BucketSection = ({
  id,
  bucket,
  total,
  filters,
  startsOpen,
}: {
  id: string;
  bucket: CitedByBucket;
  total: number;
  filters: CitedByFilters;
  startsOpen: boolean;
}) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [open, setOpen] = useState(startsOpen);
  const list = useInfiniteQuery({
    ...pagedQuery('lawCitedBy', { params: { id }, query: { ...toQuery(filters), bucket, limit: STEP } }),
    enabled: open && total > 0,
  });
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap(({ items }) => items);
  const count = pages[0]?.total ?? total;
  return (
    <section className="bucket" aria-label={t(`law.bucket.${bucket}`)}>
      <div className="row spread bucket-head">
        <h2 className="bucket-title">
          {total === 0 ? (
            <span className="muted bucket-empty">{t(`law.bucket.${bucket}`)} 0</span>
          ) : (
            <button type="button" className="bucket-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(`law.bucket.${bucket}`)} <span className="tabular">{count}</span>
            </button>
          )}
        </h2>
        {open && total > 0 ? (
          <span className="row">
            <span className="small muted tabular">
              {pages[0] === undefined ? null : common('count.documents', { count: pages[0].documents })}
            </span>
            <ShownQueryButton query={pages[0]?.query} compact />
          </span>
        ) : null}
      </div>
      {open && total > 0 ? (
        <>
          {list.isPending ? <Spinner /> : null}
          {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
          <CitedByRows rows={rows} />
          {list.isSuccess ? (
            <MoreButton
              shown={rows.length}
              total={count}
              step={STEP}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          ) : null}
        </>
      ) : null}
    </section>
  );
};

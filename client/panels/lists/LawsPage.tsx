import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { allRows, PAGE_MOST } from '#client/api/all-rows.ts';
import { call } from '#client/api/client.ts';
import { pagedQuery } from '#client/api/queries.ts';
import { ExportCsvButton } from '#client/panels/shared/ExportCsvButton.tsx';
import { MoreButton } from '#client/panels/shared/MoreButton.tsx';
import { lawAddress } from '#client/state/url.ts';
import { useSearchState } from '#client/state/use-search-state.ts';
import { toCsv } from '#client/text/csv.ts';
import { StatusBadge } from '#client/ui/badges.tsx';
import { Select } from '#client/ui/Select.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';
import { usePageTitle } from '#client/ui/use-page-title.ts';
import { LAW_STATUSES, LawStatus, RANKS, Rank } from '#model/entities.ts';
import { FilterField } from './FilterField.tsx';
import '#client/panels/shared/pages.css';
import '#client/panels/shared/shared.css';

const SORTS = ['cited', 'title', 'date'] as const;

const queryOf = (search: URLSearchParams) => {
  const rank = Rank.safeParse(search.get('rank'));
  const status = LawStatus.safeParse(search.get('status'));
  const q = search.get('q');
  return {
    sort: SORTS.find((name) => name === search.get('sort')) ?? ('cited' as const),
    ...(rank.success ? { rank: rank.data } : {}),
    ...(status.success ? { status: status.data } : {}),
    ...(q ? { q } : {}),
  };
};

/** The catalogue of instruments, held or only named, most cited first. */
export const LawsPage = () => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [search, set] = useSearchState();
  usePageTitle(common('nav.laws'));
  const query = queryOf(search);
  const list = useInfiniteQuery(pagedQuery('laws', { query }));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const first = list.data?.pages[0];
  const csv = async () =>
    toCsv(
      ['title', 'rank', 'status', 'issuer', 'date', 'citedBy', 'citedByDocuments', 'promotedBy', 'id'],
      (await allRows((cursor) => call('laws', { query: { ...query, limit: PAGE_MOST }, cursor }))).map((law) => [
        law.title,
        law.rank,
        common(`status.${law.status}`),
        law.issuer,
        law.date,
        law.citedBy,
        law.citedByDocuments,
        law.promotedBy,
        law.id,
      ]),
    );
  return (
    <div className="page">
      <div className="row spread">
        <h1>
          {common('nav.laws')} <span className="muted small tabular">{first?.total}</span>
        </h1>
        <div className="row">
          <ShownQueryButton query={first?.query} />
          <ExportCsvButton name={`${common('nav.laws')}.csv`} rows={csv} disabled={rows.length === 0} />
        </div>
      </div>
      <div className="row filters">
        <FilterField label={t('lists.filterTitle')} value={search.get('q') ?? ''} onChange={(q) => set({ q })} />
        <Select
          label={t('law.rank')}
          value={query.rank ?? null}
          onChange={(rank) => set({ rank })}
          options={RANKS.map((rank) => ({ value: rank, label: common(`rank.${rank}`) }))}
        />
        <Select
          label={t('law.status')}
          value={query.status ?? null}
          onChange={(status) => set({ status })}
          options={LAW_STATUSES.map((status) => ({ value: status, label: common(`status.${status}`) }))}
        />
        <label className="labelled">
          {t('lists.sort')}
          <select className="field" value={query.sort} onChange={(event) => set({ sort: event.currentTarget.value })}>
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`lists.sortBy.${sort}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {list.isPending ? <Spinner /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? <EmptyState title={common('state.notFound')} /> : null}
      {rows.length === 0 ? null : (
        <div className="table-scroll">
          <table className="table" aria-label={common('nav.laws')}>
            <thead>
              <tr>
                <th scope="col">{t('lists.title')}</th>
                <th scope="col">{t('law.status')}</th>
                <th scope="col">{t('law.rank')}</th>
                <th scope="col">{t('law.issuer')}</th>
                <th scope="col">{t('law.textDate')}</th>
                <th scope="col" className="number">
                  {t('law.tab.citedBy')}
                </th>
                <th scope="col" className="number">
                  {t('lists.citingDocuments')}
                </th>
                <th scope="col" className="number">
                  {t('law.bucket.promotes')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((law) => (
                <tr key={law.id}>
                  <td>
                    <Link to={lawAddress(law.id)}>{law.title}</Link>
                  </td>
                  <td>
                    <StatusBadge status={law.status} />
                  </td>
                  <td>{common(`rank.${law.rank}`)}</td>
                  <td>{law.issuer}</td>
                  <td className="tabular">{law.date}</td>
                  <td className="number tabular">{law.citedBy}</td>
                  <td className="number tabular">{law.citedByDocuments}</td>
                  <td className="number tabular">{law.promotedBy}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton
        shown={rows.length}
        total={first?.total ?? 0}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </div>
  );
};

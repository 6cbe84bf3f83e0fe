import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pagedQuery } from '#client/api/queries.ts';
import { ImportButton } from '#client/panels/imports/ImportButton.tsx';
import { MoreButton } from '#client/panels/shared/MoreButton.tsx';
import { documentAddress } from '#client/state/url.ts';
import { useSearchState } from '#client/state/use-search-state.ts';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';
import { usePageTitle } from '#client/ui/use-page-title.ts';
import { DOCUMENT_KINDS, RANKS } from '#model/entities.ts';
import { FilterField } from './FilterField.tsx';
import '#client/panels/shared/pages.css';
import '#client/panels/shared/shared.css';

/** The texts in the library. */
export const DocumentsPage = () => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [search, set] = useSearchState();
  usePageTitle(common('nav.documents'));
  const q = search.get('q') ?? '';
  const list = useInfiniteQuery(pagedQuery('documents', { query: q === '' ? {} : { q } }));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const first = list.data?.pages[0];
  return (
    <div className="page">
      <div className="row spread">
        <h1>
          {common('nav.documents')} <span className="muted small tabular">{first?.total}</span>
        </h1>
        <span className="row">
          <ShownQueryButton query={first?.query} />
          <ImportButton />
        </span>
      </div>
      <div className="row filters">
        <FilterField label={t('lists.filterTitle')} value={q} onChange={(next) => set({ q: next })} />
      </div>
      {list.isPending ? <Spinner /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isSuccess && rows.length === 0 ? <EmptyState title={common('state.notFound')} /> : null}
      {rows.length === 0 ? null : (
        <div className="table-scroll">
          <table className="table" aria-label={common('nav.documents')}>
            <thead>
              <tr>
                <th scope="col">{t('lists.title')}</th>
                <th scope="col">{t('lists.kind')}</th>
                <th scope="col">{t('law.rank')}</th>
                <th scope="col">{t('lists.date')}</th>
                <th scope="col" className="number">
                  {common('label.Provision')}
                </th>
                <th scope="col" className="number">
                  {t('lists.copies')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((document) => {
                const kind = DOCUMENT_KINDS.find((name) => name === document.kind);
                const rank = RANKS.find((name) => name === document.rank);
                return (
                  <tr key={document.id}>
                    <td>
                      <Link to={documentAddress(document.id)}>{document.title}</Link>
                    </td>
                    <td>{kind === undefined ? document.kind : common(`kind.${kind}`)}</td>
                    <td>{rank === undefined ? document.rank : common(`rank.${rank}`)}</td>
                    <td className="tabular">{document.date}</td>
                    <td className="number tabular">{document.provisions}</td>
                    <td className="number tabular">{document.sources}</td>
                  </tr>
                );
              })}
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

import { useInfiniteQuery } from '@tanstack/react-query';
import './duties.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pagedQuery } from '#client/api/queries.ts';
import { MoreButton } from '#client/panels/shared/MoreButton.tsx';
import { documentAddress, nodeAddress } from '#client/state/url.ts';
import { ModalityBadge } from '#client/ui/badges.tsx';
import { KindDot } from '#client/ui/KindDot.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';
import type { DutyRow } from '#model/wire/explore.ts';
import type { RouteQuery } from '#model/wire/routes.ts';

export type DutyQuery = Omit<RouteQuery<'duties'>, 'limit' | 'cursor'>;

/** Duties with their sentences, each leading to its place. */
export const DutyList = ({ filters }: { filters: DutyQuery }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const list = useInfiniteQuery(pagedQuery('duties', { query: filters }));
  if (list.isPending) return <Spinner />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  const first = list.data.pages[0];
  if (rows.length === 0) return <EmptyState title={t('duties.none')} />;
  return (
    <div>
      <p className="row spread small muted tabular">
        {common('count.total', { count: first?.total ?? 0 })}
        <ShownQueryButton query={first?.query} compact />
      </p>
      <ul className="duties">
        {rows.map((row) => (
          <DutyItem key={row.id} row={row} />
        ))}
      </ul>
      <MoreButton
        shown={rows.length}
        total={first?.total ?? 0}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </div>
  );
};

const DutyItem = ({ row }: { row: DutyRow }) => {
  const { t } = useTranslation('pages');
  const { evidence } = row;
  const refs = [...row.functions, ...row.laws, ...row.aspects];
  return (
    <li className="duty">
      <p className="row small">
        <ModalityBadge modality={row.modality} />
        <strong>{row.bearer ?? t('duties.noBearer')}</strong>
        <span className="muted">
          <Link to={documentAddress(row.document.id)} className="muted">
            {row.document.title}
          </Link>{' '}
          {row.provision.name}
        </span>
      </p>
      <Link className="duty-sentence" to={documentAddress(evidence.documentId, evidence, `n:${row.id}`)}>
        {evidence.quote}
      </Link>
      {refs.length === 0 ? null : (
        <p className="row small">
          {refs.map((ref) => (
            <Link key={ref.id} className="node-link" to={nodeAddress(ref)}>
              <KindDot label={ref.label} />
              {ref.name}
            </Link>
          ))}
        </p>
      )}
    </li>
  );
};

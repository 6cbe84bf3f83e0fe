import { useQuery } from '@tanstack/react-query';
import { CornerDownLeft, Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { routeQuery } from '#client/api/queries.ts';
import { Marked } from '#client/panels/shared/Marked.tsx';
import { useSearchState } from '#client/state/use-search-state.ts';
import { CopyButton } from '#client/ui/copy.tsx';
import { KindDot } from '#client/ui/KindDot.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';
import { Tabs } from '#client/ui/Tabs.tsx';
import { usePageTitle } from '#client/ui/use-page-title.ts';
import { SEARCH_GROUPS, type SearchHit } from '#model/wire/explore.ts';
import { detailText } from './detail.ts';
import { type Group, hitAddress } from './hits.ts';
import '#client/panels/shared/pages.css';
import '#client/panels/shared/shared.css';

const FEW = 6;
const MANY = 50;

/** All results of a search: every group with its count, or one group in full. */
export const SearchPage = () => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [search, set] = useSearchState();
  const q = (search.get('q') ?? '').trim();
  usePageTitle(q === '' ? t('search.label') : t('search.title', { q }));
  const group = SEARCH_GROUPS.find((name) => name === search.get('group')) ?? null;
  const all = useQuery({ ...routeQuery('search', { query: { q, limit: FEW } }), enabled: q !== '' });
  const one = useQuery({
    ...routeQuery('search', { query: { q, limit: MANY, group: group ?? 'Law' } }),
    enabled: q !== '' && group !== null,
  });
  if (q === '')
    return (
      <EmptyState page title={t('search.label')}>
        {t('search.hint')}
      </EmptyState>
    );
  if (all.isPending) return <Spinner page />;
  if (all.isError) return <ErrorState page error={all.error} onRetry={() => void all.refetch()} />;
  const { direct, groups } = all.data;
  const found = groups.filter(({ total }) => total > 0);
  const shown = group === null ? found : (one.data?.groups.filter((answer) => answer.group === group) ?? []);
  return (
    <div className="page page-narrow">
      <div className="row spread">
        <h1>{t('search.title', { q })}</h1>
        <CopyButton
          variant="quiet"
          icon={<Link2 aria-hidden="true" />}
          label={common('action.copyLink')}
          text={() => location.href}
        />
      </div>
      {direct === null ? null : (
        <Link className="card direct-hit" to={hitAddress(direct)}>
          <span className="row">
            <CornerDownLeft className="search-direct" aria-hidden="true" />
            <KindDot label={direct.label} />
            <strong>{direct.name}</strong>
            <span className="muted small">{t('search.direct')}</span>
          </span>
        </Link>
      )}
      {found.length === 0 ? (
        <EmptyState title={t('search.nothing', { q })}>
          <p>{t('search.try')}</p>
        </EmptyState>
      ) : (
        <Tabs
          label={t('search.results')}
          value={group ?? 'all'}
          onChange={(next) => set({ group: next === 'all' ? null : next })}
          items={[
            { id: 'all' as const, label: common('action.all') },
            ...found.map((answer) => ({
              id: answer.group,
              label: t(`search.group.${answer.group}`),
              count: answer.total,
            })),
          ]}
        >
          <div className="search-groups">
            {group !== null && one.isPending ? <Spinner /> : null}
            {group !== null && one.isError ? <ErrorState error={one.error} onRetry={() => void one.refetch()} /> : null}
            {shown.map((answer) => (
              <GroupSection
                key={answer.group}
                answer={answer}
                onAll={group === null ? () => set({ group: answer.group }) : null}
              />
            ))}
          </div>
        </Tabs>
      )}
    </div>
  );
};

const GroupSection = ({ answer, onAll }: { answer: Group; onAll: (() => void) | null }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const { group, total, items, query } = answer;
  return (
    <section className="card" aria-label={t(`search.group.${group}`)}>
      <div className="row spread">
        <h2>
          {t(`search.group.${group}`)}{' '}
          <span className="muted small tabular">{common('count.of', { shown: items.length, total })}</span>
        </h2>
        <ShownQueryButton query={query} compact />
      </div>
      <ul>
        {items.map((hit) => (
          <HitRow key={hit.id} hit={hit} />
        ))}
      </ul>
      {onAll !== null && total > items.length ? (
        <p>
          <button type="button" className="link-button" onClick={onAll}>
            {t('search.allOf', { group: t(`search.group.${group}`), count: total })}
          </button>
        </p>
      ) : null}
    </section>
  );
};

const HitRow = ({ hit }: { hit: SearchHit }) => {
  const { t } = useTranslation();
  return (
    <li className="hit">
      <Link className="hit-link" to={hitAddress(hit)}>
        <span className="row">
          <KindDot label={hit.label} />
          <span className="hit-name">
            {hit.snippet.text === hit.name ? <Marked text={hit.name} marks={hit.snippet.marks} /> : hit.name}
          </span>
          {hit.detail === null ? null : <span className="muted small">{detailText(t, hit.detail)}</span>}
        </span>
        {hit.snippet.text === hit.name ? null : (
          <span className="hit-snippet">
            <Marked text={hit.snippet.text} marks={hit.snippet.marks} />
          </span>
        )}
      </Link>
    </li>
  );
};

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { routeQuery } from '#client/api/queries.ts';
import { lawAddress, nodeAddress } from '#client/state/url.ts';
import { StatusBadge } from '#client/ui/badges.tsx';
import { KindDot } from '#client/ui/KindDot.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { ErrorState, Spinner } from '#client/ui/states.tsx';

/** With a corpus: the laws and articles cited most, each leading to who cites it. */
export const Library = () => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const stats = useQuery(routeQuery('stats'));
  if (stats.isPending) return <Spinner />;
  if (stats.isError) return <ErrorState error={stats.error} onRetry={() => void stats.refetch()} />;
  const { mostCitedLaws, mostCitedProvisions, query, nodes } = stats.data;
  return (
    <>
      <section className="card" aria-label={t('landing.mostCitedLaws')}>
        <div className="row spread">
          <h2>{t('landing.mostCitedLaws')}</h2>
          <ShownQueryButton query={query} compact />
        </div>
        <ol className="ranking">
          {mostCitedLaws.map((law) => (
            <li key={law.id} className="ranking-row">
              <Link className="node-link" to={lawAddress(law.id, { tab: 'citedBy' })}>
                <KindDot label="Law" />
                {law.title}
              </Link>
              <StatusBadge status={law.status} />
              <span className="ranking-count tabular">{common('count.citedBy', { count: law.citedBy })}</span>
            </li>
          ))}
        </ol>
      </section>
      <section className="card" aria-label={t('landing.mostCitedProvisions')}>
        <h2>{t('landing.mostCitedProvisions')}</h2>
        <ol className="ranking">
          {mostCitedProvisions.map((provision) => (
            <li key={provision.id} className="ranking-row">
              <Link className="node-link" to={nodeAddress(provision)}>
                <KindDot label="Provision" />
                {t('landing.provisionOf', { law: provision.lawTitle, name: provision.name })}
              </Link>
              <span className="ranking-count tabular">{common('count.citedBy', { count: provision.citedBy })}</span>
            </li>
          ))}
        </ol>
      </section>
      <p className="small muted tabular">
        {t('landing.stats', {
          laws: nodes.Law ?? 0,
          documents: nodes.Document ?? 0,
          provisions: nodes.Provision ?? 0,
          duties: nodes.Duty ?? 0,
        })}
      </p>
    </>
  );
};

import { useQuery } from '@tanstack/react-query';
import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { routeQuery } from '#client/api/queries.ts';
import { useSelection } from '#client/state/selection.tsx';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { documentAddress, lawAddress } from '#client/state/url.ts';
import { ReasonBadge, StatusBadge } from '#client/ui/badges.tsx';
import { KindDot } from '#client/ui/KindDot.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { ErrorState, Spinner } from '#client/ui/states.tsx';
import { type NamedLaw, namedLaws } from './named-laws.ts';

/** The current document: what it is, where it was published, and the laws it names with their states. */
export const CurrentDocument = ({ id }: { id: string }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  useShortcut('r', common('shortcut.reader'), () => void navigate(documentAddress(id)));
  const document = useQuery(routeQuery('document', { params: { id } }));
  const graph = useQuery(routeQuery('graph', { query: { view: 'document', id } }));
  if (document.isPending) return <Spinner />;
  if (document.isError) return <ErrorState error={document.error} onRetry={() => void document.refetch()} />;
  const { document: node, sources } = document.data;
  const laws = graph.data === undefined ? [] : namedLaws(graph.data, node.date);
  return (
    <>
      <section className="card" aria-label={t('landing.current')}>
        <p className="eyebrow">{t('landing.current')}</p>
        <h1 className="card-title">
          <Link to={documentAddress(id)}>{node.title}</Link>
        </h1>
        <p className="row small muted">
          <span className="badge">{common(`kind.${node.kind}`)}</span>
          {node.issuer === null ? null : <span>{node.issuer}</span>}
          {node.date === null ? null : <time className="tabular">{node.date}</time>}
        </p>
        <ul className="sources small muted" aria-label={common('label.Source')}>
          {sources.map((source) => (
            <li key={source.id}>
              {source.publisher ?? source.path}
              {source.publishedAt === null ? null : <span className="tabular"> {source.publishedAt}</span>}
            </li>
          ))}
        </ul>
        <p className="row">
          <Link className="button button-primary" to={documentAddress(id)}>
            <BookOpen aria-hidden="true" />
            {t('landing.read')}
          </Link>
          <Link className="button" to={`/duties?documentId=${encodeURIComponent(id)}`}>
            {common('nav.duties')}
          </Link>
        </p>
      </section>
      <section className="card" aria-label={t('landing.names')}>
        <div className="row spread">
          <h2>
            {t('landing.names')} <span className="muted small tabular">{laws.length}</span>
          </h2>
          <ShownQueryButton query={graph.data?.query} compact />
        </div>
        {graph.isPending ? <Spinner /> : null}
        {graph.isError ? <ErrorState error={graph.error} onRetry={() => void graph.refetch()} /> : null}
        <ul className="named-laws">
          {laws.map((law) => (
            <NamedLawRow key={law.node.id} law={law} />
          ))}
        </ul>
      </section>
    </>
  );
};

/** Whether the date is that of a text in the library. */
const isHeld = (status: NamedLaw['status']): boolean => status !== 'not_held' && status !== 'planned';

const NamedLawRow = ({ law: { node, status, date, relations, reason, edge } }: { law: NamedLaw }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const { selection, select } = useSelection();
  const chosen = selection?.id === edge.id || selection?.id === node.id;
  return (
    <li className={chosen ? 'named-law named-law-chosen' : 'named-law'}>
      <div className="row spread">
        <Link className="node-link named-law-title" to={lawAddress(node.id)}>
          <KindDot label="Law" />
          {node.name}
        </Link>
        <span className="row">
          {status === null ? null : <StatusBadge status={status} />}
          {reason === null || reason === status ? null : <ReasonBadge reason={reason} />}
        </span>
      </div>
      <div className="row spread small muted">
        <span>
          {relations.map((type) => common(`relation.${type}`)).join(common('separator'))}
          {date === null ? null : (
            <span className="tabular"> · {t(isHeld(status) ? 'landing.dated' : 'landing.made', { date })}</span>
          )}
        </span>
        <button type="button" className="link-button" onClick={() => select({ kind: 'edge', id: edge.id })}>
          {t('landing.why')}
          <span className="visually-hidden"> {node.name}</span>
        </button>
      </div>
    </li>
  );
};

/** Behind a line that sums relationships up: the sentences of the documents at its beginning that name what is at its end. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { routeQuery } from '#client/api/queries.ts';
import type { KnownEdge } from '#client/state/known-graph.ts';
import { useSelection } from '#client/state/selection.tsx';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { documentAddress, lawAddress } from '#client/state/url.ts';
import { KindDot } from '#client/ui/KindDot.tsx';
import { ErrorState, Spinner } from '#client/ui/states.tsx';
import { CitedByRows } from './CitationList.tsx';

const MOST = 8;

/** The texts that speak for the node a line begins at: the document itself, or every text held of the law. */
const useTexts = (id: string): { readonly ids: readonly string[]; readonly isPending: boolean } => {
  const isLaw = id.startsWith('law/') && !id.includes('@');
  const law = useQuery({ ...routeQuery('law', { params: { id } }), enabled: isLaw });
  if (!isLaw) return { ids: [id], isPending: false };
  return { ids: law.data?.versions.map(({ documentId }) => documentId) ?? [], isPending: law.isPending };
};

/** The sentences a summed-up line stands for, each a link to its place. */
export const SummedEvidence = ({ known }: { known: KnownEdge }) => {
  const { t } = useTranslation();
  const { t: pages } = useTranslation('pages');
  const navigate = useNavigate();
  const { edge } = known;
  const texts = useTexts(edge.from);
  const answers = useQueries({
    queries: texts.ids.map((documentId) =>
      routeQuery('lawCitedBy', { params: { id: edge.to }, query: { documentId, limit: MOST } }),
    ),
  });
  const failed = answers.find(({ isError }) => isError);
  const rows = answers.flatMap(({ data }) => data?.items ?? []).filter(({ type }) => type === edge.type);
  const [documentId] = texts.ids;
  const first = rows[0];
  useShortcut(
    'o',
    t('shortcut.evidence'),
    () => {
      if (first === undefined) return;
      void navigate(documentAddress(first.evidence.documentId, first.evidence, `e:${first.relationId}`));
    },
    first !== undefined,
  );
  return (
    <article className="evidence">
      <SummedEnds known={known} />
      {failed?.error ? <ErrorState error={failed.error} onRetry={() => void failed.refetch()} /> : null}
      {texts.isPending || answers.some(({ isPending }) => isPending) ? <Spinner /> : null}
      <CitedByRows rows={rows.slice(0, MOST)} />
      {documentId !== undefined && (edge.count ?? 0) > MOST ? (
        <p>
          <Link className="button" to={lawAddress(edge.to, { tab: 'citedBy', documentId })}>
            {pages('evidence.all', { count: edge.count ?? 0 })}
          </Link>
        </p>
      ) : null}
      {rows.length === 0 && answers.every(({ isSuccess }) => isSuccess) ? (
        <p className="muted">{t('state.empty')}</p>
      ) : null}
    </article>
  );
};

const SummedEnds = ({ known: { edge, from, to } }: { known: KnownEdge }) => {
  const { t } = useTranslation();
  return (
    <span className="evidence-ends">
      <KindDot label={from?.label ?? 'Document'} />
      {from?.name ?? edge.from}
      <span className="evidence-type">
        {t(`relation.${edge.type}`)} ×{edge.count}
      </span>
      <KindDot label={to?.label ?? 'Law'} />
      {to?.name ?? edge.to}
    </span>
  );
};

/** Lines that sum relationships up, the thickest first; each opens its sentences. */
export const SummedRows = ({ edges }: { edges: readonly KnownEdge[] }) => {
  const { select } = useSelection();
  return (
    <ul className="summed">
      {edges.map((known) => (
        <li key={known.edge.id}>
          <button type="button" className="summed-row" onClick={() => select({ kind: 'edge', id: known.edge.id })}>
            <SummedEnds known={known} />
          </button>
        </li>
      ))}
    </ul>
  );
};

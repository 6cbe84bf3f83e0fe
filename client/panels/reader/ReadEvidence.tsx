import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SelectedEvidence } from '#client/panels/shared/SelectedEvidence.tsx';
import { useKnownEdges } from '#client/state/known-graph.ts';
import { useSelection } from '#client/state/selection.tsx';
import { nodeAddress, parseSpan } from '#client/state/url.ts';
import { useSearchState } from '#client/state/use-search-state.ts';
import { ReasonBadge } from '#client/ui/badges.tsx';
import { KindDot } from '#client/ui/KindDot.tsx';
import type { DocumentDto } from '#model/wire/documents.ts';
import { type Proof, proofOf } from './proof.ts';

/** 证据句 of what is selected: as the graph knows it, else as the text itself does. */
export const ReadEvidence = ({ read }: { read: DocumentDto }) => {
  const { selection } = useSelection();
  const [search] = useSearchState();
  const edge = selection?.kind === 'edge' ? selection : null;
  const known = useKnownEdges(edge);
  const proof = edge === null || known.length > 0 ? null : proofOf(read, edge.id, parseSpan(search.get('at')));
  return proof === null ? <SelectedEvidence /> : <ProofCard proof={proof} />;
};

const ProofCard = ({ proof }: { proof: Proof }) => {
  const { t } = useTranslation('pages');
  return (
    <section className="evidence-panel" aria-label={t('landing.evidence')}>
      <h2 className="panel-title">{t('landing.evidence')}</h2>
      <article className="evidence">
        <p className="evidence-ends">
          {proof.place}
          <span className="evidence-type">{t(`reader.kind.${proof.kind}`)}</span>
          {proof.targets.map((target) => (
            <Link key={target.id} className="node-link" to={nodeAddress(target)}>
              <KindDot label={target.label} />
              {target.name}
            </Link>
          ))}
          {proof.reason === null ? null : <ReasonBadge reason={proof.reason} />}
        </p>
        <blockquote className="evidence-quote">
          <mark>{proof.quote}</mark>
        </blockquote>
      </article>
    </section>
  );
};

import { BookOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { KnownEdge } from '#client/state/known-graph.ts';
import { documentAddress, nodeAddress } from '#client/state/url.ts';
import { ReasonBadge } from '#client/ui/badges.tsx';
import { KindDot } from '#client/ui/KindDot.tsx';
import type { NodeDto } from '#model/wire/common.ts';

const End = ({ node, id }: { node: NodeDto | undefined; id: string }) =>
  node === undefined ? (
    <span>{id}</span>
  ) : (
    <Link className="node-link" to={nodeAddress(node)}>
      <KindDot label={node.label} />
      {node.name}
    </Link>
  );

/** Why relationships exist: their ends in words, the one sentence that proves them, the rule that found it, 打开出处. */
export const EvidenceCard = ({
  group,
  current = false,
}: {
  group: readonly [KnownEdge, ...KnownEdge[]];
  current?: boolean;
}) => {
  const { t } = useTranslation();
  const { t: pages } = useTranslation('pages');
  const [{ edge, from }] = group;
  return (
    <article className="evidence">
      <p className="evidence-ends">
        <End node={from} id={edge.from} />
        <span className="evidence-type">{t(`relation.${edge.type}`)}</span>
        {group.map((known) => (
          <span key={known.edge.id} className="row">
            <End node={known.to} id={known.edge.to} />
            {known.edge.citation?.reason ? <ReasonBadge reason={known.edge.citation.reason} /> : null}
          </span>
        ))}
      </p>
      {edge.evidence === null ? (
        <p className="muted">{pages('landing.noEvidence')}</p>
      ) : (
        <>
          <blockquote className="evidence-quote">
            {current ? <mark>{edge.evidence.quote}</mark> : edge.evidence.quote}
          </blockquote>
          <p className="row spread">
            <Link className="button" to={documentAddress(edge.evidence.documentId, edge.evidence, `e:${edge.id}`)}>
              <BookOpen aria-hidden="true" />
              {t('action.openSource')}
            </Link>
            <span className="muted small">{pages('evidence.rule', { rule: edge.evidence.rule })}</span>
          </p>
        </>
      )}
    </article>
  );
};

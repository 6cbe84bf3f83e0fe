import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useKnownEdges } from '#client/state/known-graph.ts';
import { useSelection } from '#client/state/selection.tsx';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { documentAddress } from '#client/state/url.ts';
import { EvidenceCard } from './EvidenceCard.tsx';

const MOST = 30;

/** 证据句 of the selected relationship, or of all known ones at the selected node. `o` opens the first one's source. */
export const SelectedEvidence = () => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const { selection } = useSelection();
  const navigate = useNavigate();
  const edges = useKnownEdges(selection);
  const proven = edges.filter(({ edge }) => edge.evidence !== null);
  const listed = selection?.kind === 'edge' ? edges : proven;
  const first = proven[0]?.edge;
  useShortcut(
    'o',
    common('shortcut.evidence'),
    () => {
      if (first?.evidence) void navigate(documentAddress(first.evidence.documentId, first.evidence, `e:${first.id}`));
    },
    first !== undefined,
  );
  return (
    <section className="evidence-panel" aria-label={t('landing.evidence')}>
      <h2 className="panel-title">
        {t('landing.evidence')}
        {listed.length > 1 ? <span className="muted small tabular"> {listed.length}</span> : null}
      </h2>
      {listed.length === 0 ? <p className="muted">{t('landing.evidenceHint')}</p> : null}
      <div className="evidence-list">
        {listed.slice(0, MOST).map((known) => (
          <EvidenceCard key={known.edge.id} known={known} current={selection?.kind === 'edge'} />
        ))}
      </div>
    </section>
  );
};

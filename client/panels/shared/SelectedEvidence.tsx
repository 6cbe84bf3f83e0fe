import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { bySentence, type KnownEdge, useKnownEdges } from '#client/state/known-graph.ts';
import { useSelection } from '#client/state/selection.tsx';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { documentAddress } from '#client/state/url.ts';
import type { RelationType } from '#model/relations.ts';
import type { EdgeDto, GraphDto } from '#model/wire/common.ts';
import { EvidenceCard } from './EvidenceCard.tsx';
import { SummedEvidence, SummedRows } from './SummedEvidence.tsx';

const MOST = 30;

/** Relationships worth showing before anything is selected, by type, first come first. */
const TELLING: readonly RelationType[] = ['PROMOTES', 'BASED_ON', 'INTERPRETS', 'AMENDS', 'REPEALS', 'CITES'];

/** What to show of a graph nobody has touched yet: a few of its most telling relationships. */
const tellingEdges = ({ nodes, edges }: Pick<GraphDto, 'nodes' | 'edges'>): KnownEdge[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return TELLING.flatMap((type) => edges.filter((edge) => edge.type === type && hasSentence(edge)))
    .slice(0, 8)
    .map((edge) => ({ edge, from: byId.get(edge.from), to: byId.get(edge.to) }));
};

const hasSentence = ({ evidence, count }: EdgeDto): boolean => evidence !== null || count !== undefined;
const isSummed = ({ edge }: KnownEdge): boolean => edge.count !== undefined;
const byCount = (a: KnownEdge, b: KnownEdge): number => (b.edge.count ?? 0) - (a.edge.count ?? 0);

/**
 * 证据句 of the selected relationship, or of all known ones at the selected node; with nothing selected, of a few
 * of `graph`. `o` opens the first one's source.
 */
export const SelectedEvidence = ({ graph }: { graph?: Pick<GraphDto, 'nodes' | 'edges'> | undefined }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const { selection } = useSelection();
  const navigate = useNavigate();
  const edges = useKnownEdges(selection);
  const proven = edges.filter(({ edge }) => hasSentence(edge));
  const untouched = selection === null && graph !== undefined ? tellingEdges(graph) : [];
  const listed = selection === null ? untouched : selection.kind === 'edge' ? edges : proven;
  const first = proven.find(({ edge }) => edge.evidence !== null)?.edge;
  const summed = listed.filter(isSummed);
  const chosen = selection?.kind === 'edge' ? summed[0] : undefined;
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
        {selection !== null && listed.length > 1 ? <span className="muted small tabular"> {listed.length}</span> : null}
      </h2>
      {selection === null || listed.length === 0 ? <p className="muted small">{t('landing.evidenceHint')}</p> : null}
      {chosen === undefined ? (
        <SummedRows edges={summed.toSorted(byCount).slice(0, MOST)} />
      ) : (
        <SummedEvidence known={chosen} />
      )}
      <div className="evidence-list">
        {bySentence(listed.filter((known) => !isSummed(known)).slice(0, MOST)).map((group) => (
          <EvidenceCard key={group[0].edge.id} group={group} current={selection?.kind === 'edge'} />
        ))}
      </div>
    </section>
  );
};

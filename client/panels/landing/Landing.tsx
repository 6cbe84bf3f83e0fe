import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { routeQuery } from '#client/api/queries.ts';
import { ImportButton } from '#client/panels/imports/ImportButton.tsx';
import { GraphSide, type GraphView } from '#client/panels/shared/GraphSide.tsx';
import { Panes } from '#client/panels/shared/Panes.tsx';
import { SelectedEvidence } from '#client/panels/shared/SelectedEvidence.tsx';
import { lastRead } from '#client/state/last-read.ts';
import { useSelection } from '#client/state/selection.tsx';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { documentAddress, documentOf, lawAddress } from '#client/state/url.ts';
import { Segmented } from '#client/ui/Segmented.tsx';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';
import { usePageTitle } from '#client/ui/use-page-title.ts';
import { CurrentDocument } from './CurrentDocument.tsx';
import { Library } from './Library.tsx';
import { isCorpus, pickDocument } from './pick-document.ts';
import '#client/panels/shared/shared.css';
import './landing.css';

const FIRST = { query: { limit: 200 } };

/** Never blank: the current document with what it names, its graph, and the sentence behind what is selected. */
export const Landing = () => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  usePageTitle(undefined);
  useOpenSelected();
  const [search, setSearch] = useSearchParams();
  const documents = useQuery(routeQuery('documents', FIRST));
  const [asked] = useState(() => search.get('doc') ?? lastRead());
  // What was read last may have left the library since.
  const wanted = useQuery({ ...routeQuery('document', { params: { id: asked ?? '' } }), enabled: asked !== null });
  if (documents.isPending || (asked !== null && wanted.isPending)) return <Spinner page />;
  if (documents.isError) return <ErrorState page error={documents.error} onRetry={() => void documents.refetch()} />;
  const { items, total } = documents.data;
  const current = pickDocument(items, total, wanted.data === undefined ? null : asked);
  const corpus = isCorpus(total);
  if (total === 0)
    return (
      <EmptyState page title={t('landing.none')}>
        <p>{t('landing.noneHint')}</p>
        <ImportButton />
      </EmptyState>
    );
  const show = search.get('show');
  const wished = show === 'document' || show === 'overview' ? show : corpus ? 'overview' : 'document';
  const view: GraphView =
    current !== null && wished === 'document' ? { view: 'document', id: current } : { view: 'overview' };
  const change = (next: 'document' | 'overview') =>
    setSearch((previous) => {
      const result = new URLSearchParams(previous);
      result.set('show', next);
      result.delete('sel');
      return result;
    });
  return (
    <Panes
      className="landing"
      panes={[
        {
          id: 'list',
          label: common('pane.list'),
          content: (
            <div className="landing-list">
              {corpus ? <Library /> : null}
              {current === null ? null : <CurrentDocument id={current} />}
            </div>
          ),
        },
        {
          id: 'evidence',
          label: t('landing.evidence'),
          content: <LandingEvidence view={view} />,
        },
        {
          id: 'graph',
          label: common('pane.graph'),
          content: (
            <div className="landing-graph">
              {corpus && current !== null ? (
                <div className="landing-views">
                  <Segmented
                    label={t('landing.show')}
                    hideLabel
                    options={[
                      { value: 'document', label: t('landing.thisDocument') },
                      { value: 'overview', label: t('landing.overview') },
                    ]}
                    value={wished}
                    onChange={change}
                  />
                </div>
              ) : null}
              <GraphSide view={view} />
            </div>
          ),
        },
      ]}
    />
  );
};

const LandingEvidence = ({ view }: { view: GraphView }) => {
  const graph = useQuery(routeQuery('graph', { query: view }));
  return <SelectedEvidence graph={graph.data} />;
};

/** `i` and `u`: who cites the node selected in the graph, and what it cites. */
const useOpenSelected = (): void => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { selection } = useSelection();
  const id = selection?.kind === 'node' ? selection.id : null;
  const document = id === null ? null : documentOf(id);
  const open = (panel: 'citedBy' | 'cites') => {
    if (id === null) return;
    void navigate(
      document === null
        ? lawAddress(id, { tab: panel })
        : `${documentAddress(document, null, `n:${id}`)}&panel=${panel}`,
    );
  };
  const known = id?.startsWith('law/') || document !== null;
  useShortcut('i', t('shortcut.citedBy'), () => open('citedBy'), known);
  useShortcut('u', t('shortcut.cites'), () => open('cites'), known);
};

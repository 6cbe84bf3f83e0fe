import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { routeQuery } from '#client/api/queries.ts';
import { GraphSide } from '#client/panels/shared/GraphSide.tsx';
import { Panes } from '#client/panels/shared/Panes.tsx';
import { SelectedEvidence } from '#client/panels/shared/SelectedEvidence.tsx';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { documentAddress } from '#client/state/url.ts';
import { useSearchState } from '#client/state/use-search-state.ts';
import { focusWhenThere } from '#client/ui/focus-when-there.ts';
import { ErrorState, Spinner } from '#client/ui/states.tsx';
import { Tabs } from '#client/ui/Tabs.tsx';
import { usePageTitle } from '#client/ui/use-page-title.ts';
import { CITED_BY_BUCKETS, type LawDetail } from '#model/wire/laws.ts';
import { ArticlesTab } from './ArticlesTab.tsx';
import { CitedByTab } from './CitedByTab.tsx';
import { CitesTab } from './CitesTab.tsx';
import { LawDutiesTab } from './LawDutiesTab.tsx';
import { LawHead } from './LawHead.tsx';
import { type LawTab, tabOf } from './tabs.ts';
import { VersionsTab } from './VersionsTab.tsx';
import '#client/panels/shared/pages.css';
import '#client/panels/shared/shared.css';
import '#client/panels/shared/citing.css';
import './law.css';

/** One instrument: its text, who cites it, what it cites, its duties and its texts of other dates; its graph beside. */
export const LawPage = ({ id }: { id: string }) => {
  const { t: common } = useTranslation();
  const law = useQuery(routeQuery('law', { params: { id } }));
  usePageTitle(law.data?.law.title);
  if (law.isPending) return <Spinner page />;
  if (law.isError) return <ErrorState page error={law.error} onRetry={() => void law.refetch()} />;
  return (
    <Panes
      className="law-panes"
      panes={[
        { id: 'list', label: common('pane.list'), content: <LawPanel id={id} detail={law.data} /> },
        {
          id: 'graph',
          label: common('pane.graph'),
          content: (
            <div className="graph-with-evidence">
              <GraphSide view={{ view: 'law', id }} />
              <SelectedEvidence />
            </div>
          ),
        },
      ]}
    />
  );
};

/** The newest text held; of a code that comes in parts, all parts of its newest date. */
const newestOf = ({ versions }: LawDetail) => versions.filter((version) => version.newest);

const LawPanel = ({ id, detail }: { id: string; detail: LawDetail }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const [search, set] = useSearchState();
  const tab = tabOf(search.get('tab'), detail);
  const show = (next: LawTab) => set({ tab: next });
  const goTo = (next: LawTab) => {
    show(next);
    setTimeout(() => focusWhenThere('.law .citing-link'));
  };
  useShortcut('i', common('shortcut.citedBy'), () => goTo('citedBy'));
  useShortcut('u', common('shortcut.cites'), () => goTo('cites'));
  const newest = newestOf(detail);
  const textId = newest[0]?.documentId ?? null;
  useShortcut('r', common('shortcut.reader'), () => textId && void navigate(documentAddress(textId)), textId !== null);
  const incoming = CITED_BY_BUCKETS.reduce((sum, bucket) => sum + detail.buckets[bucket], 0);
  return (
    <div className="law">
      <LawHead detail={detail} textId={textId} />
      <Tabs
        label={detail.law.title}
        value={tab}
        onChange={show}
        items={[
          {
            id: 'articles',
            label: t('law.tab.articles'),
            count: newest.length === 0 ? undefined : newest.reduce((sum, text) => sum + text.articles, 0),
          },
          { id: 'citedBy', label: t('law.tab.citedBy'), count: incoming },
          { id: 'cites', label: t('law.tab.cites'), count: detail.cites },
          { id: 'duties', label: t('law.tab.duties'), count: detail.duties },
          { id: 'versions', label: t('law.tab.versions'), count: detail.versions.length },
        ]}
      >
        {tab === 'articles' ? (
          <ArticlesTab detail={detail} textIds={newest.map(({ documentId }) => documentId)} />
        ) : null}
        {tab === 'citedBy' ? <CitedByTab id={id} detail={detail} /> : null}
        {tab === 'cites' ? <CitesTab id={id} title={detail.law.title} /> : null}
        {tab === 'duties' ? <LawDutiesTab detail={detail} /> : null}
        {tab === 'versions' ? <VersionsTab detail={detail} /> : null}
      </Tabs>
    </div>
  );
};

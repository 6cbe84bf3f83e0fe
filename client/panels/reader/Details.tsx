import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Selection, useSelection } from '#client/state/selection.tsx';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { useSearchState } from '#client/state/use-search-state.ts';
import { focusWhenThere } from '#client/ui/focus-when-there.ts';
import { EmptyState } from '#client/ui/states.tsx';
import { Tabs } from '#client/ui/Tabs.tsx';
import type { DocumentDto, ReaderProvision } from '#model/wire/documents.ts';
import { breadcrumbOf } from './outline.ts';
import { ProvisionCitedBy, ProvisionCites } from './ProvisionLists.tsx';
import { ReadEvidence } from './ReadEvidence.tsx';
import { Sources } from './Sources.tsx';

const PANELS = ['evidence', 'citedBy', 'cites', 'sources', 'outline'] as const;
type Panel = (typeof PANELS)[number];

/** The article that is selected, or the one being read. */
const articleAt = (provisions: readonly ReaderProvision[], selection: Selection, here: number): number => {
  const chosen = provisions.findIndex(({ id }) => selection?.kind === 'node' && selection.id === id);
  let at = chosen >= 0 ? chosen : here;
  const start = at;
  while (at >= 0 && provisions[at]?.level !== 'article') at = provisions[at]?.parent ?? -1;
  return at >= 0 ? at : start;
};

/** 出处与关系: the sentence behind the selection, who cites the article at hand, what it cites, where the text is from. */
export const Details = ({
  read,
  here,
  outline,
}: {
  read: DocumentDto;
  here: number;
  /** The table of contents, where it has no column of its own. */
  outline: ReactNode;
}) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const { selection } = useSelection();
  const [search, set] = useSearchState();
  const article = articleAt(read.provisions, selection, here);
  const provision = read.provisions[article];
  const asked = PANELS.find((panel) => panel === search.get('panel') && (panel !== 'outline' || outline !== null));
  const isProvision = selection?.kind === 'node' && read.provisions.some(({ id }) => id === selection.id);
  const panel: Panel = asked ?? (selection === null ? 'sources' : isProvision ? 'citedBy' : 'evidence');
  const show = (next: Panel) => set({ panel: next });
  const goTo = (next: Panel) => {
    show(next);
    setTimeout(() => focusWhenThere('.details .citing-link'));
  };
  useShortcut('i', common('shortcut.citedBy'), () => goTo('citedBy'));
  useShortcut('u', common('shortcut.cites'), () => goTo('cites'));
  const about = provision === undefined ? null : breadcrumbOf(read.provisions, article);
  return (
    <div className="details">
      <Tabs
        label={common('pane.details')}
        value={panel}
        onChange={show}
        items={[
          { id: 'evidence', label: t('landing.evidence') },
          { id: 'citedBy', label: t('law.tab.citedBy'), count: provision?.citedBy },
          { id: 'cites', label: t('law.tab.cites') },
          { id: 'sources', label: common('label.Source') },
          ...(outline === null ? [] : [{ id: 'outline' as const, label: t('reader.outline') }]),
        ]}
      >
        <div className="details-body">
          {panel === 'outline' ? outline : null}
          {panel === 'evidence' ? <ReadEvidence read={read} /> : null}
          {panel === 'sources' ? <Sources read={read} /> : null}
          {panel === 'citedBy' || panel === 'cites' ? (
            provision === undefined ? (
              <EmptyState title={t('reader.chooseArticle')} />
            ) : (
              <>
                <h2 className="details-about">{about}</h2>
                {panel === 'citedBy' ? <ProvisionCitedBy id={provision.id} /> : <ProvisionCites id={provision.id} />}
              </>
            )
          ) : null}
        </div>
      </Tabs>
    </div>
  );
};

import { lazy, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBoundary } from '#client/app/ErrorBoundary.tsx';
import { type Selection, useSelection } from '#client/state/selection.tsx';
import { documentAddress, nodeAddress } from '#client/state/url.ts';
import { Spinner } from '#client/ui/states.tsx';
import type { NodeRef } from '#model/wire/common.ts';

const GraphPane = lazy(() => import('#client/graph/GraphPane.tsx').then((m) => ({ default: m.GraphPane })));

export interface GraphView {
  readonly view: 'overview' | 'document' | 'law' | 'node' | 'nodes';
  readonly id?: string;
}
type Opened = NodeRef | { documentId: string; start: number; end: number };

/** The graph beside a list or a text: one selection for both, and opening a node or a sentence goes to its page. */
export const GraphSide = ({
  view,
  onSelect,
}: {
  view: GraphView | null;
  /** Where the page does more than select; else the shared selection alone. */
  onSelect?: (next: Selection) => void;
}) => {
  const { selection, select } = useSelection();
  const navigate = useNavigate();
  const { t } = useTranslation('graph');
  const open = useCallback(
    (target: Opened) => {
      const to = 'documentId' in target ? documentAddress(target.documentId, target) : nodeAddress(target);
      void navigate(to);
    },
    [navigate],
  );
  return (
    <ErrorBoundary>
      <h2 className="visually-hidden">{t('title')}</h2>
      <Suspense fallback={<Spinner />}>
        <GraphPane view={view} selection={selection} onSelect={onSelect ?? select} onOpen={open} />
      </Suspense>
    </ErrorBoundary>
  );
};

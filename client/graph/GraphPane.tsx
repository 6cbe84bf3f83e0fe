/** 关系图谱: the canvas with its toolbar, legend, overview map and list. Fetches its view by itself. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Selection } from '#client/state/selection.tsx';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';
import { GraphBoard } from './GraphBoard.tsx';
import type { OpenTarget } from './GraphList.tsx';
import { filterIn, layoutIn, savedViewId } from './share.ts';
import { useCanvas } from './use-canvas.ts';
import { useView, type ViewRequest } from './use-view.ts';
import './graph.css';

export type GraphPaneProps = {
  /** What to draw; null while the page does not know yet. */
  readonly view: ViewRequest | null;
  readonly selection: Selection;
  readonly onSelect: (next: Selection) => void;
  /** A node's page, or the place of a sentence in its document, was asked for. */
  readonly onOpen: (target: OpenTarget) => void;
};

const keyOf = (view: ViewRequest | null): string =>
  view === null ? '' : JSON.stringify([view.view, view.id, view.ids, view.limit]);

export const GraphPane = (props: GraphPaneProps) => {
  const [search] = useSearchParams();
  const saved = savedViewId(search);
  return <Canvas key={`${saved ?? ''} ${keyOf(props.view)}`} {...props} saved={saved} />;
};

/** One view's canvas. The address is read at the start; afterwards the canvas leads and the address follows. */
const Canvas = ({ view, selection, onSelect, onOpen, saved }: GraphPaneProps & { saved: string | null }) => {
  const { t } = useTranslation('graph');
  const [search] = useSearchParams();
  const [first] = useState(() => ({ layout: layoutIn(search), filter: filterIn(search) }));
  const loaded = useView(view, saved, first.layout);
  const control = useCanvas();
  const { load } = control;
  const { data } = loaded;
  useEffect(() => {
    if (data) load({ ...data.canvas, filter: first.filter });
  }, [data, load, first]);
  return (
    <section className="graph-pane" aria-label={t('title')}>
      {loaded.isError ? <ErrorState error={loaded.error} onRetry={() => void loaded.refetch()} /> : null}
      {loaded.isPending ? <Spinner label={t('loading')} /> : null}
      {data && data.canvas.nodes.size === 0 ? <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState> : null}
      {data && control.history.present.nodes.size > 0 ? (
        <GraphBoard control={control} loaded={data} selection={selection} onSelect={onSelect} onOpen={onOpen} />
      ) : null}
    </section>
  );
};

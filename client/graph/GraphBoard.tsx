/** A loaded canvas: toolbar above, picture with legend and map, status line, list below. */
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#client/sigma/stage.ts';
import { visibleGraph } from '#client/state/canvas/visible.ts';
import type { Selection } from '#client/state/selection.tsx';
import { focusWhenThere } from '#client/ui/focus-when-there.ts';
import { useErrorMessage } from '#client/ui/states.tsx';
import { useMedia } from '#client/ui/use-media.ts';
import { exportView } from './export/run.ts';
import { GraphList, type OpenTarget } from './GraphList.tsx';
import { GraphStage } from './GraphStage.tsx';
import { GraphStatus } from './GraphStatus.tsx';
import { GraphToolbar } from './GraphToolbar.tsx';
import { Legend } from './Legend.tsx';
import { Minimap } from './Minimap.tsx';
import { formatFilter } from './share.ts';
import { useActions } from './use-actions.ts';
import type { CanvasControl } from './use-canvas.ts';
import { useExportView } from './use-export-view.ts';
import { useFocus } from './use-focus.ts';
import { useGraphKeys } from './use-keys.ts';
import { useLayout } from './use-layout.ts';
import { usePaths } from './use-paths.ts';
import { useShare } from './use-share.ts';
import { useGraphTheme, useStageSync, useStageWords } from './use-stage.ts';
import type { LoadedView } from './use-view.ts';

/** Width in pixels of a pane that has room for the legend beside the picture. */
const LEGEND_FROM = 760;

type BoardProps = {
  readonly control: CanvasControl;
  readonly loaded: LoadedView;
  readonly selection: Selection;
  readonly onSelect: (next: Selection) => void;
  readonly onOpen: (target: OpenTarget) => void;
};

export const GraphBoard = ({ control, loaded, selection, onSelect, onOpen }: BoardProps) => {
  const { t } = useTranslation('graph');
  const { history, perform, settle } = control;
  const canvas = history.present;
  const visible = useMemo(() => visibleGraph(canvas), [canvas]);
  const [stage, setStage] = useState<Stage | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [listOpen, setListOpen] = useState(false);
  const [legendOpen, setLegendOpen] = useState(true);
  const theme = useGraphTheme();
  const words = useStageWords();
  const calm = useMedia('(prefers-reduced-motion: reduce)');
  const board = useRef<HTMLDivElement>(null);
  const aspect = useCallback(() => {
    const box = board.current?.getBoundingClientRect();
    return box && box.height > 0 ? Math.min(4, Math.max(0.25, box.width / box.height)) : 1.3;
  }, []);
  // Where the pane is small the picture comes first; measured once, before the first layout takes the picture's proportions.
  useLayoutEffect(() => {
    const width = board.current?.parentElement?.clientWidth ?? 0;
    if (width > 0 && width < LEGEND_FROM) setLegendOpen(false);
  }, []);
  const layout = useLayout(canvas, loaded.centre, aspect, settle);
  // Where less motion is asked for, the nodes appear once they stand.
  const moving = calm ? null : (layout.progress?.positions ?? null);

  const paths = usePaths(perform);
  const focusing = useFocus({ canvas, visible, selection, paths: paths.found });
  useStageSync({ stage, canvas, visible, moving, focus: focusing.focus, theme });
  const title = (loaded.centre === null ? undefined : canvas.nodes.get(loaded.centre)?.name) ?? t('title');
  const name = t('viewName', { title, nodes: visible.nodes.length });
  const share = useShare(canvas, history.done.length > 0, name, loaded.canvas.layout);
  const errorText = useErrorMessage(failure);
  const say = useCallback((text: string) => {
    setFailure(null);
    setMessage(text);
  }, []);
  const actions = useActions({
    control,
    selected: focusing.selectedNode,
    picked: focusing.picked,
    paths,
    share,
    say,
    fail: setFailure,
  });
  useGraphKeys(actions, focusing.selectedNode, () => {
    setListOpen(true);
    setTimeout(() => focusWhenThere('.graph-list .link'));
  });
  const exported = useExportView(canvas, visible, theme, title);

  const { writeAddress } = share;
  const shared = `${canvas.layout} ${formatFilter(canvas.filter)}`;
  const written = useRef(shared);
  useEffect(() => {
    if (written.current !== shared) writeAddress();
    written.current = shared;
  }, [shared, writeAddress]);
  const { selectedNode: shownNode, selectedEnds } = focusing;
  useEffect(() => {
    if (shownNode !== null) stage?.reveal([shownNode]);
    else if (selectedEnds !== null) stage?.reveal(selectedEnds.split('\n'));
  }, [stage, shownNode, selectedEnds]);

  /** The end of a path when one is being chosen, else the selection; the same from the picture and from the list. */
  const chooseNode = (id: string) => {
    if (paths.start !== null && paths.start !== id) void paths.run(paths.start, id).catch(setFailure);
    else onSelect({ kind: 'node', id });
  };
  const handlers = {
    onNode: (id: string, adding: boolean) => {
      if (adding && paths.start === null) focusing.togglePicked(id);
      else chooseNode(id);
    },
    onEdge: (id: string) => onSelect({ kind: 'edge', id }),
    onStage: () => {
      focusing.clearPicked();
      paths.clear();
      setMessage(null);
      onSelect(null);
    },
    onExpand: (id: string) => void actions.expand(id, {}),
    onHover: focusing.hover,
    onMoved: (id: string, at: { x: number; y: number }) => perform({ type: 'move', positions: new Map([[id, at]]) }),
    onBox: focusing.pick,
  };
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });

  const selectedNode = focusing.selectedNode === null ? null : (canvas.nodes.get(focusing.selectedNode) ?? null);
  return (
    <div className="graph-board">
      <GraphToolbar
        canvas={canvas}
        node={selectedNode}
        actions={actions}
        canUndo={history.done.length > 0}
        canRedo={history.undone.length > 0}
        choosingPath={paths.start !== null}
        query={loaded.query}
        onExport={(format) => void exportView(format, exported(), stage).catch(setFailure)}
        onFit={() => stage?.fit()}
        onZoom={(factor) => stage?.zoom(factor)}
      />
      <div className="graph-middle">
        <div className="graph-picture" ref={board}>
          <GraphStage
            options={{ theme, ...words, handlers: () => latest.current, motionMs: calm ? 0 : 220 }}
            onStage={setStage}
            label={`${title} ${t('counts', { nodes: visible.nodes.length, edges: visible.edges.length })}`}
            description={t('canvasHelp')}
          />
          <GraphStatus
            canvas={canvas}
            visible={visible}
            total={loaded.total}
            selection={selection}
            onSelect={onSelect}
            picked={focusing.picked.size}
            onClearPicked={focusing.clearPicked}
            paths={paths}
            layout={layout}
            message={failure === null ? message : errorText}
            onBring={handlers.onExpand}
          />
        </div>
        <aside className="graph-side" data-open={legendOpen} aria-label={t('legend')}>
          <button
            type="button"
            className="graph-side-head"
            aria-expanded={legendOpen}
            onClick={() => setLegendOpen(!legendOpen)}
          >
            {t('legend')}
            {legendOpen ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
          </button>
          {legendOpen ? (
            <Legend canvas={canvas} theme={theme} onFilter={(filter) => perform({ type: 'filter', filter })} />
          ) : null}
          {stage === null || !legendOpen ? null : <Minimap stage={stage} theme={theme} />}
        </aside>
      </div>
      <section className="graph-list" aria-label={t('list')} data-open={listOpen}>
        <button
          type="button"
          className="graph-list-head"
          aria-expanded={listOpen}
          onClick={() => setListOpen(!listOpen)}
        >
          {listOpen ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
          {t(listOpen ? 'table.hide' : 'table.show')}
          <span className="muted tabular">
            {t('counts', { nodes: visible.nodes.length, edges: visible.edges.length })}
          </span>
        </button>
        {listOpen ? (
          <GraphList
            canvas={canvas}
            visible={visible}
            selection={selection}
            onSelect={(next) => (next?.kind === 'node' ? chooseNode(next.id) : onSelect(next))}
            onExpand={handlers.onExpand}
            onOpen={onOpen}
          />
        ) : null}
      </section>
    </div>
  );
};

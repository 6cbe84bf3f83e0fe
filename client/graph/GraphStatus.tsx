/** The line over the picture: what was done, what is picked, which of several parallel relationships is shown. */
import { useTranslation } from 'react-i18next';
import type { CanvasState } from '#client/state/canvas/types.ts';
import type { VisibleGraph } from '#client/state/canvas/visible.ts';
import type { Selection } from '#client/state/selection.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { useLayout } from './use-layout.ts';
import type { usePaths } from './use-paths.ts';

type StatusProps = {
  readonly canvas: CanvasState;
  readonly visible: VisibleGraph;
  readonly total: number;
  readonly selection: Selection;
  readonly onSelect: (next: Selection) => void;
  readonly picked: number;
  readonly onClearPicked: () => void;
  readonly paths: ReturnType<typeof usePaths>;
  readonly layout: ReturnType<typeof useLayout>;
  readonly message: string | null;
  /** Draws a node that is selected elsewhere on the page, with its neighbours. */
  readonly onBring: (id: string) => void;
};

/** Steps through the relationships that one line bundles. */
const BundleSteps = ({ visible, selection, onSelect }: Pick<StatusProps, 'visible' | 'selection' | 'onSelect'>) => {
  const { t } = useTranslation('graph');
  if (selection?.kind !== 'edge') return null;
  const bundle = visible.bundles.find(({ edges }) => edges.some(({ id }) => id === selection.id));
  if (bundle === undefined || bundle.edges.length < 2) return null;
  const index = bundle.edges.findIndex(({ id }) => id === selection.id);
  const next = bundle.edges[(index + 1) % bundle.edges.length];
  return (
    <span className="graph-note">
      {t('bundle', { index: index + 1, count: bundle.edges.length })}
      <Button variant="quiet" onClick={() => next && onSelect({ kind: 'edge', id: next.id })}>
        {t('bundleNext')}
      </Button>
    </span>
  );
};

/** What the reader or a list selects need not be on the canvas, which draws the nearest few hundred nodes. */
const NotDrawn = ({ canvas, selection, onBring }: Pick<StatusProps, 'canvas' | 'selection' | 'onBring'>) => {
  const { t } = useTranslation('graph');
  if (selection?.kind !== 'node' || canvas.nodes.has(selection.id)) return null;
  return (
    <span className="graph-note">
      {t('notDrawn')}
      <Button variant="quiet" onClick={() => onBring(selection.id)}>
        {t('bring')}
      </Button>
    </span>
  );
};

/** A long layout says how far it is and can be stopped where it stands. */
const LayoutNote = ({ layout }: Pick<StatusProps, 'layout'>) => {
  const { t } = useTranslation('graph');
  const { progress, stop } = layout;
  if (progress === null) return null;
  const percent = Math.round(progress.share * 100);
  return (
    <span className="graph-note">
      {t('layingOut')}
      <progress max={100} value={percent} aria-label={t('layingOut')} />
      <Button variant="quiet" onClick={stop}>
        {t('stopLayout')}
      </Button>
    </span>
  );
};

const usePathNote = (canvas: CanvasState, paths: StatusProps['paths']): string | null => {
  const { t } = useTranslation('graph');
  const name = (id: string) => canvas.nodes.get(id)?.name ?? id;
  if (paths.start !== null) return t('pathPick', { name: name(paths.start) });
  if (paths.found === null) return null;
  const { from, to, paths: found } = paths.found;
  const [first] = found;
  return first === undefined
    ? t('pathNone', { from: name(from), to: name(to) })
    : t('pathFound', { count: found.length, length: first.length - 1 });
};

export const GraphStatus = (props: StatusProps) => {
  const { canvas, visible, total, picked, onClearPicked, paths, layout, message } = props;
  const { t } = useTranslation('graph');
  const pathNote = usePathNote(canvas, paths);
  const base = canvas.layers.find(({ kind }) => kind === 'base')?.nodeIds.size ?? 0;
  return (
    <div className="graph-status">
      <div role="status" className="graph-notes">
        {pathNote === null ? null : <span className="graph-note">{pathNote}</span>}
        {message === null ? null : <span className="graph-note">{message}</span>}
        {visible.nodes.length === 0 ? <span className="graph-note">{t('allHidden')}</span> : null}
      </div>
      <LayoutNote layout={layout} />
      {total > base ? <span className="graph-note">{t('truncated', { shown: base, total })}</span> : null}
      {picked > 0 ? (
        <span className="graph-note">
          {t('picked', { count: picked })}
          <Button variant="quiet" onClick={onClearPicked}>
            {t('clearPicked')}
          </Button>
        </span>
      ) : null}
      <NotDrawn {...props} />
      <BundleSteps {...props} />
    </div>
  );
};

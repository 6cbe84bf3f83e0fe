/** The actions on the canvas as buttons. Each has a word, not an icon alone; on a narrow pane they wrap. */
import {
  Eye,
  EyeOff,
  Link2,
  Maximize,
  Minimize2,
  Minus,
  Pin,
  PinOff,
  Plus,
  Redo2,
  Route,
  Save,
  Undo2,
  Waypoints,
} from 'lucide-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { type CanvasState, LAYOUTS, type LayoutName } from '#client/state/canvas/types.ts';
import { Button, IconButton } from '#client/ui/Button.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { Tooltip } from '#client/ui/Tooltip.tsx';
import type { NodeDto, ShownQuery } from '#model/wire/common.ts';
import { ExpandMenu } from './ExpandMenu.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import type { ExportFormat } from './export/run.ts';
import type { GraphActions } from './use-actions.ts';

export type ToolbarProps = {
  readonly canvas: CanvasState;
  readonly node: NodeDto | null;
  readonly actions: GraphActions;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly choosingPath: boolean;
  readonly query: ShownQuery | undefined;
  readonly onExport: (format: ExportFormat) => void;
  readonly onFit: () => void;
  readonly onZoom: (factor: number) => void;
};

/** A tool: its word is beside its icon where there is room, and in a tooltip where there is none. */
const Tool = ({ icon, word, ...rest }: ComponentProps<typeof Button> & { readonly word: string }) => (
  <Tooltip text={word}>
    <Button {...rest} variant="quiet" icon={icon}>
      <span className="word">{word}</span>
    </Button>
  </Tooltip>
);

const isLayout = (value: string): value is LayoutName => LAYOUTS.some((name) => name === value);

export const GraphToolbar = (props: ToolbarProps) => {
  const { canvas, node, actions, canUndo, canRedo, choosingPath, query } = props;
  const { t } = useTranslation('graph');
  const pinned = node !== null && canvas.pinned.has(node.id);
  const expanded = node !== null && canvas.layers.some(({ kind, centre }) => kind === 'expand' && centre === node.id);
  return (
    <div className="graph-toolbar" role="toolbar" aria-label={t('toolbar')}>
      <ExpandMenu node={node} canvas={canvas} onExpand={(id, kind) => void actions.expand(id, kind)} />
      <Tool
        icon={<Minimize2 aria-hidden="true" />}
        word={t('collapse')}
        disabled={!expanded}
        onClick={actions.collapse}
      />
      <Tool
        word={pinned ? t('unpin') : t('pin')}
        icon={pinned ? <PinOff aria-hidden="true" /> : <Pin aria-hidden="true" />}
        disabled={!actions.hasTargets}
        onClick={actions.togglePin}
      />
      <Tool
        icon={<EyeOff aria-hidden="true" />}
        word={t('hide')}
        disabled={!actions.hasTargets}
        onClick={actions.hide}
      />
      {canvas.hidden.size > 0 ? (
        <Button variant="quiet" icon={<Eye aria-hidden="true" />} onClick={actions.showHidden}>
          {t('showAll', { count: canvas.hidden.size })}
        </Button>
      ) : null}
      <span className="toolbar-gap" />
      <Tool icon={<Undo2 aria-hidden="true" />} word={t('undo')} disabled={!canUndo} onClick={actions.undo} />
      <Tool icon={<Redo2 aria-hidden="true" />} word={t('redo')} disabled={!canRedo} onClick={actions.redo} />
      <span className="toolbar-gap" />
      <Tool
        word={t('path')}
        icon={<Route aria-hidden="true" />}
        disabled={!actions.hasTargets}
        aria-pressed={choosingPath}
        onClick={actions.path}
      />
      <Tool
        word={t('complete')}
        icon={<Waypoints aria-hidden="true" />}
        disabled={canvas.nodes.size < 2}
        onClick={() => void actions.complete()}
      />
      <span className="toolbar-gap" />
      <label className="labelled">
        <span className="word">{t('layout')}</span>
        <select
          className="field"
          value={canvas.layout}
          onChange={(event) => {
            if (isLayout(event.target.value)) actions.layout(event.target.value);
          }}
        >
          {LAYOUTS.map((name) => (
            <option key={name} value={name}>
              {t(`layouts.${name}`)}
            </option>
          ))}
        </select>
      </label>
      <IconButton icon={<Maximize />} label={t('fit')} onClick={props.onFit} />
      <IconButton icon={<Plus />} label={t('zoomIn')} onClick={() => props.onZoom(1.5)} />
      <IconButton icon={<Minus />} label={t('zoomOut')} onClick={() => props.onZoom(1 / 1.5)} />
      <span className="toolbar-gap" />
      <ExportMenu onExport={props.onExport} disabled={canvas.nodes.size === 0} />
      <Tool icon={<Link2 aria-hidden="true" />} word={t('copyLink')} onClick={() => void actions.copyLink()} />
      <Tool icon={<Save aria-hidden="true" />} word={t('saveView')} onClick={() => void actions.saveView()} />
      {query?.text === '' ? null : <ShownQueryButton query={query} compact />}
    </div>
  );
};

import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { useMedia } from '#client/ui/use-media.ts';

const NARROW = '(max-width: 899px)';

export interface Pane {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/**
 * Panels side by side on a wide screen; one at a time, chosen by a switch, on a narrow one. The graph comes last.
 * What has been shown stays as it was, but for the graph: a canvas without a size cannot be drawn. `g` goes to the graph.
 */
export const Panes = ({
  panes,
  className,
  chosen: asked,
  onChoose,
}: {
  panes: readonly Pane[];
  className: string;
  /** Which panel a narrow screen shows, where the page decides. */
  chosen?: string;
  onChoose?: (id: string) => void;
}) => {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);
  const [own, setOwn] = useState(panes[0]?.id ?? '');
  const chosen = asked ?? own;
  const choose = onChoose ?? setOwn;
  useShortcut('g', t('shortcut.graph'), () => {
    choose('graph');
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-pane="graph"]')?.focus());
  });
  return (
    <div className={`panes ${className} ${narrow ? 'panes-narrow' : ''}`}>
      {narrow ? (
        <div className="pane-switch">
          <Segmented
            label={t('pane.choose')}
            hideLabel
            options={panes.map(({ id, label }) => ({ value: id, label }))}
            value={chosen}
            onChange={choose}
          />
        </div>
      ) : null}
      {panes.map(({ id, content }) => {
        const hidden = narrow && id !== chosen;
        return (
          <div key={id} className={`pane pane-${id}`} data-pane={id} tabIndex={-1} hidden={hidden}>
            {hidden && id === 'graph' ? null : content}
          </div>
        );
      })}
    </div>
  );
};

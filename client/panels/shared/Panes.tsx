import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { useMedia } from '#client/ui/use-media.ts';

export interface Pane {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/**
 * Panels side by side on a wide screen; one at a time, chosen by a switch, on a narrow one. The graph comes last.
 * `g` shows and focuses the graph.
 */
export const Panes = ({
  panes,
  className,
  narrowBelow = 900,
}: {
  panes: readonly Pane[];
  className: string;
  narrowBelow?: number;
}) => {
  const { t } = useTranslation();
  const narrow = useMedia(`(max-width: ${narrowBelow - 1}px)`);
  const [chosen, setChosen] = useState(panes[0]?.id ?? '');
  useShortcut('g', t('shortcut.graph'), () => {
    setChosen('graph');
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-pane="graph"]')?.focus());
  });
  const shown = narrow ? panes.filter(({ id }) => id === chosen) : panes;
  return (
    <div className={`panes ${className} ${narrow ? 'panes-narrow' : ''}`}>
      {narrow ? (
        <div className="pane-switch">
          <Segmented
            label={t('pane.choose')}
            hideLabel
            options={panes.map(({ id, label }) => ({ value: id, label }))}
            value={chosen}
            onChange={setChosen}
          />
        </div>
      ) : null}
      {shown.map(({ id, content }) => (
        <div key={id} className={`pane pane-${id}`} data-pane={id} tabIndex={-1}>
          {content}
        </div>
      ))}
    </div>
  );
};

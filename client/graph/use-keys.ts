/** Keys of the canvas. They act on what is selected and only while the graph is on screen. */
import { useTranslation } from 'react-i18next';
import { useShortcut } from '#client/state/shortcuts.tsx';
import type { GraphActions } from './use-actions.ts';

export const useGraphKeys = (actions: GraphActions, selected: string | null, showList: () => void): void => {
  const { t } = useTranslation('graph');
  const any = selected !== null;
  useShortcut('e', t('keys.expand'), () => selected !== null && void actions.expand(selected, {}), any);
  useShortcut('c', t('keys.collapse'), actions.collapse, any);
  useShortcut('f', t('keys.pin'), actions.togglePin, actions.hasTargets);
  useShortcut('p', t('keys.path'), actions.path, actions.hasTargets);
  useShortcut('l', t('keys.list'), showList);
  useShortcut('mod+z', t('keys.undo'), actions.undo);
  useShortcut('mod+shift+z', t('keys.redo'), actions.redo);
  useShortcut('mod+y', t('keys.redo'), actions.redo);
};

import { useTranslation } from 'react-i18next';
import { usePreferences } from '#client/state/preferences.tsx';
import { useShortcutList } from '#client/state/shortcuts.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';

const shown = (key: string): string => key.replace('mod', 'Ctrl').replaceAll('+', ' + ');

/** What the keys do on the page now on screen. */
export const ShortcutHelp = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const { shortcuts } = usePreferences();
  const list = useShortcutList();
  return (
    <Dialog title={t('shortcut.title')} open={open} onClose={onClose}>
      <div className="stack">
        <p className="muted">{shortcuts ? t('shortcut.hint') : t('shortcut.off')}</p>
        <dl className="keys">
          {open
            ? list().map(({ key, description }) => (
                <div key={key} className="keys-row">
                  <dt>
                    <kbd>{shown(key)}</kbd>
                  </dt>
                  <dd>{description}</dd>
                </div>
              ))
            : null}
        </dl>
      </div>
    </Dialog>
  );
};

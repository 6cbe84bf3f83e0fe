import { Menu as MenuIcon, Settings } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Preferences, usePreferences } from '#client/state/preferences.tsx';
import { Button, IconButton } from '#client/ui/Button.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import { useMedia } from '#client/ui/use-media.ts';

const ImportDialog = lazy(() =>
  import('#client/panels/imports/ImportDialog.tsx').then((m) => ({ default: m.ImportDialog })),
);

/** The menu of pages that the bar has no room for, and the settings. */
export const HeaderMenu = ({ onHelp }: { onHelp: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [importing, setImporting] = useState(false);
  const roomy = useMedia('(min-width: 1024px)');
  const inBar: readonly [string, string][] = [
    ['/laws', t('nav.laws')],
    ['/documents', t('nav.documents')],
    ['/duties', t('nav.duties')],
    ['/console', t('nav.console')],
  ];
  const pages: readonly [string, string][] = [...(roomy ? [] : inBar), ['/views', t('nav.views')]];
  return (
    <div className="header-menu">
      <Menu
        trigger={<Button variant="quiet" className="button-icon" aria-label={t('nav.menu')} icon={<MenuIcon />} />}
        items={[
          ...pages.map(([to, label]) => ({ label, run: () => void navigate(to) })),
          { label: t('nav.import'), run: () => setImporting(true) },
          { label: t('settings.help'), run: onHelp },
        ]}
      />
      <SettingsPopover />
      {importing ? (
        <Suspense fallback={null}>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      ) : null}
    </div>
  );
};

const LANGUAGES: readonly { value: Preferences['language']; label: string }[] = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
];

const SettingsPopover = () => {
  const { t } = useTranslation();
  const { language, theme, shortcuts, change } = usePreferences();
  return (
    <Popover
      label={t('nav.settings')}
      trigger={<IconButton label={t('nav.settings')} icon={<Settings aria-hidden="true" />} />}
    >
      <div className="stack">
        <Segmented
          label={t('settings.language')}
          options={LANGUAGES}
          value={language}
          onChange={(next) => change({ language: next })}
        />
        <Segmented
          label={t('settings.theme')}
          options={[
            { value: 'system', label: t('settings.system') },
            { value: 'light', label: t('settings.light') },
            { value: 'dark', label: t('settings.dark') },
          ]}
          value={theme}
          onChange={(next) => change({ theme: next })}
        />
        <label className="switch">
          <input
            type="checkbox"
            checked={shortcuts}
            onChange={(event) => change({ shortcuts: event.currentTarget.checked })}
          />
          {t('settings.shortcuts')}
        </label>
      </div>
    </Popover>
  );
};

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { SearchBox } from '#client/panels/search/SearchBox.tsx';
import { useShortcut } from '#client/state/shortcuts.tsx';
import { Logo } from '#client/ui/Logo.tsx';
import { HeaderMenu } from './HeaderMenu.tsx';
import { HealthBanner } from './HealthBanner.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';

const LINKS = [
  { to: '/laws', label: 'nav.laws' },
  { to: '/documents', label: 'nav.documents' },
  { to: '/duties', label: 'nav.duties' },
  { to: '/console', label: 'nav.console' },
] as const;

export const Shell = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const [help, setHelp] = useState(false);
  useShortcut('?', t('shortcut.help'), () => setHelp(true));
  useFocusOnNavigation();
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className="header">
        <NavLink className="brand" to="/" aria-label={`${t('product')} ${t('nav.home')}`}>
          <Logo />
          <span className="brand-name">{t('product')}</span>
        </NavLink>
        <SearchBox />
        <nav className="nav" aria-label={t('nav.main')}>
          {LINKS.map(({ to, label }) => (
            <NavLink key={to} to={to} className="nav-link">
              {t(label)}
            </NavLink>
          ))}
        </nav>
        <HeaderMenu onHelp={() => setHelp(true)} />
      </header>
      <HealthBanner />
      <main id="content" className="content" tabIndex={-1}>
        {children}
      </main>
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
};

/** After a link was followed the next Tab begins in the new page, not in the bar above it. */
const useFocusOnNavigation = (): void => {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [pathname]);
};

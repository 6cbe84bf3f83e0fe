/** Language, theme and whether single-key shortcuts are on, remembered in the browser. */
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

const Preferences = z.object({
  language: z.enum(['zh', 'en']).catch('zh'),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  shortcuts: z.boolean().catch(true),
});
export type Preferences = z.infer<typeof Preferences>;
export type Theme = 'light' | 'dark';

const KEY = 'famai.preferences';
const DARK = '(prefers-color-scheme: dark)';

/** Reads what was remembered; a browser that forbids storage gives the defaults. */
export const readPreferences = (): Preferences => {
  try {
    return Preferences.parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return { language: 'zh', theme: 'system', shortcuts: true };
  }
};

const remember = (preferences: Preferences): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Storage is off or full: the choice holds for this page only.
  }
};

const resolveTheme = (theme: Preferences['theme'], systemDark: boolean): Theme => {
  if (theme !== 'system') return theme;
  return systemDark ? 'dark' : 'light';
};

/** Sets what CSS and assistive technology read on <html>; done once before the first paint and on every change. */
export const applyPreferences = (preferences: Preferences, systemDark = matchMedia(DARK).matches): void => {
  document.documentElement.dataset['theme'] = resolveTheme(preferences.theme, systemDark);
  document.documentElement.lang = preferences.language === 'zh' ? 'zh-CN' : 'en';
};

export interface PreferencesState extends Preferences {
  /** The theme in force, `system` resolved. */
  readonly shownTheme: Theme;
  readonly change: (part: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<PreferencesState>({
  language: 'zh',
  theme: 'system',
  shortcuts: true,
  shownTheme: 'light',
  change: () => undefined,
});

const subscribeDark = (notify: () => void): (() => void) => {
  const media = matchMedia(DARK);
  media.addEventListener('change', notify);
  return () => media.removeEventListener('change', notify);
};

export const PreferencesProvider = ({ children }: { children: ReactNode }) => {
  const [preferences, setPreferences] = useState(readPreferences);
  const systemDark = useSyncExternalStore(subscribeDark, () => matchMedia(DARK).matches);
  const { i18n } = useTranslation();
  // While rendering, not after: what is drawn below reads its colours from the page. Doing it twice does no harm.
  applyPreferences(preferences, systemDark);
  useEffect(() => {
    remember(preferences);
    if (i18n.language !== preferences.language) void i18n.changeLanguage(preferences.language);
  }, [preferences, i18n]);
  const change = useCallback((part: Partial<Preferences>) => setPreferences((now) => ({ ...now, ...part })), []);
  const value = useMemo(
    () => ({ ...preferences, shownTheme: resolveTheme(preferences.theme, systemDark), change }),
    [preferences, systemDark, change],
  );
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
};

export const usePreferences = (): PreferencesState => use(PreferencesContext);

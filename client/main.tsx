import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { applyPreferences, readPreferences } from './state/preferences.tsx';
import { createI18n } from './text/i18n.ts';
import './ui/theme.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/overlays.css';
import './app/shell.css';

const start = async (): Promise<void> => {
  const preferences = readPreferences();
  applyPreferences(preferences);
  const i18n = await createI18n(preferences.language);
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App i18n={i18n} />
    </StrictMode>,
  );
};

void start();

import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n as I18n } from 'i18next';
import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { createQueryClient } from '#client/api/query-client.ts';
import { PreferencesProvider } from '#client/state/preferences.tsx';
import { SelectionProvider } from '#client/state/selection.tsx';
import { ShortcutProvider } from '#client/state/shortcuts.tsx';
import { TooltipProvider } from '#client/ui/Tooltip.tsx';
import { Pages } from './Pages.tsx';
import { Shell } from './Shell.tsx';

export const App = ({ i18n }: { i18n: I18n }) => {
  const [queryClient] = useState(createQueryClient);
  return (
    <I18nextProvider i18n={i18n}>
      <PreferencesProvider>
        <QueryClientProvider client={queryClient}>
          <BrowserRouter>
            <SelectionProvider>
              <ShortcutProvider>
                <TooltipProvider>
                  <Shell>
                    <Pages />
                  </Shell>
                </TooltipProvider>
              </ShortcutProvider>
            </SelectionProvider>
          </BrowserRouter>
        </QueryClientProvider>
      </PreferencesProvider>
    </I18nextProvider>
  );
};

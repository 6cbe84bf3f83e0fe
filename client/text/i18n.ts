/** Chinese first, English complete; both are small and come with the page, so switching never waits. */
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { commonEn } from './common.en.ts';
import { commonZh } from './common.zh.ts';
import { consoleEn } from './console.en.ts';
import { consoleZh } from './console.zh.ts';
import { graphEn } from './graph.en.ts';
import { graphZh } from './graph.zh.ts';
import { pagesEn } from './pages.en.ts';
import { pagesZh } from './pages.zh.ts';

const zh = { common: commonZh, pages: pagesZh, graph: graphZh, console: consoleZh };
const en = { common: commonEn, pages: pagesEn, graph: graphEn, console: consoleEn };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof zh;
  }
}

/** `useTranslation()` gives `common`; other namespaces by name: `useTranslation('graph')`. */
export const createI18n = async (language: 'zh' | 'en'): Promise<i18n> => {
  const instance = createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    ns: ['common', 'pages', 'graph', 'console'],
    defaultNS: 'common',
    resources: { zh, en },
    interpolation: { escapeValue: false },
  });
  return instance;
};

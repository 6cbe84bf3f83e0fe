import type { consoleZh } from './console.zh.ts';
import type { Translated } from './translated.ts';

export const consoleEn: Translated<typeof consoleZh> = {
  title: 'Query console',
};

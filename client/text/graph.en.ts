import type { graphZh } from './graph.zh.ts';
import type { Translated } from './translated.ts';

export const graphEn: Translated<typeof graphZh> = {
  title: 'Graph',
};

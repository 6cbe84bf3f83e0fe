import type { pagesZh } from './pages.zh.ts';
import type { Translated } from './translated.ts';

export const pagesEn: Translated<typeof pagesZh> = {
  landing: {
    current: 'Current document',
    names: 'Instruments it names',
    evidence: 'Evidence',
    evidenceHint: 'Select a relationship in the graph or the list to see the sentence that proves it.',
    noEvidence: 'This relationship comes from the structure of the document; no sentence stands for it.',
    nodeEvidence: 'Evidence around the selected node',
    mostCitedLaws: 'Most cited instruments',
    mostCitedProvisions: 'Most cited articles',
    overview: 'Citations at a glance',
    thisDocument: 'Relations of this document',
    stats: 'In the library',
    none: 'The library is empty',
    noneHint: 'Import documents, and they and the instruments they name are shown here.',
  },
};

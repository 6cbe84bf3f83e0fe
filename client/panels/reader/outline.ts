/** The table of contents of a document. Pure. */
import type { ReaderProvision } from '#model/wire/documents.ts';

export interface OutlineEntry {
  readonly index: number;
  readonly depth: number;
  readonly label: string;
  readonly heading: boolean;
}

const HEADINGS = new Set(['part', 'chapter', 'section']);

/**
 * Headings always; articles of the heading being read, or all of them where there are no headings;
 * of a text with neither, its paragraphs by their first words.
 */
export const outlineOf = (
  provisions: readonly ReaderProvision[],
  current: number,
  firstWords: (provision: ReaderProvision) => string,
): OutlineEntry[] => {
  const hasHeadings = provisions.some(({ level }) => HEADINGS.has(level));
  const hasArticles = provisions.some(({ level }) => level === 'article');
  const heading = currentHeading(provisions, current);
  const entries: OutlineEntry[] = [];
  provisions.forEach((provision, index) => {
    if (HEADINGS.has(provision.level)) {
      entries.push({ index, depth: depthAmong(provisions, index), label: provision.printed, heading: true });
    } else if (provision.level === 'article') {
      if (hasHeadings && provision.parent !== heading && provision.parent >= 0) return;
      entries.push({ index, depth: depthAmong(provisions, index), label: provision.printed, heading: false });
    } else if (!hasHeadings && !hasArticles && (provision.level === 'paragraph' || provision.level === 'block')) {
      entries.push({ index, depth: 0, label: firstWords(provision), heading: false });
    }
  });
  return entries;
};

/** The nearest heading at or above a provision; -1 when there is none. */
export const currentHeading = (provisions: readonly ReaderProvision[], from: number): number => {
  let at = from;
  while (at >= 0 && !HEADINGS.has(provisions[at]?.level ?? '')) at = provisions[at]?.parent ?? -1;
  return at;
};

const depthAmong = (provisions: readonly ReaderProvision[], index: number): number => {
  let depth = 0;
  for (let at = provisions[index]?.parent ?? -1; at >= 0; at = provisions[at]?.parent ?? -1) {
    if (HEADINGS.has(provisions[at]?.level ?? '')) depth++;
  }
  return depth;
};

/** 第二章 网络运行安全 › 第二十一条, outermost first. */
export const breadcrumbOf = (provisions: readonly ReaderProvision[], index: number): string => {
  const steps: string[] = [];
  for (let at = index; at >= 0; at = provisions[at]?.parent ?? -1) {
    const printed = provisions[at]?.printed ?? '';
    if (printed !== '') steps.unshift(printed);
  }
  return steps.join(' › ');
};

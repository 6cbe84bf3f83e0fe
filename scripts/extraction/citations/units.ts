/**
 * The units cited after a name: 第三条、第五条第二款和第八条, 第十条至第十五条, 第四条第（二）、（三）项.
 * Sources: 立法法第六十五条 (编、章、节、条、款、项、目), 立法技术规范（试行）（一） on 引用条款的表述.
 */
import type { CitedUnit } from '#model/mentions.ts';
import { readListedUnits } from './unit-list.ts';

export interface UnitList {
  /** Printed numbers of articles, each once, in text order: `21`, `286之1`. */
  readonly articles: readonly string[];
  readonly units: readonly CitedUnit[];
  /** The first written range of articles. */
  readonly range: readonly [string, string] | null;
  /** Exclusive; equal to the starting place when nothing was read. */
  readonly end: number;
}

/** Ranges longer than this are taken as misprints and keep their ends only. */
const MAX_RANGE = 400;

const printed = (article: string): string => article.replace('-', '之');
const leading = (article: string): number => Number.parseInt(article, 10);

/** The whole numbers inside a range of articles, without its ends; 之二 as the end has its own number before it. */
function between(first: string, last: string): number[] {
  const from = leading(first);
  const to = last.includes('-') ? leading(last) + 1 : leading(last);
  if (to <= from || to - from > MAX_RANGE) return [];
  return Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i);
}

/** Reads the longest list of units at `at`. Never throws; reads on only while the list goes on. */
export function readUnits(text: string, at: number): UnitList {
  const { listed, end } = readListedUnits(text, at);
  const articles: string[] = [];
  const units: CitedUnit[] = [];
  let range: [string, string] | null = null;
  let article: string | null = null;
  let paragraph: number | null = null;
  /** The last unit may still be made narrower by a 款 or 项 that follows it directly. */
  let refine = false;
  const push = (unit: CitedUnit): void => {
    if (refine) units.pop();
    units.push(unit);
  };
  for (const [index, token] of listed.entries()) {
    const previous = listed[index - 1];
    refine = !token.joined && index > 0 && previous?.level !== 'division';
    const fill = token.ranged && previous?.level === token.level ? between(previous.number, token.number) : [];
    if (token.level === 'article') {
      if (token.ranged && article !== null) range ??= [printed(article), printed(token.number)];
      if (token.ranged && article !== null && fill.length === 0 && previous?.level !== 'article')
        fill.push(...between(article, token.number));
      for (const n of fill) units.push({ article: String(n), paragraph: null, item: null });
      article = token.number;
      paragraph = null;
      if (!articles.includes(printed(article))) articles.push(printed(article));
      units.push({ article, paragraph: null, item: null });
    } else if (token.level === 'paragraph') {
      for (const n of fill) units.push({ article, paragraph: n, item: null });
      paragraph = leading(token.number);
      push({ article, paragraph, item: null });
    } else if (token.level === 'item') {
      for (const n of fill) units.push({ article, paragraph, item: n });
      push({ article, paragraph, item: leading(token.number) });
    }
  }
  return { articles, units, range, end };
}

/** Where in the structure tree a word stands: its 条, 款 and 项, which 前款 and 本条 start from. */
import type { ParsedDocument, StructureUnit } from '#model/structure.ts';

export interface Place {
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
}

/** Innermost unit that holds `at`, as an index; -1 when none does. Units are sorted by start, parents first. */
export function unitAt(units: readonly StructureUnit[], at: number): number {
  let low = 0;
  let high = units.length - 1;
  let last = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.start ?? 0) <= at) {
      last = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  while (last >= 0 && (units[last]?.end ?? 0) <= at) last = units[last]?.parent ?? -1;
  return last;
}

export function placeOf(doc: ParsedDocument, at: number): Place {
  let article: string | null = null;
  let paragraph: number | null = null;
  let item: number | null = null;
  for (let i = unitAt(doc.units, at); i >= 0; i = doc.units[i]?.parent ?? -1) {
    const unit = doc.units[i];
    if (unit === undefined) break;
    if (unit.level === 'article') article = unit.number;
    else if (unit.level === 'paragraph' && unit.number !== null) paragraph = Number(unit.number);
    else if (unit.level === 'item' && unit.number !== null) item = Number(unit.number);
  }
  return { article, paragraph: paragraph ?? (item === null ? null : 1), item };
}

/** Numbers of the articles of a document, in text order. */
export function articleOrder(doc: ParsedDocument): string[] {
  return doc.units.flatMap((u) => (u.level === 'article' && u.number !== null ? [u.number] : []));
}

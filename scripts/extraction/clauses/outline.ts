/** The stretches of wording duties are looked for in, in text order, with what their place in the structure says of them. */
import type { ParsedDocument, StructureUnit } from '#model/structure.ts';
import { Characters } from './characters.ts';

export interface Block {
  /** After the printed number. */
  readonly start: number;
  readonly end: number;
  /** Title of a part, chapter or section, or a line in place of one. */
  readonly heading: boolean;
  /** Opens a new numbered unit, where the subject of the one before no longer holds. */
  readonly opensItem: boolean;
  /** Numbered by 一、 （一） or 1., not by 第X条: its first sentence may be a heading. */
  readonly numbered: boolean;
  /** One item of a list under an article: （一）. */
  readonly listItem: boolean;
}

const CONTAINERS: ReadonlySet<StructureUnit['level']> = new Set(['part', 'chapter', 'section']);
/** 一、 （一） 1. printed at the head of a line that the structure did not take as a unit. */
const PRINTED_NUMBER =
  /^(?:#+\s*)?(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}\s?[.．、](?!\d))\s*/;
/** What such a number begins with. */
const NUMBERED = new Characters('#（(一二三四五六七八九十0123456789');
const MAX_HEADING = 40;
const SENTENCE_END = new Characters('。；;：:，,');

export const outline = (doc: ParsedDocument): Block[] => {
  const { text } = doc.clean;
  const statute = doc.units.some((unit) => unit.level === 'article' && unit.printed.startsWith('第'));
  const blocks: Block[] = [];
  let afterNumber = false;
  doc.units.forEach((unit, index) => {
    const next = doc.units[index + 1];
    const end = next !== undefined && next.start < unit.end ? next.start : unit.end;
    const item = unit.level === 'item' || unit.level === 'subitem';
    const opensItem = unit.level === 'article' || CONTAINERS.has(unit.level) || (item && !statute);
    if (end <= unit.textStart) {
      afterNumber = !statute && unit.level === 'article';
      if (opensItem)
        blocks.push({
          start: unit.textStart,
          end: unit.textStart,
          heading: false,
          opensItem,
          numbered: false,
          listItem: false,
        });
      return;
    }
    let from = unit.textStart;
    for (let at = from; at <= end; at++) {
      if (at < end && text.charCodeAt(at) !== 10) continue;
      const number = NUMBERED.at(text, from)
        ? (PRINTED_NUMBER.exec(text.slice(from, Math.min(at, from + 12)))?.[0].length ?? 0)
        : 0;
      const start = from + number;
      const short = at - start <= MAX_HEADING && !SENTENCE_END.at(text, at - 1);
      const heading = CONTAINERS.has(unit.level) || (!statute && short && !item);
      if (at > start) {
        const numbered = number > 0 || afterNumber || (from === unit.textStart && !statute && item);
        afterNumber = false;
        blocks.push({
          start,
          end: at,
          heading,
          opensItem: opensItem || number > 0,
          numbered,
          listItem: item && statute,
        });
      }
      from = at + 1;
    }
  });
  return blocks;
};

/** Structural units as Provision nodes. */
import type { ProvisionNode } from '#model/entities.ts';
import type { ParsedDocument, StructureUnit } from '#model/structure.ts';
import { rawSpan } from '../text/clean.ts';
import type { Place } from './assembly.ts';

const HEADING_LEVELS: ReadonlySet<StructureUnit['level']> = new Set(['part', 'chapter', 'section']);
const BLOCK_NAME = 24;
/** Text kept on a node; the document's own text holds the rest. */
const MAX_TEXT = 100_000;

const DIGITS = '零一二三四五六七八九';
/** 1 to 99 in Chinese, larger ones as they are: 款 are counted in words by lawyers. */
const inChinese = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
};

const withoutBlanks = (printed: string): string => (printed.includes(' ') ? printed.replaceAll(' ', '') : printed);

/** What the unit adds to the name of the one above it. */
const ownName = (unit: StructureUnit, text: string): string => {
  switch (unit.level) {
    case 'article':
      return withoutBlanks(unit.printed);
    case 'paragraph':
      return `第${inChinese(Number(unit.number))}款`;
    case 'item':
      return `第${withoutBlanks(unit.printed)}项`;
    case 'subitem':
      return `第${unit.number}目`;
    default:
      return text.slice(unit.textStart, Math.min(unit.end, unit.textStart + BLOCK_NAME)).trim();
  }
};

const ownText = (text: string, unit: StructureUnit): string => {
  if (HEADING_LEVELS.has(unit.level)) return unit.printed;
  return text.slice(unit.textStart, Math.min(unit.end, unit.textStart + MAX_TEXT)).trim();
};

/** The units as nodes, in text order, each named as a lawyer names it: 第二十一条第二款第（三）项, without chapters. */
export const provisionNodes = (doc: ParsedDocument, places: readonly Place[]): ProvisionNode[] => {
  const { text } = doc.clean;
  // Names of the units so far; headings give nothing to the names below them.
  const names: string[] = [];
  return doc.units.map((unit, order) => {
    const isHeading = HEADING_LEVELS.has(unit.level);
    const full = isHeading ? '' : (names[unit.parent] ?? '') + ownName(unit, text);
    names.push(full);
    const name = isHeading ? unit.printed.trim() : full;
    const { start, end } = rawSpan(doc.clean, unit.start, unit.end);
    return {
      label: 'Provision',
      id: places[order]?.key.id ?? '',
      name: name === '' ? unit.path : name,
      documentId: doc.id,
      level: unit.level,
      number: unit.number,
      printed: unit.printed,
      path: unit.path,
      order,
      text: ownText(text, unit),
      start,
      end,
    };
  });
};

/** Structural units as Provision nodes. */
import type { ProvisionNode } from '#model/entities.ts';
import { provisionId } from '#model/ids.ts';
import type { ParsedDocument, StructureUnit } from '#model/structure.ts';
import { rawSpan } from '../text/clean.ts';

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

/** How a lawyer names the unit: 第二十一条第二款第（三）项, without chapters. */
const nameOf = (units: readonly StructureUnit[], index: number, text: string): string => {
  let name = '';
  let at = index;
  for (;;) {
    const unit = units[at];
    if (unit === undefined || HEADING_LEVELS.has(unit.level)) break;
    if (unit.level === 'article') name = unit.printed.replace(/\s+/g, '') + name;
    else if (unit.level === 'paragraph') name = `第${inChinese(Number(unit.number))}款${name}`;
    else if (unit.level === 'item') name = `第${unit.printed.replace(/\s+/g, '')}项${name}`;
    else if (unit.level === 'subitem') name = `第${unit.number}目${name}`;
    else name = text.slice(unit.textStart, Math.min(unit.end, unit.textStart + BLOCK_NAME)) + name;
    at = unit.parent;
  }
  return name;
};

const ownText = (text: string, unit: StructureUnit): string => {
  if (HEADING_LEVELS.has(unit.level)) return unit.printed;
  return text.slice(unit.textStart, Math.min(unit.end, unit.textStart + MAX_TEXT)).trim();
};

export const provisionNodes = (doc: ParsedDocument): ProvisionNode[] =>
  doc.units.map((unit, order) => {
    const { start, end } = rawSpan(doc.clean, unit.start, unit.end);
    const name = HEADING_LEVELS.has(unit.level) ? unit.printed : nameOf(doc.units, order, doc.clean.text);
    return {
      label: 'Provision',
      id: provisionId(doc.id, unit.path),
      name: name.trim() === '' ? unit.path : name.trim(),
      documentId: doc.id,
      level: unit.level,
      number: unit.number,
      printed: unit.printed,
      path: unit.path,
      order,
      text: ownText(doc.clean.text, unit),
      start,
      end,
    };
  });

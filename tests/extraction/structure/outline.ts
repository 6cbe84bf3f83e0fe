/** A document's structure as one readable line per unit. */
import { parseFile } from '#extraction/pipeline.ts';
import type { ParsedDocument } from '#model/structure.ts';

export const parse = (text: string, path = '某法(2020-01-02).md'): ParsedDocument => {
  const [document] = parseFile({ path, text, sha256: '0', encoding: 'utf-8' }).documents;
  if (document === undefined) throw new Error('every file has a document');
  return document;
};

/** `art_1/par_1: 为了…` for every unit; headings with their printed form. */
export const outline = (text: string, length = 12): string[] =>
  parse(text).units.map((unit, _index, units) => {
    const doc = parse(text);
    const isHeading = ['part', 'chapter', 'section'].includes(unit.level);
    const words = isHeading
      ? unit.printed
      : doc.clean.text.slice(unit.textStart, Math.min(unit.end, unit.textStart + length)).trim();
    const parent = units[unit.parent];
    return `${unit.path}${parent === undefined ? '' : ` < ${parent.path}`}: ${words}`;
  });

export const statute = (...lines: string[]): string =>
  ['# 某法', '', '2020年1月2日 全国人民代表大会常务委员会通过', '', '<!-- INFO END -->', '', ...lines].join('\n');

/** Paths of the articles and what stands under them, without containers. */
export const paths = (text: string): string[] => parse(text).units.map((unit) => unit.path);
export const codes = (text: string): string[] => parse(text).findings.map((found) => found.code);

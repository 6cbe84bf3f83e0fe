/** What splitting had to repair or could not read, as the import report lists it. */
import type { Finding } from '#model/graph.ts';

const CODES = {
  'structure.blank_in_number': ['repaired', '条号中有空格 (a blank inside a number)'],
  'structure.variant_in_number': ['repaired', '“第”误为“笫” (笫 for 第)'],
  'structure.dash_in_number': ['repaired', '条号中“一”误为横线 (a dash for 一)'],
  'structure.articles_in_one_line': ['repaired', '一行中有多条 (several articles on one line)'],
  'structure.heading_wrapped': ['repaired', '标题分成两行 (a heading over two lines)'],
  'structure.heading_lost': ['repaired', '标题没有编号 (a heading without its number)'],
  'structure.line_joined': ['repaired', '一款分成两行 (a paragraph over two lines)'],
  'structure.number_not_consecutive': ['warning', '条号不连续 (article numbers are not consecutive)'],
  'structure.article_twice': ['warning', '条号重复 (an article number occurs twice)'],
  'structure.empty_body': ['not_parsed', '没有正文 (the body is empty)'],
} as const satisfies Record<string, readonly [Finding['kind'], string]>;

export type StructureFinding = keyof typeof CODES;

/** A finding at a span of the clean text; without a span it concerns the whole document. */
export const finding = (code: StructureFinding, start: number | null, end: number | null): Finding => {
  const [kind, message] = CODES[code];
  return { kind, code, message, start, end };
};

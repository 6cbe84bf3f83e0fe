/** What splitting had to repair or could not read, as the import report lists it. */
import type { Finding } from '#model/graph.ts';

const MESSAGES = {
  'structure.blank_in_number': '条号中有空格 (blank inside a number)',
  'structure.variant_in_number': '“第”误为“笫” (笫 for 第)',
  'structure.dash_in_number': '条号中“一”误为横线 (a dash for 一)',
  'structure.number_not_consecutive': '条号不连续 (article numbers are not consecutive)',
  'structure.article_twice': '条号重复 (an article number occurs twice)',
  'structure.empty_body': '没有正文 (the body is empty)',
} as const;

export type StructureFinding = keyof typeof MESSAGES;

/** A finding at a span of the clean text. */
export const finding = (
  kind: Finding['kind'],
  code: StructureFinding | string,
  start: number | null,
  end: number | null,
): Finding => ({ kind, code, message: MESSAGES[code as StructureFinding] ?? code, start, end });

/** The kinds of relationship, which labels each one joins, and the evidence every extracted one carries. */
import { z } from 'zod';
import type { NodeLabel } from './entities.ts';

/** The sentence that proves a relationship. Offsets are UTF-16 code units into the decoded source file, uncleaned. */
export const Evidence = z.object({
  documentId: z.string(),
  sourceId: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** `source.slice(start, end)`, exactly. */
  quote: z.string().min(1),
  /** The words inside the quote that name the target, where they stand apart from it. Offsets like `start` and `end`. */
  namedStart: z.int().nonnegative().nullable().exactOptional(),
  namedEnd: z.int().positive().nullable().exactOptional(),
  /** Stable id of the rule that found it, see docs/extraction.md. */
  rule: z.string().min(1),
});
export type Evidence = z.infer<typeof Evidence>;

/** Why a citation could not be led to the text it names. */
export const REASONS = [
  'not_held', // 未收录
  'planned', // 拟制定
  'not_yet_issued', // 尚未公布 at the citing document's date
  'no_such_article', // 条号不存在
  'no_such_paragraph', // 款项不存在
  'ambiguous', // 有歧义
] as const;
export const Reason = z.enum(REASONS);
export type Reason = z.infer<typeof Reason>;

export const CITATION_TYPES = ['law', 'self', 'previous'] as const;
export const CitationType = z.enum(CITATION_TYPES);
export type CitationType = z.infer<typeof CitationType>;

/** Which labels a relationship joins, and whether it rests on a span of text. Order is the order of the legend. */
export const RELATION_RULES = {
  CITES: { from: ['Provision'], to: ['Law', 'Provision'], evidence: true },
  PROMOTES: { from: ['Provision'], to: ['Law'], evidence: true },
  BASED_ON: { from: ['Law'], to: ['Law'], evidence: true },
  INTERPRETS: { from: ['Law'], to: ['Law'], evidence: true },
  AMENDS: { from: ['Law'], to: ['Law'], evidence: true },
  REPEALS: { from: ['Law'], to: ['Law'], evidence: true },
  STATES: { from: ['Provision'], to: ['Duty'], evidence: true },
  BORNE_BY: { from: ['Duty'], to: ['Organ'], evidence: true },
  EXERCISES: { from: ['Duty'], to: ['Function'], evidence: true },
  UNDER: { from: ['Duty'], to: ['Law'], evidence: true },
  WITHIN: { from: ['Duty'], to: ['Aspect'], evidence: true },
  TARGETS: { from: ['Duty'], to: ['Crime'], evidence: true },
  MENTIONS: { from: ['Provision'], to: ['Function', 'Organ', 'Aspect', 'Crime'], evidence: true },
  REPORTS_ON: { from: ['Document'], to: ['Law'], evidence: true },
  TEXT_OF: { from: ['Document'], to: ['Law'], evidence: true },
  COPY_OF: { from: ['Source'], to: ['Document'], evidence: false },
  HAS_PART: { from: ['Document', 'Provision'], to: ['Provision'], evidence: false },
} as const satisfies Record<string, { from: readonly NodeLabel[]; to: readonly NodeLabel[]; evidence: boolean }>;

const RELATION_TYPES = Object.keys(RELATION_RULES) as (keyof typeof RELATION_RULES)[];
export const RelationType = z.enum(RELATION_TYPES);
export type RelationType = z.infer<typeof RelationType>;

/** What a CITES relationship says of the unit cited. One relationship per unit: lists and ranges are written out. */
export const CitationDetail = z.object({
  citationType: CitationType,
  /** `21`, `286-1`; null when only the instrument is named. */
  article: z.string().nullable(),
  paragraph: z.int().positive().nullable(),
  item: z.int().positive().nullable(),
  /** Set when the text named could not be reached; the relationship then ends at the Law. */
  reason: Reason.nullable(),
});
export type CitationDetail = z.infer<typeof CitationDetail>;

export const GraphRelation = z.object({
  /** Derived from type, ends and evidence: the same document gives the same id on any machine. */
  id: z.string().min(1),
  type: RelationType,
  from: z.string(),
  to: z.string(),
  documentId: z.string(),
  evidence: Evidence.nullable(),
  citation: CitationDetail.nullable(),
  /** HAS_PART only: position among the siblings, from 0. */
  order: z.int().nonnegative().nullable(),
});
export type GraphRelation = z.infer<typeof GraphRelation>;

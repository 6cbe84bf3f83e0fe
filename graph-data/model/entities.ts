/** The kinds of node in the graph and the properties each one carries. One page: read this first. */
import { z } from 'zod';

export const NODE_LABELS = [
  'Source',
  'Document',
  'Law',
  'Provision',
  'Duty',
  'Function',
  'Organ',
  'Aspect',
  'Crime',
] as const;
export const NodeLabel = z.enum(NODE_LABELS);
export type NodeLabel = z.infer<typeof NodeLabel>;

/** 效力位阶 of an instrument, highest first. */
export const RANKS = [
  '宪法',
  '法律',
  '行政法规',
  '监察法规',
  '司法解释',
  '地方性法规',
  '部门规章',
  '地方政府规章',
  '规范性文件',
  '条约',
  '其他',
] as const;
export const Rank = z.enum(RANKS);
export type Rank = z.infer<typeof Rank>;

/**
 * 时效性 as far as it is known. `held` texts are 现行有效 unless a later text or a repeal is known;
 * `not_held` 未收录: named, text not in the library; `planned` 拟制定: only asked for, not made.
 */
export const LAW_STATUSES = ['in_force', 'amended', 'repealed', 'not_yet_in_force', 'not_held', 'planned'] as const;
export const LawStatus = z.enum(LAW_STATUSES);
export type LawStatus = z.infer<typeof LawStatus>;

/** What a text is, which decides the rules it is read by. */
export const DOCUMENT_KINDS = ['statute', 'amendment', 'interpretation', 'case', 'policy', 'news', 'other'] as const;
export const DocumentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof DocumentKind>;

export const PROVISION_LEVELS = [
  'part',
  'chapter',
  'section',
  'article',
  'paragraph',
  'item',
  'subitem',
  'block',
] as const;
export const ProvisionLevel = z.enum(PROVISION_LEVELS);
export type ProvisionLevel = z.infer<typeof ProvisionLevel>;

export const MODALITIES = ['must', 'must_not', 'should', 'may', 'encourage'] as const;
export const Modality = z.enum(MODALITIES);
export type Modality = z.infer<typeof Modality>;

const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const base = { id: z.string().min(1).max(1000), name: z.string().min(1) };
const Offset = z.int().nonnegative();

/** One captured copy of a text. `copy` counts the copies inside one file, from 1. */
export const SourceNode = z.object({
  label: z.literal('Source'),
  ...base,
  path: z.string(),
  copy: z.int().positive(),
  publisher: z.string().nullable(),
  /** As printed on the page: `2023-04-19` or `2023-04-19 20:00:32`. */
  publishedAt: z.string().nullable(),
  /** Of the file's bytes, hexadecimal. */
  sha256: z.string(),
  encoding: z.string(),
  /** Where the copy stands in the decoded file, UTF-16 code units. */
  start: Offset,
  end: Offset,
});

/** The text itself, once, whatever the number of copies. `sourceId` is the copy all offsets point into. */
export const DocumentNode = z.object({
  label: z.literal('Document'),
  ...base,
  title: z.string(),
  kind: DocumentKind,
  issuer: z.string().nullable(),
  date: IsoDate.nullable(),
  rank: Rank,
  /** Length of the clean text, UTF-16 code units. */
  chars: Offset,
  sourceId: z.string(),
  /** SHA-256 of the clean text, hexadecimal: two sources with the same one are one Document. */
  textHash: z.string(),
});

export const LawNode = z.object({
  label: z.literal('Law'),
  ...base,
  /** Canonical title without outer 《》 and without a leading 中华人民共和国. */
  title: z.string(),
  shortTitles: z.array(z.string()),
  rank: Rank,
  status: LawStatus,
  issuer: z.string().nullable(),
  /** Date of the newest text held, or the known date of making. */
  date: IsoDate.nullable(),
  /** For a reported instrument: 6方面21条 and the like, as the report gives it. */
  extent: z.string().nullable(),
});

export const ProvisionNode = z.object({
  label: z.literal('Provision'),
  ...base,
  documentId: z.string(),
  level: ProvisionLevel,
  /** `21`, `286-1`; null for a title block. 款 are counted from 1, they carry no number in the text. */
  number: z.string().nullable(),
  /** As printed: 第二十一条, （三）, 第二章 网络运行安全; for a 款 第2款. */
  printed: z.string(),
  /** Path inside the document: `art_21/par_2/pnt_3`, `chp_2/sec_1`, `blk_4`. */
  path: z.string(),
  /** Position among all provisions of the document, in text order, from 0. */
  order: z.int().nonnegative(),
  text: z.string(),
  start: Offset,
  end: Offset,
});

export const DutyNode = z.object({
  label: z.literal('Duty'),
  ...base,
  documentId: z.string(),
  text: z.string(),
  modality: Modality,
  /** The actor as the text names it, null when the text names none. */
  bearer: z.string().nullable(),
  start: Offset,
  end: Offset,
});

export const FunctionNode = z.object({ label: z.literal('Function'), ...base });
export const OrganNode = z.object({ label: z.literal('Organ'), ...base });
export const AspectNode = z.object({ label: z.literal('Aspect'), ...base });
export const CrimeNode = z.object({ label: z.literal('Crime'), ...base });

export const GraphNode = z.discriminatedUnion('label', [
  SourceNode,
  DocumentNode,
  LawNode,
  ProvisionNode,
  DutyNode,
  FunctionNode,
  OrganNode,
  AspectNode,
  CrimeNode,
]);
export type GraphNode = z.infer<typeof GraphNode>;
export type SourceNode = z.infer<typeof SourceNode>;
export type DocumentNode = z.infer<typeof DocumentNode>;
export type LawNode = z.infer<typeof LawNode>;
export type ProvisionNode = z.infer<typeof ProvisionNode>;
export type DutyNode = z.infer<typeof DutyNode>;

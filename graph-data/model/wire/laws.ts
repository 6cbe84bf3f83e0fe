/** Answers about laws and who cites them. */
import { z } from 'zod';
import { LawNode, LawStatus, NodeLabel, ProvisionLevel, Rank } from '../entities.ts';
import { CitationDetail, Evidence, RelationType } from '../relations.ts';
import { NodeRef, PageQuery, pageOf, ShownQuery } from './common.ts';

export const LawRow = z.object({
  id: z.string(),
  title: z.string(),
  rank: Rank,
  status: LawStatus,
  issuer: z.string().nullable(),
  /** Date of the newest text held, or the known date of making. */
  date: z.string().nullable(),
  /** Document id of the newest text held; null = 未收录 or 拟制定. */
  textId: z.string().nullable(),
  /** CITES relationships from other documents to the law or any of its provisions. */
  citedBy: z.int().nonnegative(),
  citedByDocuments: z.int().nonnegative(),
  promotedBy: z.int().nonnegative(),
});
export type LawRow = z.infer<typeof LawRow>;
export const LawsQuery = PageQuery.extend({
  q: z.string().max(200).optional(),
  rank: Rank.optional(),
  status: LawStatus.optional(),
  sort: z.enum(['cited', 'title', 'date']).default('cited'),
});
export const LawsPage = pageOf(LawRow);
export type LawsPage = z.infer<typeof LawsPage>;

/** 他法（指明条文）, 他法（仅提及）, 本法内, and 推动制定修订 (asking for a law is not citing it). */
export const CITED_BY_BUCKETS = ['articles', 'mentions', 'internal', 'promotes'] as const;
export const CitedByBucket = z.enum(CITED_BY_BUCKETS);
export type CitedByBucket = z.infer<typeof CitedByBucket>;
export const BucketCounts = z.object({
  articles: z.int().nonnegative(),
  mentions: z.int().nonnegative(),
  internal: z.int().nonnegative(),
  promotes: z.int().nonnegative(),
});
export type BucketCounts = z.infer<typeof BucketCounts>;

/** One relationship seen from the law cited (cited-by) or from the citing side (cites). */
export const CitationRow = z.object({
  relationId: z.string(),
  type: RelationType,
  document: z.object({
    id: z.string(),
    title: z.string(),
    rank: Rank,
    date: z.string().nullable(),
  }),
  /** The citing provision. `breadcrumb` reads 第二章 › 第二十一条 › 第1款. */
  from: z.object({ id: z.string(), name: z.string(), level: ProvisionLevel, breadcrumb: z.string() }),
  to: z.object({ id: z.string(), label: NodeLabel, name: z.string() }),
  citation: CitationDetail.nullable(),
  evidence: Evidence,
  /** The sentence around the quote, with where the quote stands in it. */
  sentence: z.object({ text: z.string(), markStart: z.int(), markEnd: z.int() }),
});
export type CitationRow = z.infer<typeof CitationRow>;

export const CitedByQuery = PageQuery.extend({
  bucket: CitedByBucket.optional(),
  article: z.string().max(20).optional(),
  paragraph: z.coerce.number().int().positive().optional(),
  item: z.coerce.number().int().positive().optional(),
  rank: Rank.optional(),
  /** Year of the citing document. */
  year: z.coerce.number().int().min(1900).max(2999).optional(),
  documentId: z.string().max(1000).optional(),
});
/** Rows come grouped: all rows of one citing document follow each other. `total` counts rows under the filters, `buckets` without the bucket filter. */
export const CitedByPage = pageOf(CitationRow).extend({
  buckets: BucketCounts,
  documents: z.int().nonnegative(),
  facets: z.object({
    ranks: z.array(z.object({ value: Rank, count: z.int() })),
    years: z.array(z.object({ value: z.int(), count: z.int() })),
    articles: z.array(z.object({ value: z.string(), count: z.int() })),
  }),
});
export type CitedByPage = z.infer<typeof CitedByPage>;
export const CitesPage = pageOf(CitationRow);
export type CitesPage = z.infer<typeof CitesPage>;

/** GET /api/laws/:id, the head of the law page. */
export const LawDetail = z.object({
  law: LawNode,
  aliases: z.array(z.string()),
  versions: z.array(
    z.object({
      documentId: z.string(),
      title: z.string(),
      date: z.string().nullable(),
      articles: z.int().nonnegative(),
      sources: z.int().nonnegative(),
      newest: z.boolean(),
    }),
  ),
  buckets: BucketCounts,
  /** Relationships CITES and PROMOTES that leave provisions of the law's texts. */
  cites: z.int().nonnegative(),
  duties: z.int().nonnegative(),
  /** 条文 with incoming citations, for ←n. Keys are provision ids of the newest text; a 款's citation counts for its 条 too. */
  citedProvisions: z.record(z.string(), z.int().positive()),
  related: z.array(
    z.object({ type: RelationType, direction: z.enum(['out', 'in']), law: NodeRef, evidence: Evidence }),
  ),
  query: ShownQuery,
});
export type LawDetail = z.infer<typeof LawDetail>;

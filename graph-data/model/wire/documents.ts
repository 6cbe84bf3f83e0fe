/** What the reader needs of one document. Offsets are into the decoded source; minus `textOffset` they index `text`. */
import { z } from 'zod';
import { DocumentNode, Modality, ProvisionLevel, SourceNode } from '../entities.ts';
import { CitationType, Reason } from '../relations.ts';
import { NodeRef, PageQuery, pageOf, ShownQuery } from './common.ts';

export const HIGHLIGHT_KINDS = ['citation', 'promotes', 'duty', 'function', 'organ', 'aspect', 'crime'] as const;
export const Highlight = z.object({
  kind: z.enum(HIGHLIGHT_KINDS),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** Ids of the relationships that rest on this span. */
  relationIds: z.array(z.string()),
  targets: z.array(NodeRef),
  citationType: CitationType.nullable(),
  reason: Reason.nullable(),
  /** The Duty of a duty highlight. */
  modality: Modality.nullable(),
});
export type Highlight = z.infer<typeof Highlight>;

export const ReaderProvision = z.object({
  id: z.string(),
  level: ProvisionLevel,
  number: z.string().nullable(),
  printed: z.string(),
  /** Index of the parent in the list, -1 at the top. */
  parent: z.int(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  citedBy: z.int().nonnegative(),
});
export type ReaderProvision = z.infer<typeof ReaderProvision>;

export const DocumentDto = z.object({
  document: DocumentNode,
  sources: z.array(SourceNode),
  /** The law this is a text of, or the instrument it reports on. */
  law: NodeRef.extend({ relation: z.enum(['TEXT_OF', 'REPORTS_ON']) }).nullable(),
  text: z.string(),
  textOffset: z.int().nonnegative(),
  provisions: z.array(ReaderProvision),
  highlights: z.array(Highlight),
  query: ShownQuery,
});
export type DocumentDto = z.infer<typeof DocumentDto>;

export const DocumentRow = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  rank: z.string(),
  date: z.string().nullable(),
  provisions: z.int().nonnegative(),
  sources: z.int().nonnegative(),
});
export type DocumentRow = z.infer<typeof DocumentRow>;
export const DocumentsQuery = PageQuery.extend({ q: z.string().max(200).optional() });
export const DocumentsPage = pageOf(DocumentRow);
export type DocumentsPage = z.infer<typeof DocumentsPage>;

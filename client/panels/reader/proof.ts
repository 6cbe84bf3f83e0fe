/** Why a relationship of this text exists, read off the text itself: for those the graph beside it does not draw. Pure. */
import type { Span } from '#client/state/url.ts';
import type { NodeRef } from '#model/wire/common.ts';
import type { DocumentDto, Highlight } from '#model/wire/documents.ts';
import { breadcrumbOf } from './outline.ts';

export interface Proof {
  /** 第二章 › 第二十一条: where the sentence stands. */
  readonly place: string;
  readonly kind: Highlight['kind'];
  readonly reason: Highlight['reason'];
  readonly targets: readonly NodeRef[];
  readonly quote: string;
}
type Read = Pick<DocumentDto, 'text' | 'textOffset' | 'provisions' | 'highlights'>;

/** `at` is the sentence in the address; without it the words that name the target stand for it. Null when the text knows nothing of the relationship. */
export const proofOf = (read: Read, relationId: string, at: Span | null): Proof | null => {
  const highlight = read.highlights.find(({ relationIds }) => relationIds.includes(relationId));
  if (highlight === undefined) return null;
  const { start, end } = at ?? highlight;
  const place = read.provisions.findLastIndex((one) => one.start <= highlight.start && highlight.start < one.end);
  return {
    place: breadcrumbOf(read.provisions, place),
    kind: highlight.kind,
    reason: highlight.reason,
    targets: highlight.targets,
    quote: read.text.slice(start - read.textOffset, end - read.textOffset),
  };
};

/** Where the reader stands: what is marked, which highlights belong to the selection. Pure. */
import type { KnownEdge } from '#client/state/known-graph.ts';
import type { Selection } from '#client/state/selection.tsx';
import type { Span } from '#client/state/url.ts';
import type { DocumentDto, Highlight } from '#model/wire/documents.ts';

type Read = Pick<DocumentDto, 'document' | 'provisions' | 'highlights'>;

const leadsTo = ({ targets }: Highlight, node: string): boolean => targets.some(({ id }) => id === node);

const holds = (highlight: Highlight, selection: NonNullable<Selection>, to: string | undefined): boolean =>
  selection.kind === 'node'
    ? leadsTo(highlight, selection.id)
    : highlight.relationIds.includes(selection.id) && (to === undefined || leadsTo(highlight, to));

/**
 * Highlights that stand for what is selected, in text order. One sentence may hold several relationships: `to`, where
 * the selected one leads, tells its words from those of the others.
 */
export const selectedHighlights = (highlights: readonly Highlight[], selection: Selection, to?: string): number[] =>
  selection === null ? [] : highlights.flatMap((highlight, index) => (holds(highlight, selection, to) ? [index] : []));

/**
 * The passage to mark and bring into view: the one in the address; else the evidence of the selected relationship;
 * else the provision selected; else the first highlight of the selected node. `marked` is false where scrolling there is enough.
 */
export const placeOf = (
  read: Read,
  at: Span | null,
  selection: Selection,
  known: readonly KnownEdge[],
): { readonly span: Span; readonly marked: boolean } | null => {
  if (at !== null) return { span: at, marked: true };
  if (selection === null) return null;
  const first = read.highlights[selectedHighlights(read.highlights, selection)[0] ?? -1];
  if (selection.kind === 'edge') {
    const evidence = known.find(({ edge }) => edge.id === selection.id)?.edge.evidence;
    if (evidence && evidence.documentId === read.document.id) return { span: evidence, marked: true };
    return first === undefined ? null : { span: first, marked: true };
  }
  const provision = read.provisions.find(({ id }) => id === selection.id);
  if (provision !== undefined) return { span: provision, marked: false };
  return first === undefined ? null : { span: first, marked: true };
};

/** The next highlight after (`step` 1) or before (-1) the one at hand, round the end; -1 when there is none. */
export const stepHighlight = (count: number, current: number, step: 1 | -1): number => {
  if (count === 0) return -1;
  if (current < 0) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
};

/** Where stepping begins: so that the first step from a marked passage meets the highlight nearest to it. */
export const startOf = (highlights: readonly Highlight[], offset: number | undefined, step: 1 | -1): number => {
  if (offset === undefined) return -1;
  const first = highlights.findIndex(({ start }) => start >= offset);
  if (step === 1) return first - 1;
  return first < 0 ? highlights.length : first;
};

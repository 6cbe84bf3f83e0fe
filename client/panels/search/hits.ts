/** Search answers as the list of options a keyboard walks through. Pure. */
import { documentAddress, nodeAddress, searchAddress } from '#client/state/url.ts';
import type { SearchDto, SearchHit } from '#model/wire/explore.ts';

export type Group = SearchDto['groups'][number];

/** Where a hit opens: its place in the text when it has one, else its own page. */
export const hitAddress = (hit: Pick<SearchHit, 'id' | 'label' | 'documentId' | 'start' | 'end'>): string => {
  if (hit.label === 'Law' || hit.documentId === null) return nodeAddress(hit);
  const span =
    hit.start !== null && hit.end !== null && hit.end > hit.start ? { start: hit.start, end: hit.end } : null;
  return documentAddress(hit.documentId, span, hit.label === 'Document' ? null : `n:${hit.id}`);
};

export interface Option {
  readonly key: string;
  readonly to: string;
}

/** Every option in the order shown: the direct hit, the hits of each group, and last the page of all results. */
export const optionsOf = (answer: SearchDto): readonly Option[] => [
  ...(answer.direct === null ? [] : [{ key: `direct:${answer.direct.id}`, to: hitAddress(answer.direct) }]),
  ...answer.groups.flatMap(({ group, items }) =>
    items.map((hit) => ({ key: `${group}:${hit.id}`, to: hitAddress(hit) })),
  ),
  { key: 'all', to: searchAddress(answer.q) },
];

/** Cypher fragments that several lists share, so that all of them sort and page the same way. */
import { RANKS } from '#model/entities.ts';

/**
 * A text that sorts documents by 效力位阶, newest first, and tells documents of one day apart by their content.
 * Being one text it serves as the cursor: the next page starts after it, whatever was imported meanwhile.
 */
export const documentKey = (doc: string): string =>
  `right('0' + toString(coalesce([i IN range(0, ${RANKS.length - 1}) WHERE [${RANKS.map((rank) => `'${rank}'`).join(', ')}][i] = ${doc}.rank][0], 99)), 2) +
    toString(99999999 - toInteger(replace(coalesce(${doc}.date, '0000-01-01'), '-', ''))) + left(${doc}.textHash, 16)`;

/** A position inside a document as a sortable text. */
export const positionKey = (offset: string): string => `right('00000000' + toString(${offset}), 9)`;

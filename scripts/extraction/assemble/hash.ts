/** The identity of a text. */
import { hash } from 'node:crypto';
import type { CleanText } from '#model/structure.ts';

export interface HashedText {
  readonly clean: CleanText;
  readonly bodyStart: number;
}

/**
 * SHA-256 of the wording of the body alone, hexadecimal: blanks, line breaks, heading marks and the history before the body
 * do not make another text.
 */
export const textHash = (doc: HashedText): string => {
  const body = doc.clean.text.slice(doc.bodyStart).replace(/[\s#]+/g, '');
  return hash('sha256', body === '' ? doc.clean.text.replace(/\s+/g, '') : body, 'hex');
};

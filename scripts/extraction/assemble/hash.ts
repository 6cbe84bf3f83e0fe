/** The identity of a text. */
import { createHash } from 'node:crypto';
import type { CleanText } from '#model/structure.ts';

/** SHA-256 of the wording alone, hexadecimal: blanks and line breaks do not make another text. */
export const textHash = (doc: { readonly clean: CleanText }): string =>
  createHash('sha256').update(doc.clean.text.replace(/\s+/g, '')).digest('hex');

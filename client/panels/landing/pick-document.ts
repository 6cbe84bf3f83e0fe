import type { DocumentRow } from '#model/wire/documents.ts';

/** More texts than this, and the landing page leads with the library rather than with one document. */
const CORPUS_FROM = 3;

export const isCorpus = (documents: number): boolean => documents > CORPUS_FROM;

/**
 * The document the landing page shows: the one asked for or read last, else the first that is no instrument's own text
 * (a report or a policy document names laws and duties, a statute mostly itself). Else a small library shows its first,
 * and a large one none: any statute out of a thousand would be as good.
 */
export const pickDocument = (
  rows: readonly Pick<DocumentRow, 'id' | 'kind'>[],
  total: number,
  asked: string | null,
): string | null => {
  const telling = asked ?? rows.find(({ kind }) => kind === 'news' || kind === 'policy')?.id ?? null;
  return telling ?? (isCorpus(total) ? null : (rows[0]?.id ?? null));
};

import type { CitationRow } from '#model/wire/laws.ts';

export interface DocumentGroup {
  readonly document: CitationRow['document'];
  readonly rows: readonly CitationRow[];
}

/** Rows of one citing document together, in the order the server gave; pages may split a document, which is joined again. */
export const groupByDocument = (rows: readonly CitationRow[]): DocumentGroup[] => {
  const groups = new Map<string, { document: CitationRow['document']; rows: CitationRow[] }>();
  for (const row of rows) {
    const group = groups.get(row.document.id);
    if (group === undefined) groups.set(row.document.id, { document: row.document, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
};

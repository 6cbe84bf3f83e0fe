/** Citation rows as a table. Column names are English identifiers, so that a script reads them the same in any language. */
import type { TFunction } from 'i18next';
import { unitName } from '#client/text/citation.ts';
import type { CitationRow } from '#model/wire/laws.ts';

export const CITATION_COLUMNS = [
  'document',
  'rank',
  'date',
  'place',
  'relation',
  'cited',
  'unit',
  'reason',
  'sentence',
  'quote',
  'documentId',
  'start',
  'end',
  'relationId',
] as const;

export const citationCells =
  (t: TFunction<'common'>) =>
  (row: CitationRow): (string | number | null)[] => [
    row.document.title,
    row.document.rank,
    row.document.date,
    row.from.breadcrumb,
    t(`relation.${row.type}`),
    row.to.name,
    row.citation === null ? null : unitName(row.citation),
    row.citation?.reason ? t(`reasonShort.${row.citation.reason}`) : null,
    row.sentence.text,
    row.evidence.quote,
    row.evidence.documentId,
    row.evidence.start,
    row.evidence.end,
    row.relationId,
  ];

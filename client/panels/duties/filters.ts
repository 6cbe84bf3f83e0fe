/** Which duties the address asks for. Pure. */
import { Modality } from '#model/entities.ts';

const NAMES = ['bearer', 'functionId', 'lawId', 'documentId', 'aspectId', 'q'] as const;
type DutyFilterName = (typeof NAMES)[number];
export type DutyFilterState = { readonly [N in DutyFilterName]?: string };

export const dutyFiltersOf = (search: URLSearchParams): DutyFilterState =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );

/** In the address, the row of duties that name no actor. */
export const NOBODY = '-';

/** A cell of the matrix that is open. `modality` null = the whole row. */
export interface Cell {
  readonly bearer: string | null;
  readonly modality: Modality | null;
}

export const cellOf = (search: URLSearchParams): Cell | null => {
  const row = search.get('row');
  if (row === null) return null;
  const modality = Modality.safeParse(search.get('column'));
  return { bearer: row === NOBODY ? null : row, modality: modality.success ? modality.data : null };
};

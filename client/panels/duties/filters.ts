/** Which duties the address asks for. Pure. */

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

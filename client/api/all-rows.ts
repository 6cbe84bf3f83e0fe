import type { Page } from '#model/wire/common.ts';

/** The longest page a list gives. */
export const PAGE_MOST = 500;
/** More rows than a spreadsheet is asked to hold; a longer list is what the query console and `npm run export` are for. */
const ROWS_MOST = 50_000;

/** Every row of a list, page after page: an export holds the whole list, not what is on screen. */
export const allRows = async <T>(
  load: (cursor: string | null) => Promise<Pick<Page<T>, 'items' | 'cursor'>>,
): Promise<T[]> => {
  const rows: T[] = [];
  let next: string | null = null;
  do {
    const page: Pick<Page<T>, 'items' | 'cursor'> = await load(next);
    rows.push(...page.items);
    next = page.cursor;
  } while (next !== null && rows.length < ROWS_MOST);
  return rows;
};

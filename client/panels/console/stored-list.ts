/** Lists the browser keeps for a user: what was run, and what was saved. Storage may be off, full or edited by hand. */
import { z } from 'zod';

export const HistoryEntry = z.object({
  query: z.string(),
  params: z.string(),
  at: z.number(),
  /** Rows of the answer, or null when it failed. */
  rows: z.number().nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const OwnQuery = z.object({ id: z.string(), title: z.string().min(1), query: z.string(), params: z.string() });
export type OwnQuery = z.infer<typeof OwnQuery>;

const HISTORY = 'famai.console.history';
const OWN = 'famai.console.saved';
const HISTORY_LENGTH = 100;

const read = <T>(key: string, item: z.ZodType<T>): T[] => {
  try {
    return z.array(item).parse(JSON.parse(localStorage.getItem(key) ?? '[]'));
  } catch {
    return [];
  }
};

const write = (key: string, items: readonly unknown[]): void => {
  try {
    localStorage.setItem(key, JSON.stringify(items));
  } catch {
    // Storage is off or full: the list holds for this page only.
  }
};

export const readHistory = (): HistoryEntry[] => read(HISTORY, HistoryEntry);

/** Newest first; the same query with the same parameters moves up instead of standing twice. */
export const withEntry = (history: readonly HistoryEntry[], entry: HistoryEntry): HistoryEntry[] =>
  [entry, ...history.filter((old) => old.query !== entry.query || old.params !== entry.params)].slice(
    0,
    HISTORY_LENGTH,
  );

export const writeHistory = (history: readonly HistoryEntry[]): void => write(HISTORY, history);

export const readOwn = (): OwnQuery[] => read(OWN, OwnQuery);
export const writeOwn = (own: readonly OwnQuery[]): void => write(OWN, own);

/** Adds what a file holds to what is there; a query of the same id is replaced. @throws ZodError when the file is something else */
export const mergeOwn = (own: readonly OwnQuery[], text: string): OwnQuery[] => {
  const given = z.array(OwnQuery).parse(JSON.parse(text));
  const ids = new Set(given.map(({ id }) => id));
  return [...given, ...own.filter(({ id }) => !ids.has(id))];
};

import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The query part of the address as state: `set({tab: 'cites', article: null})` changes and removes. */
export const useSearchState = (): readonly [
  URLSearchParams,
  (changes: Readonly<Record<string, string | number | null>>) => void,
] => {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (changes: Readonly<Record<string, string | number | null>>) =>
      setSearch(
        () => {
          // Of the address as it is now: two changes in one event must not undo each other.
          const next = new URLSearchParams(window.location.search);
          for (const [name, value] of Object.entries(changes)) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, String(value));
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [search, set];
};

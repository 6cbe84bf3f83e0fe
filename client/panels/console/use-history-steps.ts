/** Steps through the history from the editor, as in a shell: the text being written is the newest step. */
import { useCallback, useRef } from 'react';
import type { HistoryEntry } from './stored-list.ts';

type Written = Pick<HistoryEntry, 'query' | 'params'>;

export const useHistorySteps = (history: readonly HistoryEntry[]) => {
  /** How far back, and what was being written when the first step was taken. */
  const place = useRef<{ at: number; draft: Written }>({ at: -1, draft: { query: '', params: '' } });
  return useCallback(
    (step: 1 | -1, now: Written): Written | null => {
      const { at, draft } = place.current;
      // Whoever has changed the text in between starts again from the newest.
      const moved = at >= 0 && history[at]?.query !== now.query;
      const from = moved ? -1 : at;
      const next = from + step;
      if (next < -1 || next >= history.length) return null;
      place.current = { at: next, draft: from === -1 ? now : draft };
      return next === -1 ? place.current.draft : (history[next] ?? null);
    },
    [history],
  );
};

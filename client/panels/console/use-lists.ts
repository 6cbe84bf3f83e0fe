/** The browser's own lists as React state: every change is written at once. */
import { useCallback, useState } from 'react';
import {
  type HistoryEntry,
  type OwnQuery,
  readHistory,
  readOwn,
  withEntry,
  writeHistory,
  writeOwn,
} from './stored-list.ts';

export const useLists = () => {
  const [history, setHistory] = useState(readHistory);
  const [own, setOwn] = useState(readOwn);
  const remember = useCallback((entry: HistoryEntry) => {
    setHistory((before) => {
      const after = withEntry(before, entry);
      writeHistory(after);
      return after;
    });
  }, []);
  const clearHistory = useCallback(() => {
    writeHistory([]);
    setHistory([]);
  }, []);
  const changeOwn = useCallback((next: readonly OwnQuery[]) => {
    writeOwn(next);
    setOwn([...next]);
  }, []);
  return { history, own, remember, clearHistory, changeOwn };
};

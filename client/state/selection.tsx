/** What is selected, in the graph and in the reader alike: one node or one relationship. Kept in the address (`sel=`). */
import { createContext, type ReactNode, use, useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type Selection = { kind: 'node'; id: string } | { kind: 'edge'; id: string } | null;

export interface SelectionState {
  readonly selection: Selection;
  readonly select: (next: Selection) => void;
}

/** `n:law/网络安全法` or `e:…` from the address; anything else is no selection. */
export const parseSelection = (text: string | null): Selection => {
  if (text === null || text.length < 3) return null;
  const id = text.slice(2);
  if (text.startsWith('n:')) return { kind: 'node', id };
  return text.startsWith('e:') ? { kind: 'edge', id } : null;
};

export const formatSelection = (selection: Selection): string | null =>
  selection === null ? null : `${selection.kind === 'node' ? 'n' : 'e'}:${selection.id}`;

const SelectionContext = createContext<SelectionState>({ selection: null, select: () => undefined });

export const SelectionProvider = ({ children }: { children: ReactNode }) => {
  const [search, setSearch] = useSearchParams();
  const text = search.get('sel');
  const select = useCallback(
    (next: Selection) => {
      setSearch(
        () => {
          // Of the address as it is now: two changes in one event must not undo each other.
          const result = new URLSearchParams(window.location.search);
          const value = formatSelection(next);
          if (value === null) result.delete('sel');
          else result.set('sel', value);
          return result;
        },
        { replace: true },
      );
    },
    [setSearch],
  );
  const value = useMemo(() => ({ selection: parseSelection(text), select }), [text, select]);
  return <SelectionContext value={value}>{children}</SelectionContext>;
};

export const useSelection = (): SelectionState => use(SelectionContext);

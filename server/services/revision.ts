/** Which state of the graph answers are made from, and what may be kept as long as it does not change. */

export interface Revision {
  /** Changes whenever the graph does. */
  current(): Promise<string>;
}

/** Requests that arrive together share one question to the database. */
export const createRevision = (read: () => Promise<string>): Revision => {
  let asked: Promise<string> | null = null;
  return {
    current: () => {
      asked ??= read().finally(() => {
        asked = null;
      });
      return asked;
    },
  };
};

/** Keeps the latest `size` values and forgets all of them when the graph changes. A failed value is not kept. */
export const createMemo = <T>(revision: Revision, size: number) => {
  let of = '';
  const kept = new Map<string, Promise<T>>();
  return async (key: string, make: () => Promise<T>): Promise<T> => {
    const now = await revision.current();
    if (now !== of) {
      kept.clear();
      of = now;
    }
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= size) break;
      kept.delete(oldest);
    }
    return made;
  };
};

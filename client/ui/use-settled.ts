import { useCallback, useEffect, useRef, useState } from 'react';

/** State that takes the last value set once `ms` milliseconds pass without another. */
export const useSettled = <T>(first: T, ms: number): readonly [T, (next: T) => void] => {
  const [value, setValue] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const set = useCallback(
    (next: T) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setValue(next), ms);
    },
    [ms],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return [value, set];
};

import { useEffect, useId, useState } from 'react';
import { useDebounced } from '#client/panels/search/use-debounced.ts';

/** A text filter that waits for a pause in typing, and for the end of a composition. */
export const FilterField = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (next: string) => void;
}) => {
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const id = useId();
  const settled = useDebounced(composing ? null : text.trim(), 200);
  useEffect(() => {
    if (settled !== null && settled !== value) onChange(settled);
  }, [settled, value, onChange]);
  return (
    <label className="labelled" htmlFor={id}>
      {label}
      <input
        id={id}
        className="field"
        type="text"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
      />
    </label>
  );
};

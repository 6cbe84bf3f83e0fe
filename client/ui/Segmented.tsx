import { useId } from 'react';

/** One choice of a few, all visible: a group of radio buttons drawn as one control. */
export const Segmented = <T extends string>({
  label,
  options,
  value,
  onChange,
  hideLabel = false,
}: {
  label: string;
  options: readonly { readonly value: T; readonly label: string }[];
  value: T;
  onChange: (next: T) => void;
  hideLabel?: boolean;
}) => {
  const name = useId();
  return (
    <fieldset className="segmented-field">
      <legend className={hideLabel ? 'visually-hidden' : 'small muted'}>{label}</legend>
      <span className="segmented">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </span>
    </fieldset>
  );
};

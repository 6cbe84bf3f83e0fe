import { useTranslation } from 'react-i18next';

/** The browser's own select with its label; the first choice is “all” and gives null. */
export const Select = ({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string | null;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (next: string | null) => void;
}) => {
  const { t } = useTranslation();
  return (
    <label className="labelled">
      {label}
      <select
        className="field"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      >
        <option value="">{t('action.all')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
};

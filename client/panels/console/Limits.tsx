/** Row and time limits of a run, up to the server's own. */
import { useTranslation } from 'react-i18next';
import { CONSOLE_LIMITS } from '#model/wire/console.ts';

export interface RunLimits {
  readonly rows: number;
  readonly timeoutMs: number;
}

const ROWS = [100, CONSOLE_LIMITS.rows, 5000, CONSOLE_LIMITS.rowsMax];
const SECONDS = [1, 2, CONSOLE_LIMITS.timeoutMs / 1000];

export const Limits = ({ value, onChange }: { value: RunLimits; onChange: (next: RunLimits) => void }) => {
  const { t } = useTranslation('console');
  return (
    <>
      <label className="labelled console-limit">
        {t('limitRows')}
        <select
          className="field"
          value={value.rows}
          onChange={(event) => onChange({ ...value, rows: Number(event.currentTarget.value) })}
        >
          {ROWS.map((rows) => (
            <option key={rows} value={rows}>
              {rows.toLocaleString()}
            </option>
          ))}
        </select>
      </label>
      <label className="labelled console-limit">
        {t('limitSeconds')}
        <select
          className="field"
          value={value.timeoutMs / 1000}
          onChange={(event) => onChange({ ...value, timeoutMs: Number(event.currentTarget.value) * 1000 })}
        >
          {SECONDS.map((seconds) => (
            <option key={seconds} value={seconds}>
              {seconds}
            </option>
          ))}
        </select>
      </label>
    </>
  );
};

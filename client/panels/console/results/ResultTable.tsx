/** The answer as a table: only the rows in view are in the page, whatever their number. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { BookOpen } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { documentAddress } from '#client/state/url.ts';
import type { JsonValue } from '#model/wire/common.ts';
import { Cell } from './Cell.tsx';
import { type Place, sourceOf } from './graph-values.ts';

const ROW_PX = 34;

interface Props {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly JsonValue[])[];
}

export const ResultTable = ({ columns, rows }: Props) => {
  const { t } = useTranslation('console');
  const box = useRef<HTMLDivElement>(null);
  const sources = useMemo(() => rows.map((row) => sourceOf(columns, row)), [columns, rows]);
  const hasSources = sources.some((source) => source !== null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const width = columns.length + (hasSources ? 2 : 1);
  return (
    <div className="console-table-box" ref={box}>
      <table className="console-table" aria-label={t('results')} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <th scope="col" className="console-row-number">
              #
            </th>
            {hasSources ? <th scope="col">{t('source')}</th> : null}
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} columns={width} />
          {shown.map(({ index, key }) => (
            <tr key={key} data-index={index} ref={virtual.measureElement} aria-rowindex={index + 2}>
              <td className="console-row-number">{index + 1}</td>
              {hasSources ? (
                <td>
                  <SourceLink place={sources[index] ?? null} />
                </td>
              ) : null}
              {columns.map((column, at) => (
                <td key={column}>
                  <Cell value={rows[index]?.[at] ?? null} />
                </td>
              ))}
            </tr>
          ))}
          <Spacer height={below} columns={width} />
        </tbody>
      </table>
    </div>
  );
};

const Spacer = ({ height, columns }: { height: number; columns: number }) =>
  height <= 0 ? null : (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );

const SourceLink = ({ place }: { place: Place | null }) => {
  const { t } = useTranslation('console');
  if (place === null) return null;
  return (
    <Link className="console-source" to={documentAddress(place.documentId, place)} title={place.quote}>
      <BookOpen aria-hidden="true" />
      {t('openSource')}
    </Link>
  );
};

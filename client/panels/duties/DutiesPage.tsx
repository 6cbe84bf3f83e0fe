import { useQuery } from '@tanstack/react-query';
import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '#client/api/queries.ts';
import { ExportCsvButton } from '#client/panels/shared/ExportCsvButton.tsx';
import { useSearchState } from '#client/state/use-search-state.ts';
import { toCsv } from '#client/text/csv.ts';
import { CopyButton } from '#client/ui/copy.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';
import { usePageTitle } from '#client/ui/use-page-title.ts';
import type { Modality } from '#model/entities.ts';
import type { MatrixDto } from '#model/wire/explore.ts';
import { DutyFilterBar } from './DutyFilterBar.tsx';
import { DutyList } from './DutyList.tsx';
import { type Cell, cellOf, type DutyFilterState, dutyFiltersOf, NOBODY } from './filters.ts';
import { columnsOf, matrixRows } from './matrix.ts';
import '#client/panels/shared/pages.css';
import '#client/panels/shared/shared.css';

/** 职责矩阵: who must, must not, may or is encouraged to do what; a cell opens its duties with their sentences. */
export const DutiesPage = () => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [search, set] = useSearchState();
  usePageTitle(t('duties.title'));
  const filters = dutyFiltersOf(search);
  const cell = cellOf(search);
  const openCell = ({ bearer, modality }: Cell) => set({ row: bearer ?? NOBODY, column: modality });
  const matrix = useQuery(routeQuery('dutyMatrix', { query: { ...filters, limit: 300 } }));
  const csv = async () =>
    matrixCsv(
      matrix.data,
      (modality) => common(`modality.${modality}`),
      t('duties.bearer'),
      t('duties.total'),
      t('duties.noBearer'),
    );
  return (
    <div className="page">
      <div className="row spread">
        <h1>{t('duties.title')}</h1>
        <div className="row">
          <CopyButton
            variant="quiet"
            icon={<Link2 aria-hidden="true" />}
            label={common('action.copyLink')}
            text={() => location.href}
          />
          <ShownQueryButton query={matrix.data?.query} />
          <ExportCsvButton name={`${t('duties.title')}.csv`} rows={csv} disabled={!matrix.data?.rows.length} />
        </div>
      </div>
      <DutyFilterBar filters={filters} />
      {matrix.isPending ? <Spinner /> : null}
      {matrix.isError ? <ErrorState error={matrix.error} onRetry={() => void matrix.refetch()} /> : null}
      {matrix.data === undefined ? null : matrix.data.rows.length === 0 ? (
        <EmptyState title={t('duties.none')} />
      ) : (
        <Matrix data={matrix.data} onOpen={openCell} />
      )}
      <Dialog
        title={[cell?.bearer ?? t('duties.noBearer'), cell?.modality ? common(`modality.${cell.modality}`) : ''].join(
          ' ',
        )}
        open={cell !== null}
        onClose={() => set({ row: null, column: null })}
      >
        {cell === null ? null : <DutyList filters={cellFilters(filters, cell)} />}
      </Dialog>
    </div>
  );
};

const cellFilters = (filters: DutyFilterState, { bearer, modality }: Cell) => ({
  ...filters,
  ...(bearer === null ? {} : { bearer }),
  ...(modality === null ? {} : { modality }),
});

const matrixCsv = (
  data: MatrixDto | undefined,
  nameOf: (modality: Modality) => string,
  bearer: string,
  total: string,
  nobody: string,
): string => {
  const columns = columnsOf(data?.rows ?? []);
  return toCsv(
    [bearer, ...columns.map(nameOf), total],
    matrixRows(data?.rows ?? []).map((row) => [
      row.bearer ?? nobody,
      ...columns.map((modality) => row.cells[modality] ?? 0),
      row.total,
    ]),
  );
};

const Matrix = ({ data, onOpen }: { data: MatrixDto; onOpen: (cell: Cell) => void }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const columns = columnsOf(data.rows);
  const number = (count: number, bearer: string | null, modality: Modality | null) => {
    const label = t('duties.open', {
      bearer: bearer ?? t('duties.noBearer'),
      modality: modality === null ? '' : common(`modality.${modality}`),
      count,
    });
    return count === 0 ? (
      <span className="muted">–</span>
    ) : (
      <button type="button" className="cell" aria-label={label} onClick={() => onOpen({ bearer, modality })}>
        {count}
      </button>
    );
  };
  return (
    <div className="table-scroll">
      <table className="table matrix" aria-label={t('duties.title')}>
        <thead>
          <tr>
            <th scope="col">{t('duties.bearer')}</th>
            {columns.map((modality) => (
              <th key={modality} scope="col" className="number">
                {common(`modality.${modality}`)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('duties.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {matrixRows(data.rows).map((row) => (
            <tr key={row.bearer ?? ''}>
              <th scope="row">{row.bearer ?? <span className="muted">{t('duties.noBearer')}</span>}</th>
              {columns.map((modality) => (
                <td key={modality} className="number tabular">
                  {number(row.cells[modality] ?? 0, row.bearer, modality)}
                </td>
              ))}
              <td className="number tabular">{number(row.total, row.bearer, null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted tabular">
        {t('duties.sum', {
          rows: data.rows.length,
          total: data.total,
          count: data.rows.reduce((sum, row) => sum + row.total, 0),
        })}
      </p>
    </div>
  );
};

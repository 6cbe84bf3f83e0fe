/** What came back: table, graph, JSON and plan, with what was cut and the ways to take it away. */
import { Download } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toCsv } from '#client/text/csv.ts';
import { Button } from '#client/ui/Button.tsx';
import { download } from '#client/ui/download.ts';
import { EmptyState, Spinner } from '#client/ui/states.tsx';
import { Tabs } from '#client/ui/Tabs.tsx';
import type { JsonValue } from '#model/wire/common.ts';
import type { CypherResponse } from '#model/wire/console.ts';
import { returnedGraph } from './graph-values.ts';
import { PlanTree } from './PlanTree.tsx';
import { ResultTable } from './ResultTable.tsx';

const ResultGraph = lazy(() => import('./ResultGraph.tsx').then((m) => ({ default: m.ResultGraph })));

type View = 'table' | 'graph' | 'json' | 'plan';

/** A cell as one plain value; graph values and lists as JSON. */
const flat = (value: JsonValue | undefined): string | number | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
};

export const Results = ({ answer }: { answer: CypherResponse }) => {
  const { t } = useTranslation('console');
  const { columns, rows, plan } = answer;
  const graph = useMemo(() => returnedGraph(rows), [rows]);
  const [chosen, setChosen] = useState<View | null>(null);
  const views: readonly View[] = [
    ...(columns.length > 0 ? (['table'] as const) : []),
    ...(graph.nodes.size > 0 ? (['graph'] as const) : []),
    ...(columns.length > 0 ? (['json'] as const) : []),
    ...(plan === null ? [] : (['plan'] as const)),
  ];
  const first: View = columns.length === 0 && plan !== null ? 'plan' : 'table';
  const view = chosen !== null && views.includes(chosen) ? chosen : first;
  const saveCsv = () =>
    download(
      'famai-query.csv',
      'text/csv;charset=utf-8',
      toCsv(
        columns,
        rows.map((row) => columns.map((_, at) => flat(row[at]))),
      ),
    );
  const saveJson = () =>
    download(
      'famai-query.json',
      'application/json',
      JSON.stringify({ columns, rows, truncated: answer.truncated }, null, 2),
    );
  return (
    <div className="console-results">
      <div className="console-summary">
        <span role="status">
          {t('summary', { rows: rows.length, ms: answer.stats.ms })}
          {answer.truncatedBy === null ? null : (
            <strong className="console-cut"> {t(`truncated.${answer.truncatedBy}`, { rows: rows.length })}</strong>
          )}
        </span>
        {columns.length === 0 ? null : (
          <span className="row">
            <Button variant="quiet" icon={<Download aria-hidden="true" />} onClick={saveCsv}>
              {t('exportCsv')}
            </Button>
            <Button variant="quiet" icon={<Download aria-hidden="true" />} onClick={saveJson}>
              {t('exportJson')}
            </Button>
          </span>
        )}
      </div>
      <Notes notifications={answer.stats.notifications} />
      <Tabs
        label={t('views')}
        items={views.map((id) => ({ id, label: t(`view.${id}`) }))}
        value={view}
        onChange={setChosen}
        className="console-views"
      >
        {view === 'table' ? (
          rows.length === 0 ? (
            <EmptyState title={t('noRows')} />
          ) : (
            <ResultTable columns={columns} rows={rows} />
          )
        ) : null}
        {view === 'graph' ? (
          <Suspense fallback={<Spinner />}>
            <ResultGraph graph={graph} />
          </Suspense>
        ) : null}
        {view === 'json' ? <RawJson columns={columns} rows={rows} /> : null}
        {view === 'plan' && plan !== null ? <PlanTree plan={plan} /> : null}
      </Tabs>
    </div>
  );
};

/** A page of this many characters is read by nobody, and drawing more of it holds the browser. */
const RAW_CHARS = 200_000;

const RawJson = ({ columns, rows }: Pick<CypherResponse, 'columns' | 'rows'>) => {
  const { t } = useTranslation('console');
  const text = useMemo(() => JSON.stringify({ columns, rows }, null, 2), [columns, rows]);
  return (
    <>
      {text.length > RAW_CHARS ? <p className="muted small">{t('jsonCut')}</p> : null}
      <pre className="code console-raw">{text.slice(0, RAW_CHARS)}</pre>
    </>
  );
};

const Notes = ({ notifications }: { notifications: CypherResponse['stats']['notifications'] }) =>
  notifications.length === 0 ? null : (
    <ul className="console-notes">
      {notifications.map(({ message, line, column }) => (
        <li key={`${message} ${line} ${column}`}>
          {line === null ? null : <span className="tabular">{`${line}:${column} `}</span>}
          {message}
        </li>
      ))}
    </ul>
  );

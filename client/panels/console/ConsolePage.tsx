/** 查询控制台: a query and its parameters above, what came back below, saved queries and history beside. */
import { Play, ScanSearch, Square, Timer, WrapText } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiError } from '#client/api/client.ts';
import { consoleAddress } from '#client/state/url.ts';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState, Spinner, useErrorMessage } from '#client/ui/states.tsx';
import type { JsonValue } from '#model/wire/common.ts';
import { CONSOLE_LIMITS, type CypherRequest, type CypherResponse } from '#model/wire/console.ts';
import { CypherEditor, type EditorFault, type PutText } from './editor/CypherEditor.tsx';
import { Limits, type RunLimits } from './Limits.tsx';
import { readParams, showParams } from './params.ts';
import { QueryLists } from './QueryLists.tsx';
import { Results } from './results/Results.tsx';
import { SaveQuery } from './SaveQuery.tsx';
import { useHistorySteps } from './use-history-steps.ts';
import { useLanguage } from './use-language.ts';
import { useLists } from './use-lists.ts';
import { type RunInput, type RunState, useRun } from './use-run.ts';
import './console.css';

interface Props {
  readonly initialQuery?: string;
  readonly initialParams?: Record<string, JsonValue>;
}

const DEFAULT_LIMITS: RunLimits = { rows: CONSOLE_LIMITS.rows, timeoutMs: CONSOLE_LIMITS.timeoutMs };
const NO_PARAMS: Record<string, JsonValue> = {};

export const ConsolePage = ({ initialQuery = '', initialParams = NO_PARAMS }: Props) => {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  const lists = useLists();
  const { remember } = lists;
  const [query, setQuery] = useState(initialQuery);
  const [put, setPut] = useState<PutText>({ text: initialQuery });
  const [paramText, setParamText] = useState(() => showParams(initialParams));
  const [limits, setLimits] = useState(DEFAULT_LIMITS);
  const read = useMemo(() => readParams(paramText), [paramText]);
  const language = useLanguage(read.ok ? Object.keys(read.params).join('\n') : '');
  const done = useCallback(
    (input: RunInput, answer: CypherResponse | null) =>
      remember({
        query: input.query,
        params: showParams(input.params),
        at: Date.now(),
        rows: answer?.stats.rows ?? null,
      }),
    [remember],
  );
  const { run, start, stop } = useRun(initialQuery, done);
  const back = useHistorySteps(lists.history);

  // Another address while the page stays: a query opened from 显示查询. Our own writing of the address changes nothing.
  const written = useRef(initialQuery);
  useEffect(() => {
    if (initialQuery === written.current) return;
    written.current = initialQuery;
    setPut({ text: initialQuery });
    setQuery(initialQuery);
    setParamText(showParams(initialParams));
  }, [initialQuery, initialParams]);

  const begin = (mode: NonNullable<CypherRequest['mode']>, text = query) => {
    if (!read.ok || busy || text.trim() === '') return;
    written.current = text;
    if (text.length < 4000) void navigate(consoleAddress(text, read.params), { replace: true });
    void start({ query: text, params: read.params, limit: limits.rows, timeoutMs: limits.timeoutMs, mode });
  };
  const write = (text: string) => {
    setPut({ text });
    setQuery(text);
  };
  const use = (text: string, params: string) => {
    write(text);
    setParamText(params);
  };
  const busy = run.state === 'running';
  const ready = read.ok && query.trim() !== '' && !busy;

  return (
    <div className="console">
      <section className="console-main">
        <header className="console-head">
          <h1>{t('title')}</h1>
          <span className="badge badge-good">{t('readOnly')}</span>
        </header>
        {language === null ? (
          <Spinner />
        ) : (
          <CypherEditor
            put={put}
            language={language}
            hint={t('hint')}
            fault={faultOf(run, query)}
            onChange={setQuery}
            onRun={(text) => begin('run', text)}
            onStep={(step) => {
              const entry = back(step, { query, params: paramText });
              if (entry !== null) use(entry.query, entry.params);
            }}
          />
        )}
        <label className="labelled console-params">
          {t('params')}
          <textarea
            className="field"
            rows={paramText.split('\n').length > 2 ? 4 : 2}
            value={paramText}
            spellCheck={false}
            placeholder={t('paramsHint')}
            aria-invalid={!read.ok}
            onChange={(event) => setParamText(event.currentTarget.value)}
          />
        </label>
        {read.ok ? null : (
          <p className="console-bad" role="alert">
            {read.message === 'object' ? t('paramsObject') : t('paramsBad', { message: read.message })}
          </p>
        )}
        <div className="console-actions">
          <Button
            variant="primary"
            icon={<Play aria-hidden="true" />}
            title={t('runHint')}
            disabled={!ready}
            onClick={() => begin('run')}
          >
            {t('run')}
          </Button>
          <Button icon={<Square aria-hidden="true" />} disabled={!busy} onClick={() => void stop()}>
            {t('stop')}
          </Button>
          <Button icon={<ScanSearch aria-hidden="true" />} disabled={!ready} onClick={() => begin('explain')}>
            {t('explain')}
          </Button>
          <Button icon={<Timer aria-hidden="true" />} disabled={!ready} onClick={() => begin('profile')}>
            {t('profile')}
          </Button>
          <Button
            variant="quiet"
            icon={<WrapText aria-hidden="true" />}
            disabled={language === null || query.trim() === ''}
            onClick={() => void language?.format(query).then(write)}
          >
            {t('format')}
          </Button>
          <SaveQuery
            disabled={query.trim() === ''}
            onSave={(title) =>
              lists.changeOwn([{ id: `${Date.now()}`, title, query, params: paramText }, ...lists.own])
            }
          />
          <span className="console-space" />
          <Limits value={limits} onChange={setLimits} />
        </div>
        <Outcome run={run} />
      </section>
      <QueryLists
        own={lists.own}
        history={lists.history}
        onUse={use}
        onOwn={lists.changeOwn}
        onClearHistory={lists.clearHistory}
      />
    </div>
  );
};

/** The place the database names, as long as the text is still the one that was run. */
const faultOf = (run: RunState, query: string): EditorFault | null => {
  if (run.state !== 'failed' || run.input.query !== query || !(run.error instanceof ApiError)) return null;
  const { position, message } = run.error;
  return position === undefined ? null : { offset: position.offset, message };
};

const Outcome = ({ run }: { run: RunState }) => {
  const { t } = useTranslation('console');
  if (run.state === 'idle') return <EmptyState title={t('idle')} />;
  if (run.state === 'running') return <Spinner label={run.stopping ? t('stopping') : t('running')} />;
  return run.state === 'done' ? <Results answer={run.answer} /> : <Failure error={run.error} />;
};

const Failure = ({ error }: { error: unknown }) => {
  const { t } = useTranslation('console');
  const message = useErrorMessage(error);
  const position = error instanceof ApiError ? error.position : undefined;
  return (
    <div className="console-failure" role="alert">
      <strong>{t('failed')}</strong>
      {position === undefined ? null : (
        <span className="badge badge-bad">{t('position', { line: position.line, column: position.column })}</span>
      )}
      <p>{message}</p>
    </div>
  );
};

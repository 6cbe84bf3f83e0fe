/** 收藏的查询 and 历史: what can be put into the editor with one press. */
import { useQuery } from '@tanstack/react-query';
import { Download, Trash2, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '#client/api/queries.ts';
import { usePreferences } from '#client/state/preferences.tsx';
import { Button, IconButton } from '#client/ui/Button.tsx';
import { download } from '#client/ui/download.ts';
import { EmptyState, ErrorState, Spinner } from '#client/ui/states.tsx';
import { Tabs } from '#client/ui/Tabs.tsx';
import { showParams } from './params.ts';
import { SchemaList } from './SchemaList.tsx';
import { type HistoryEntry, mergeOwn, type OwnQuery } from './stored-list.ts';

type Use = (query: string, params: string) => void;
type List = 'library' | 'schema' | 'own' | 'history';

interface Props {
  readonly own: readonly OwnQuery[];
  readonly history: readonly HistoryEntry[];
  readonly onUse: Use;
  readonly onOwn: (own: readonly OwnQuery[]) => void;
  readonly onClearHistory: () => void;
}

export const QueryLists = ({ own, history, onUse, onOwn, onClearHistory }: Props) => {
  const { t } = useTranslation('console');
  const [list, setList] = useState<List>('library');
  return (
    <aside className="console-side" aria-label={t('side')}>
      <Tabs
        label={t('saved')}
        items={[
          { id: 'library', label: t('saved') },
          { id: 'schema', label: t('schema') },
          { id: 'own', label: t('own'), count: own.length },
          { id: 'history', label: t('history'), count: history.length },
        ]}
        value={list}
        onChange={setList}
      >
        {list === 'library' ? <Library onUse={onUse} /> : null}
        {list === 'schema' ? <SchemaList onUse={(query) => onUse(query, '')} /> : null}
        {list === 'own' ? <Own own={own} onUse={onUse} onOwn={onOwn} /> : null}
        {list === 'history' ? <History history={history} onUse={onUse} onClear={onClearHistory} /> : null}
      </Tabs>
    </aside>
  );
};

const Library = ({ onUse }: { onUse: Use }) => {
  const { t } = useTranslation('console');
  const { language } = usePreferences();
  const [filter, setFilter] = useState('');
  const { data, error, isPending, refetch } = useQuery(routeQuery('queries'));
  if (isPending) return <Spinner />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const wanted = filter.trim().toLowerCase();
  const items = data.items.filter((item) =>
    [item.title, item.titleEn, item.description, ...item.tags].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <>
      <input
        className="field"
        type="text"
        value={filter}
        aria-label={t('filter')}
        placeholder={t('filter')}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <ul className="console-list">
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" onClick={() => onUse(item.query, showParams(item.params))}>
              <strong>{language === 'zh' ? item.title : item.titleEn}</strong>
              <span className="muted small">{item.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

const Own = ({ own, onUse, onOwn }: { own: readonly OwnQuery[]; onUse: Use; onOwn: Props['onOwn'] }) => {
  const { t } = useTranslation('console');
  const picker = useRef<HTMLInputElement>(null);
  const [bad, setBad] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      onOwn(mergeOwn(own, await file.text()));
      setBad(false);
    } catch {
      setBad(true);
    }
  };
  return (
    <>
      <div className="row">
        <Button
          variant="quiet"
          icon={<Download aria-hidden="true" />}
          disabled={own.length === 0}
          onClick={() => download('famai-queries.json', 'application/json', JSON.stringify(own, null, 2))}
        >
          {t('ownExport')}
        </Button>
        <Button variant="quiet" icon={<Upload aria-hidden="true" />} onClick={() => picker.current?.click()}>
          {t('ownImport')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('ownImport')}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {bad ? <p role="alert">{t('ownImportBad')}</p> : null}
      {own.length === 0 ? <EmptyState title={t('ownEmpty')} /> : null}
      <ul className="console-list">
        {own.map((item) => (
          <li key={item.id}>
            <button type="button" onClick={() => onUse(item.query, item.params)}>
              <strong>{item.title}</strong>
              <code className="small">{item.query.slice(0, 120)}</code>
            </button>
            <IconButton
              icon={<Trash2 />}
              label={t('remove', { title: item.title })}
              onClick={() => onOwn(own.filter(({ id }) => id !== item.id))}
            />
          </li>
        ))}
      </ul>
    </>
  );
};

const History = ({
  history,
  onUse,
  onClear,
}: {
  history: readonly HistoryEntry[];
  onUse: Use;
  onClear: () => void;
}) => {
  const { t, i18n } = useTranslation('console');
  if (history.length === 0) return <EmptyState title={t('historyEmpty')} />;
  return (
    <>
      <Button variant="quiet" icon={<Trash2 aria-hidden="true" />} onClick={onClear}>
        {t('historyClear')}
      </Button>
      <ul className="console-list">
        {history.map((entry) => (
          <li key={`${entry.at} ${entry.query}`}>
            <button type="button" onClick={() => onUse(entry.query, entry.params)}>
              <code className="small">{entry.query.slice(0, 160)}</code>
              <span className="muted small">
                {new Date(entry.at).toLocaleString(i18n.language === 'zh' ? 'zh-CN' : 'en')} ·{' '}
                {entry.rows === null ? t('historyFailed') : t('rows', { count: entry.rows })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

import { Code, SquareTerminal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { consoleAddress } from '#client/state/url.ts';
import type { ShownQuery } from '#model/wire/common.ts';
import { Button, IconButton } from './Button.tsx';
import { CopyButton } from './copy.tsx';
import { Dialog } from './Dialog.tsx';

/** 显示查询: the parameterised Cypher behind what is on screen, to copy or to open in the console. */
export const ShownQueryButton = ({ query, compact = false }: { query: ShownQuery | undefined; compact?: boolean }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const shared = { icon: <Code aria-hidden="true" />, disabled: query === undefined, onClick: () => setOpen(true) };
  return (
    <>
      {compact ? (
        <IconButton {...shared} label={t('action.showQuery')} />
      ) : (
        <Button {...shared} variant="quiet">
          {t('action.showQuery')}
        </Button>
      )}
      {query === undefined ? null : (
        <Dialog title={t('query.title')} open={open} onClose={() => setOpen(false)}>
          <div className="stack">
            <p className="muted">{t('query.explain')}</p>
            <h3>{t('query.text')}</h3>
            <pre className="code">{query.text}</pre>
            <h3>{t('query.params')}</h3>
            <pre className="code">{JSON.stringify(query.params, null, 2)}</pre>
            <div className="row">
              <CopyButton label={t('action.copy')} text={() => query.text} />
              <Link className="button button-primary" to={consoleAddress(query.text, query.params)}>
                <SquareTerminal aria-hidden="true" />
                {t('action.openInConsole')}
              </Link>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
};

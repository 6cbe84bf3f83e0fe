import { Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { lawAddress } from '#client/state/url.ts';
import { citationText } from '#client/text/citation.ts';
import { CopyButton } from '#client/ui/copy.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import type { DocumentDto } from '#model/wire/documents.ts';

/** 出处: the captured copies of the text, and the instrument it is a text of or reports on. */
export const Sources = ({ read }: { read: DocumentDto }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const { document, sources, law, query } = read;
  return (
    <div className="stack">
      {law === null ? null : (
        <p>
          <span className="muted">{t(`reader.law.${law.relation}`)} </span>
          <Link to={lawAddress(law.id)}>{law.name}</Link>
        </p>
      )}
      <ul className="stack">
        {sources.map((source) => (
          <li key={source.id} className="source">
            <p>
              <strong>{source.publisher ?? t('reader.noPublisher')}</strong>{' '}
              <span className="muted tabular">{source.publishedAt}</span>
            </p>
            <p className="small muted source-path">
              {source.path} · {source.encoding} · {t('reader.place', { start: source.start, end: source.end })}
            </p>
            {source.id === document.sourceId ? <p className="small muted">{t('reader.primary')}</p> : null}
          </li>
        ))}
      </ul>
      <p className="row">
        <CopyButton
          icon={<Quote aria-hidden="true" />}
          label={common('action.copyCitation')}
          text={() => citationText(document)}
        />
        <ShownQueryButton query={query} />
      </p>
    </div>
  );
};

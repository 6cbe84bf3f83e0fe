import { BookOpen, Link2, Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { documentAddress } from '#client/state/url.ts';
import { citationText } from '#client/text/citation.ts';
import { StatusBadge } from '#client/ui/badges.tsx';
import { CopyButton } from '#client/ui/copy.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import type { LawDetail } from '#model/wire/laws.ts';
import { RelatedLaws } from './RelatedLaws.tsx';

/** Title, 时效性, 效力位阶, date of the text held, other names, and how it stands to other instruments. */
export const LawHead = ({ detail, textId }: { detail: LawDetail; textId: string | null }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const { law, aliases, related, query } = detail;
  const names = [...new Set([...law.shortTitles, ...aliases])].filter((name) => name !== law.title);
  return (
    <header className="law-head">
      <div className="row">
        <h1>{law.title}</h1>
        <StatusBadge status={law.status} />
      </div>
      <dl className="facts small">
        <Fact name={t('law.rank')} value={common(`rank.${law.rank}`)} />
        <Fact name={t('law.issuer')} value={law.issuer} />
        <Fact name={textId === null ? t('law.date') : t('law.textDate')} value={law.date} />
        <Fact name={t('law.extent')} value={law.extent} />
        <Fact name={t('law.aliases')} value={names.length === 0 ? null : names.join('、')} />
      </dl>
      {law.status === 'not_held' || law.status === 'planned' ? (
        <p className="small muted">{common(`reason.${law.status}`)}</p>
      ) : null}
      <RelatedLaws related={related} />
      <div className="row law-actions">
        {textId === null ? null : (
          <Link className="button button-primary" to={documentAddress(textId)}>
            <BookOpen aria-hidden="true" />
            {t('law.read')}
          </Link>
        )}
        <CopyButton
          variant="quiet"
          icon={<Quote aria-hidden="true" />}
          label={common('action.copyCitation')}
          text={() => citationText(law)}
        />
        <CopyButton
          variant="quiet"
          icon={<Link2 aria-hidden="true" />}
          label={common('action.copyLink')}
          text={() => location.href}
        />
        <ShownQueryButton query={query} />
      </div>
    </header>
  );
};

const Fact = ({ name, value }: { name: string; value: string | null }) =>
  value === null ? null : (
    <div className="fact">
      <dt>{name}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  );

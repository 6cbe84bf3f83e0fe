import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { documentAddress } from '#client/state/url.ts';
import { EmptyState } from '#client/ui/states.tsx';
import type { LawDetail } from '#model/wire/laws.ts';

/** The texts held of the law, newest first. */
export const VersionsTab = ({ detail }: { detail: LawDetail }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  if (detail.versions.length === 0) {
    return (
      <EmptyState title={t('law.noText')}>
        <p>{common(detail.law.status === 'planned' ? 'reason.planned' : 'reason.not_held')}</p>
      </EmptyState>
    );
  }
  return (
    <div className="tab-body">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('law.version.date')}</th>
            <th scope="col">{t('law.version.title')}</th>
            <th scope="col" className="number">
              {t('law.tab.articles')}
            </th>
            <th scope="col" className="number">
              {common('label.Source')}
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.versions.map((version) => (
            <tr key={version.documentId}>
              <td className="tabular">
                {version.date ?? t('law.undated')}
                {version.newest ? <span className="badge badge-good">{t('law.version.newest')}</span> : null}
              </td>
              <td>
                <Link to={documentAddress(version.documentId)}>{version.title}</Link>
              </td>
              <td className="number tabular">{version.articles}</td>
              <td className="number tabular">{version.sources}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { documentAddress } from '#client/state/url.ts';
import { REASONS } from '#model/relations.ts';
import type { ImportReport } from '#model/wire/console.ts';

/** What an import did, file by file, and what it could not resolve. */
export const ImportReportView = ({ report, onOpen }: { report: ImportReport; onOpen: () => void }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);
  const reasons = REASONS.filter((reason) => (report.reasons[reason] ?? 0) > 0);
  return (
    <section className="stack" aria-label={t('imports.report')}>
      <p className="tabular" role="status">
        {t('imports.summary', {
          files: report.files.length,
          nodes: sum(report.nodes),
          relationships: sum(report.relationships),
          seconds: (report.ms / 1000).toFixed(1),
        })}
      </p>
      {reasons.length === 0 ? null : (
        <p className="small muted tabular">
          {t('imports.unresolved')}{' '}
          {reasons.map((reason) => `${common(`reasonShort.${reason}`)} ${report.reasons[reason]}`).join('，')}
        </p>
      )}
      <ul className="import-files">
        {report.files.map((file) => (
          <li key={file.path} className="import-file">
            <p className="row spread">
              <span className="import-path">{file.path}</span>
              <span className={`badge ${file.outcome === 'failed' ? 'badge-bad' : ''}`}>
                {t(`imports.outcome.${file.outcome}`)}
              </span>
            </p>
            {file.message === null ? null : <p className="small">{file.message}</p>}
            {file.documents.map((document) => (
              <p key={document.id} className="small">
                <Link to={documentAddress(document.id)} onClick={onOpen}>
                  {document.name}
                </Link>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DutyList } from '#client/panels/duties/DutyList.tsx';
import { dutiesAddress } from '#client/state/url.ts';
import type { LawDetail } from '#model/wire/laws.ts';

/** Duties the law's own text states; of a law that is not held, those stated under it elsewhere. */
export const LawDutiesTab = ({ detail, textId }: { detail: LawDetail; textId: string | null }) => {
  const { t } = useTranslation('pages');
  const filters = textId === null ? { lawId: detail.law.id } : { documentId: textId };
  return (
    <div className="tab-body">
      <p className="small">
        <Link to={dutiesAddress(filters)}>{t('law.openMatrix')}</Link>
      </p>
      <DutyList filters={filters} />
    </div>
  );
};

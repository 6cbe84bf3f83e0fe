import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DutyList } from '#client/panels/duties/DutyList.tsx';
import { dutiesAddress } from '#client/state/url.ts';
import type { LawDetail } from '#model/wire/laws.ts';

/** Duties the law's own texts state, and those other texts state under it. */
export const LawDutiesTab = ({ detail }: { detail: LawDetail }) => {
  const { t } = useTranslation('pages');
  const filters = { lawId: detail.law.id };
  return (
    <div className="tab-body">
      <p className="small">
        <Link to={dutiesAddress(filters)}>{t('law.openMatrix')}</Link>
      </p>
      <DutyList filters={filters} />
    </div>
  );
};

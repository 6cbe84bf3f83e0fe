import { useTranslation } from 'react-i18next';
import type { LawStatus, Modality } from '#model/entities.ts';
import type { Reason } from '#model/relations.ts';

const TONE: Record<LawStatus, string> = {
  in_force: 'badge-good',
  amended: 'badge-warn',
  repealed: 'badge-bad',
  not_yet_in_force: 'badge-warn',
  not_held: '',
  planned: 'badge-warn',
};

/** 时效性 in words; the colour only repeats it. */
export const StatusBadge = ({ status }: { status: LawStatus }) => {
  const { t } = useTranslation();
  return <span className={`badge ${TONE[status]}`}>{t(`status.${status}`)}</span>;
};

/** Why a citation leads no further. */
export const ReasonBadge = ({ reason }: { reason: Reason }) => {
  const { t } = useTranslation();
  return <span className="badge badge-warn">{t(`reasonShort.${reason}`)}</span>;
};

/** 应当, 不得 … in words; 不得 also by colour. */
export const ModalityBadge = ({ modality }: { modality: Modality }) => {
  const { t } = useTranslation();
  return <span className={`badge ${modality === 'must_not' ? 'badge-bad' : ''}`}>{t(`modality.${modality}`)}</span>;
};

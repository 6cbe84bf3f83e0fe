import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '#client/api/queries.ts';
import { documentOf } from '#client/state/url.ts';

const MOST = 260;

/** The wording of a provision, from its document. */
export const CitedText = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const document = documentOf(id);
  const read = useQuery({ ...routeQuery('document', { params: { id: document ?? '' } }), enabled: document !== null });
  if (document === null) return null;
  if (read.isPending) return <p className="small muted">{t('state.loading')}</p>;
  const provision = read.data?.provisions.find((candidate) => candidate.id === id);
  if (read.data === undefined || provision === undefined) return null;
  const { text, textOffset } = read.data;
  const whole = text.slice(provision.start - textOffset, provision.end - textOffset).trim();
  return <p className="cited-text">{whole.length > MOST ? `${whole.slice(0, MOST)}…` : whole}</p>;
};

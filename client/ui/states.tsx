/** What a panel shows while it has nothing else to show: loading, nothing, failed. */
import { CircleAlert, Inbox, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#client/api/client.ts';
import { Button } from './Button.tsx';

/** `page`: it stands for the whole page, which always has a heading. */
export const Spinner = ({ label, page = false }: { label?: string; page?: boolean }) => {
  const { t } = useTranslation();
  return (
    <div className="state" role="status">
      {page ? <h1 className="visually-hidden">{t('product')}</h1> : null}
      <span className="spinner" aria-hidden="true" />
      <span>{label ?? t('state.loading')}</span>
    </div>
  );
};

export const EmptyState = ({
  title,
  children,
  page = false,
}: {
  title?: string;
  children?: ReactNode;
  page?: boolean;
}) => {
  const { t } = useTranslation();
  const Title = page ? 'h1' : 'p';
  return (
    <div className="state">
      <Inbox aria-hidden="true" />
      <Title className="state-title">{title ?? t('state.empty')}</Title>
      {children}
    </div>
  );
};

/** `error` is what a query threw; its message is the server's and names what to do. */
export const ErrorState = ({
  error,
  onRetry,
  page = false,
}: {
  error: unknown;
  onRetry?: () => void;
  page?: boolean;
}) => {
  const { t } = useTranslation();
  const Title = page ? 'h1' : 'p';
  return (
    <div className="state state-error" role="alert">
      <CircleAlert aria-hidden="true" />
      <Title className="state-title">{isNotFound(error) ? t('state.notFound') : t('state.failed')}</Title>
      <p>{useErrorMessage(error)}</p>
      {onRetry === undefined ? null : (
        <Button icon={<RefreshCw aria-hidden="true" />} onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </div>
  );
};

const isNotFound = (error: unknown): boolean => error instanceof ApiError && error.code === 'NOT_FOUND';

/** One sentence for a person: the server's own, or ours when no server answered. */
export const useErrorMessage = (error: unknown): string => {
  const { t } = useTranslation();
  if (!(error instanceof ApiError)) return t('state.crashedHint');
  if (error.code === 'OFFLINE') return t('state.offlineShort');
  return error.code === 'BAD_ANSWER' ? t('state.badAnswer') : error.message;
};

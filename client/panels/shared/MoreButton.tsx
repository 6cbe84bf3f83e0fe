import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';

/** How much of a paged list is shown, and the button for more. */
export const MoreButton = ({
  shown,
  total,
  loading,
  onMore,
  step = 50,
}: {
  shown: number;
  total: number;
  loading: boolean;
  onMore: () => void;
  step?: number;
}) => {
  const { t } = useTranslation();
  if (shown >= total) return null;
  return (
    <p className="row more">
      <Button onClick={onMore} disabled={loading}>
        {loading ? t('state.loading') : t('action.more', { count: Math.min(step, total - shown) })}
      </Button>
      <span className="muted small tabular">{t('count.shown', { shown, total })}</span>
    </p>
  );
};

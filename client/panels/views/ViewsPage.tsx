import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '#client/api/client.ts';
import { routeQuery } from '#client/api/queries.ts';
import { IconButton } from '#client/ui/Button.tsx';
import { EmptyState, ErrorState, Spinner, useErrorMessage } from '#client/ui/states.tsx';
import { usePageTitle } from '#client/ui/use-page-title.ts';
import '#client/panels/shared/pages.css';
import '#client/panels/shared/shared.css';

/** Views kept on the server, newest first: open one, or delete it. */
export const ViewsPage = () => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  usePageTitle(common('nav.views'));
  const views = useQuery({ ...routeQuery('views'), staleTime: 0 });
  const remove = useMutation({
    mutationFn: (id: string) => call('deleteView', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['views'] }),
  });
  const message = useErrorMessage(remove.error);
  if (views.isPending) return <Spinner page />;
  if (views.isError) return <ErrorState page error={views.error} onRetry={() => void views.refetch()} />;
  const items = [...views.data.items].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <div className="page page-narrow">
      <h1>{common('nav.views')}</h1>
      {remove.isError ? (
        <p role="alert" className="small">
          {message}
        </p>
      ) : null}
      {items.length === 0 ? (
        <EmptyState title={t('views.none')}>
          <p>{t('views.noneHint')}</p>
        </EmptyState>
      ) : (
        <ul className="card">
          {items.map((view) => (
            <li key={view.id} className="row spread view-row">
              <Link to={viewAddress(view.url, view.id)}>{view.name}</Link>
              <span className="row small muted tabular">
                {t('views.nodes', { count: view.nodes.length })}
                <time dateTime={view.createdAt}>{view.createdAt.slice(0, 16).replace('T', ' ')}</time>
                <IconButton
                  icon={<Trash2 aria-hidden="true" />}
                  label={t('views.delete', { name: view.name })}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate(view.id)}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** The page's own address, and which positions to put back. */
const viewAddress = (url: string, id: string): string =>
  `${url}${url.includes('?') ? '&' : '?'}view=${encodeURIComponent(id)}`;

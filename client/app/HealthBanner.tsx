import { type Query, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, call } from '#client/api/client.ts';
import { isPassing } from '#client/api/query-client.ts';
import type { Health } from '#model/wire/explore.ts';

const HEALTH = ['health', 'banner'] as const;
const CALM_MS = 5000;
const ALERT_MS = 1500;

/** `ok`, or what is wrong: no server, or the state of its database. */
type Trouble = 'offline' | Exclude<Health['database']['state'], 'ready'>;

const troubleOf = (health: Health | undefined, error: unknown): Trouble | null => {
  if (error instanceof ApiError && error.code === 'OFFLINE') return 'offline';
  if (health === undefined || health.database.state === 'ready') return null;
  return health.database.state;
};

/** A query that keeps failing is left alone after this many times; its own button tries again. */
const TRIES = 6;

const mayRecover = (query: Query): boolean =>
  query.state.status === 'error' && isPassing(query.state.error) && query.state.errorUpdateCount <= TRIES;

const isWaiting = (client: QueryClient): boolean =>
  client.getQueryCache().findAll({ type: 'active', predicate: mayRecover }).length > 0;

/** Says when the server or its database is away, looks again until it is back, then asks again for what failed. */
export const HealthBanner = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    queryKey: HEALTH,
    queryFn: ({ signal }) => call('health', { signal }),
    retry: false,
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchOnReconnect: true,
    refetchInterval: (query) =>
      troubleOf(query.state.data, query.state.error) === null && !isWaiting(client) ? CALM_MS : ALERT_MS,
  });
  const trouble = troubleOf(data, error);
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        const failed = event.type === 'updated' && event.action.type === 'error' && isPassing(event.action.error);
        if (failed && event.query.queryKey[0] !== HEALTH[0]) void refetch();
      }),
    [client, refetch],
  );
  useEffect(() => {
    if (trouble === null && dataUpdatedAt > 0) {
      void client.refetchQueries({ type: 'active', predicate: mayRecover }, { cancelRefetch: false });
    }
  }, [trouble, dataUpdatedAt, client]);
  if (trouble === null) return null;
  const told = trouble === 'unreachable' || trouble === 'stopped' ? data?.database.message : null;
  return (
    <div className="banner" role="alert">
      <span className="spinner" aria-hidden="true" />
      {trouble === 'offline' ? t('state.offline') : (told ?? t(`state.database.${trouble}`))}
    </div>
  );
};

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, call } from '#client/api/client.ts';
import type { Health } from '#model/wire/explore.ts';

const CALM_MS = 15_000;
const ALERT_MS = 1500;

/** `ok`, or what is wrong: no server, or the state of its database. */
export type Trouble = 'offline' | Exclude<Health['database']['state'], 'ready'>;

const troubleOf = (health: Health | undefined, error: unknown): Trouble | null => {
  if (error instanceof ApiError && error.code === 'OFFLINE') return 'offline';
  if (health === undefined || health.database.state === 'ready') return null;
  return health.database.state;
};

/** Says when the server or its database is away, looks again until it is back, then asks again for what failed. */
export const HealthBanner = () => {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['health', 'banner'],
    queryFn: ({ signal }) => call('health', { signal }),
    retry: false,
    staleTime: 0,
    refetchOnWindowFocus: true,
    refetchOnReconnect: true,
    refetchInterval: (query) => (troubleOf(query.state.data, query.state.error) === null ? CALM_MS : ALERT_MS),
  });
  const trouble = troubleOf(data, error);
  const before = useRef<Trouble | null>(null);
  useEffect(() => {
    if (before.current !== null && trouble === null) {
      void queryClient.refetchQueries({ predicate: (query) => query.state.status === 'error', type: 'active' });
    }
    before.current = trouble;
  }, [trouble, queryClient]);
  if (trouble === null) return null;
  return (
    <div className="banner" role="alert">
      <span className="spinner" aria-hidden="true" />
      {trouble === 'offline' ? t('state.offline') : (data?.database.message ?? t(`state.database.${trouble}`))}
    </div>
  );
};

/** How answers are kept: the store changes only by an import, so an answer stays good until one or a reload. */
import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client.ts';

const PASSING = new Set(['OFFLINE', 'DATABASE_UNAVAILABLE', 'TIMEOUT', 'TOO_MANY']);

/** Worth another try: the server or its database is away for a moment. */
export const isPassing = (error: unknown): boolean => error instanceof ApiError && PASSING.has(error.code);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (count, error) => isPassing(error) && count < 2,
        retryDelay: (count, error) =>
          error instanceof ApiError && error.retryAfter ? error.retryAfter * 1000 : Math.min(500 * 2 ** count, 4000),
      },
      mutations: { networkMode: 'always' },
    },
  });

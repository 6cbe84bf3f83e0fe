/**
 * Every reading of the server goes through here, keyed by route and arguments, so that the graph, the reader and
 * the lists share one cache: what one has fetched the other finds.
 */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { RouteName, RouteParams, RouteQuery } from '#model/wire/routes.ts';
import { call } from './client.ts';

type Arguments<N extends RouteName> = { readonly params?: RouteParams<N>; readonly query?: RouteQuery<N> };

/** Options for useQuery or fetchQuery of a route: key `[name, {params, query}]`. */
export const routeQuery = <N extends RouteName>(name: N, options: Arguments<N> = {}) =>
  queryOptions({
    queryKey: [name, options],
    queryFn: ({ signal }) => call(name, { ...options, signal }),
  });

type PagedRoute = 'laws' | 'lawCitedBy' | 'lawCites' | 'provisionCitedBy' | 'provisionCites' | 'documents' | 'duties';

/** Options for useInfiniteQuery of a list: key `[name, {params, query}, 'pages']`. */
export const pagedQuery = <N extends PagedRoute>(name: N, options: Arguments<N> = {}) =>
  infiniteQueryOptions({
    queryKey: [name, options, 'pages'],
    queryFn: ({ signal, pageParam }) => call(name, { ...options, cursor: pageParam, signal }),
    initialPageParam: cursorAtStart(),
    getNextPageParam: (page) => page.cursor,
  });

const cursorAtStart = (): string | null => null;

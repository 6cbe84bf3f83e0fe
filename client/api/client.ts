/** The only place that speaks HTTP: one typed call per route of the shared table, every answer validated. */
import { z } from 'zod';
import type { ErrorCode } from '#model/errors.ts';
import { ErrorBody } from '#model/wire/common.ts';
import {
  ROUTES,
  type Route,
  type RouteName,
  type RouteParams,
  type RouteQuery,
  type RouteResponse,
} from '#model/wire/routes.ts';

// The page's content security policy forbids eval; without this zod probes for it and the browser reports a violation.
z.config({ jitless: true });

/** OFFLINE: no server answered. BAD_ANSWER: an answer that is not of the agreed shape. */
export type ApiErrorCode = ErrorCode | 'OFFLINE' | 'BAD_ANSWER';

/** What a failed call throws. `message` is the server's and fit to show. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly position: { readonly line: number; readonly column: number; readonly offset: number } | undefined;
  /** Whole seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ApiErrorCode,
    message: string,
    options: {
      status?: number;
      position?: { line: number; column: number; offset: number } | undefined;
      retryAfter?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'ApiError';
    this.code = code;
    this.status = options.status ?? 0;
    this.position = options.position;
    this.retryAfter = options.retryAfter;
  }
}

export interface CallOptions<N extends RouteName> {
  readonly params?: RouteParams<N>;
  readonly query?: RouteQuery<N>;
  readonly body?: unknown;
  /** Where the next page of a list begins. */
  readonly cursor?: string | null;
  readonly signal?: AbortSignal;
}

/** The address of a route: `:id` is filled in URL-encoded, empty query values are left out. */
export const addressOf = (path: string, params: object = {}, query: object = {}): string => {
  const values = new Map<string, unknown>(Object.entries(params));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? filled : `${filled}?${text}`;
};

/** Reads the error of an answer that is not 2xx. */
export const errorOf = async (response: Response): Promise<ApiError> => {
  const retry = Number(response.headers.get('retry-after'));
  const retryAfter = Number.isFinite(retry) && retry > 0 ? retry : undefined;
  const body = ErrorBody.safeParse(await response.json().catch(() => null));
  if (!body.success) {
    return new ApiError('BAD_ANSWER', `HTTP ${response.status}`, { status: response.status, retryAfter });
  }
  const { code, message, position } = body.data.error;
  return new ApiError(code, message, { status: response.status, position, retryAfter });
};

const request = async (address: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError('OFFLINE', '', { cause });
  }
};

/** The table once more, seen so that the compiler keeps a route's name and the shape of its answer together. */
const RESPONSES: { readonly [N in RouteName]: { readonly response: z.ZodType<RouteResponse<N>> } } = ROUTES;

/**
 * Calls a route by its name. Throws ApiError; an aborted call throws the browser's AbortError.
 * 503 answers of `health` are still answers: the body says what the database does.
 */
export const call = async <N extends RouteName>(name: N, options: CallOptions<N> = {}): Promise<RouteResponse<N>> => {
  const route: Route = ROUTES[name];
  const response = await request(addressOf(route.path, options.params, { ...options.query, cursor: options.cursor }), {
    method: route.method,
    headers: options.body === undefined ? {} : { 'content-type': 'application/json' },
    body: options.body === undefined ? null : JSON.stringify(options.body),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!response.ok && !(name === 'health' && response.status === 503)) throw await errorOf(response);
  const value: unknown = await response.json().catch(() => null);
  const parsed = RESPONSES[name].response.safeParse(value);
  if (!parsed.success) {
    throw new ApiError('BAD_ANSWER', z.prettifyError(parsed.error).slice(0, 500), { status: response.status });
  }
  return parsed.data;
};

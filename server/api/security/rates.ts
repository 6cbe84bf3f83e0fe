/** How many requests one visitor may make. Only an opened server has strangers; on loopback nothing is counted. */

import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { FamaiError } from '#model/errors.ts';
import { isLoopback } from './hosts.ts';

export interface RateOptions {
  readonly host: string;
  /** Requests a minute and visitor. */
  readonly reads: number;
  readonly writes: number;
}

/** Counts by address: reads, and apart from them everything that is not a GET (console, views, imports). */
export function rateDoors(options: RateOptions): RequestHandler[] {
  if (isLoopback(options.host)) return [];
  const door = (limit: number, counts: (method: string) => boolean) =>
    rateLimit({
      windowMs: 60_000,
      limit,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      skip: (request) => !counts(request.method),
      handler: (_request, _response, next) =>
        next(new FamaiError('TOO_MANY', '请求过多：请一分钟后再试', { retryAfter: 60 })),
    });
  const reads = (method: string) => method === 'GET' || method === 'HEAD';
  return [door(options.reads, reads), door(options.writes, (method) => !reads(method))];
}

/** Everything that stands before the routes, in order. */

import type { RequestHandler } from 'express';
import express from 'express';
import { FamaiError } from '#model/errors.ts';
import { depthOf } from '#server/console/depth.ts';
import { contentTypeDoor, hostDoor, methodDoor, originDoor, tokenDoor } from './doors.ts';
import { securityHeaders } from './headers.ts';
import { BODY_LIMITS } from './http-options.ts';
import { rateDoors } from './rates.ts';

export interface SecurityConfig {
  /** Address the server listens on (`HOST`). */
  readonly host: string;
  /** Names an opened server answers to besides addresses and localhost (`FAMAI_HOSTS`). */
  readonly hosts?: readonly string[];
  /** Bearer token for writes when the server is opened (`FAMAI_TOKEN`). */
  readonly token: string | null;
  readonly rates?: { readonly reads: number; readonly writes: number };
}

const BODY_DEPTH = 30;
const DEFAULT_RATES = { reads: 1200, writes: 120 };

/** Mount before every route: `app.use(securityMiddleware(config))`. Parses JSON bodies as well. */
export function securityMiddleware(config: SecurityConfig): RequestHandler[] {
  return [
    securityHeaders(),
    hostDoor({ host: config.host, names: config.hosts ?? [] }),
    methodDoor(),
    originDoor(),
    ...rateDoors({ host: config.host, ...(config.rates ?? DEFAULT_RATES) }),
    tokenDoor(config),
    contentTypeDoor(),
    jsonBodies(),
  ];
}

/** JSON bodies under the limit of their path. Malformed is 400, too large 413: the error handler turns them into ours. */
function jsonBodies(): RequestHandler {
  const parsers = {
    cypher: express.json({ limit: BODY_LIMITS.cypher }),
    view: express.json({ limit: BODY_LIMITS.view }),
    other: express.json({ limit: BODY_LIMITS.other }),
  };
  return (request, response, next) => {
    const parser = request.path.startsWith('/api/cypher')
      ? parsers.cypher
      : request.path.startsWith('/api/views')
        ? parsers.view
        : parsers.other;
    parser(request, response, (error: unknown) => next(error ?? tooDeep(request.body)));
  };
}

/** The parser takes 100,000 nested arrays; a recursive schema would overflow on them. */
function tooDeep(body: unknown): FamaiError | undefined {
  if (depthOf(body, BODY_DEPTH + 1) <= BODY_DEPTH) return undefined;
  return new FamaiError('BAD_REQUEST', `请求体嵌套超过 ${BODY_DEPTH} 层。 / The body is nested too deeply.`);
}

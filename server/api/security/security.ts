/** Everything that stands before the routes, in order. */
import type { RequestHandler } from 'express';
import express from 'express';
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
    if (request.path.startsWith('/api/cypher')) return parsers.cypher(request, response, next);
    if (request.path.startsWith('/api/views')) return parsers.view(request, response, next);
    return parsers.other(request, response, next);
  };
}

/** Liveness and readiness, and the door that every other route stands behind while the database is away. */
import { type RequestHandler, Router } from 'express';
import { FamaiError } from '#model/errors.ts';
import type { Health } from '#model/wire/explore.ts';
import { ROUTES } from '#model/wire/routes.ts';
import type { DatabaseStatus } from '#server/services/database.ts';

export interface HealthDeps {
  readonly database: DatabaseStatus;
  readonly version: string;
  /** Settings of an external database that the console misses. */
  readonly warnings: () => readonly string[];
}

/** Always 200 while the process lives: `ready` says whether it can answer, so that a restart of the database kills nobody. */
export const healthRouter = ({ database, version, warnings }: HealthDeps): Router => {
  const router = Router();
  router.get(ROUTES.health.path, (_request, response) => {
    const state = database.state();
    const health: Health = {
      status: state === 'ready' ? 'ok' : 'degraded',
      live: true,
      ready: state === 'ready',
      version,
      database: { state, managed: database.managed, message: database.message(), warnings: [...warnings()] },
    };
    response.setHeader('Cache-Control', 'no-store');
    response.json(health);
  });
  return router;
};

/** Seconds the local database takes to come back, about. */
const RETRY_AFTER = 5;

/** 503 at once instead of a request that waits for a connection. */
export const readyDoor =
  (database: DatabaseStatus): RequestHandler =>
  (_request, _response, next) => {
    const state = database.state();
    if (state === 'ready') return next();
    const message =
      database.message() ?? '数据库尚未就绪，请稍后重试。 / The database is not ready yet, try again shortly.';
    next(new FamaiError('DATABASE_UNAVAILABLE', message, { retryAfter: RETRY_AFTER }));
  };

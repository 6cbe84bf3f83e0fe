/** Puts the HTTP side together: doors first, then routes, then errors. */
import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { FamaiError } from '#model/errors.ts';
import type { SavedQuery } from '#model/wire/console.ts';
import type { Config } from '#server/config.ts';
import type { CypherConsole } from '#server/console/console.ts';
import type { DatabaseStatus } from '#server/services/database.ts';
import type { Library } from '#server/services/library.ts';
import type { SavedViews } from '#server/services/saved-views.ts';
import { createAnswerCache } from './answer.ts';
import { clientRouter } from './client-files.ts';
import { cypherRouter } from './cypher.ts';
import { docsRouter } from './docs.ts';
import { errorHandler } from './errors.ts';
import { exportRouter } from './export.ts';
import { healthRouter, readyDoor } from './health.ts';
import { type ImportsDeps, importsRouter } from './imports.ts';
import { createMetrics } from './metrics.ts';
import { queriesRouter } from './queries.ts';
import { readingRouter } from './reading.ts';
import { securityMiddleware } from './security/security.ts';
import { viewsRouter } from './views.ts';

export interface AppParts {
  readonly config: Config;
  readonly version: string;
  readonly log: Logger;
  readonly database: DatabaseStatus;
  readonly library: Library;
  readonly console: CypherConsole;
  readonly queries: readonly SavedQuery[];
  readonly imports: ImportsDeps;
  readonly views: SavedViews;
  readonly warnings: () => readonly string[];
  /** The built client; pages answer 404 when nothing is there. */
  readonly clientFolder: string;
}

/** Bytes of answers kept in memory. */
const CACHE_BYTES = 96_000_000;
const REQUEST_ID = /^[\w-]{8,64}$/;

export const createApp = async (parts: AppParts): Promise<{ app: Express; close: () => void }> => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  const metrics = createMetrics();
  app.use(
    pinoHttp({
      logger: parts.log,
      genReqId: (request, response) => {
        const given = request.headers['x-request-id'];
        const id = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
        response.setHeader('X-Request-Id', id);
        return id;
      },
      // What people search for is nobody's business: the address is logged without its query.
      serializers: {
        req: (request) => ({ id: request.id, method: request.method, path: String(request.url).split('?')[0] }),
        res: (response) => ({ status: response.statusCode }),
      },
      customLogLevel: (_request, response, error) =>
        error !== undefined || response.statusCode >= 500 ? 'error' : 'info',
    }),
  );
  app.use(metrics.observe);
  app.use(...securityMiddleware(parts.config));
  app.use(healthRouter(parts));
  app.use(metrics.router);
  app.use(docsRouter(parts.version));
  app.use(queriesRouter(parts));
  app.use(viewsRouter(parts.views));
  app.use(await clientRouter(parts.clientFolder));
  app.use('/api', readyDoor(parts.database));
  app.use(readingRouter(parts.library, createAnswerCache(CACHE_BYTES)));
  app.use(exportRouter(parts.library));
  app.use(cypherRouter(parts));
  app.use(importsRouter(parts.imports));
  app.use((_request, _response, next) => next(new FamaiError('NOT_FOUND', '没有这个地址。 / No such address.')));
  app.use(errorHandler);
  return { app, close: metrics.close };
};

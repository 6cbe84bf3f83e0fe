/** POST /api/cypher, DELETE /api/cypher/:queryId, GET /api/cypher/schema. */

import { Router } from 'express';
import { CypherRequest } from '#model/wire/console.ts';
import { ROUTES } from '#model/wire/routes.ts';
import type { CypherConsole } from '#server/console/console.ts';
import { validated } from './security/validated.ts';

export interface CypherDeps {
  readonly console: CypherConsole;
}

/** Mount at the root: the paths are those of the route table. */
export function cypherRouter(deps: CypherDeps): Router {
  const router = Router();
  router.get(ROUTES.cypherSchema.path, async (_request, response) => {
    response.json(await deps.console.schema());
  });
  router.post(ROUTES.cypher.path, async (request, response) => {
    const body = validated(CypherRequest, request.body);
    const hangUp = new AbortController();
    response.once('close', () => hangUp.abort());
    const json = await deps.console.run(body, { client: request.ip ?? 'local', signal: hangUp.signal });
    if (!hangUp.signal.aborted)
      response.type('application/json').send(Buffer.from(json.buffer, json.byteOffset, json.byteLength));
  });
  router.delete(ROUTES.cypherStop.path, async (request, response) => {
    const { queryId } = validated(ROUTES.cypherStop.params, request.params);
    response.json({ stopped: await deps.console.stop(queryId) });
  });
  return router;
}

/** GET /api/queries: the saved queries that come with the product. */

import { Router } from 'express';
import type { SavedQuery } from '#model/wire/console.ts';
import { ROUTES } from '#model/wire/routes.ts';

export interface QueriesDeps {
  /** Loaded once at start by `loadSavedQueries` of server/console/saved-queries.ts. */
  readonly queries: readonly SavedQuery[];
}

export function queriesRouter(deps: QueriesDeps): Router {
  const router = Router();
  router.get(ROUTES.queries.path, (_request, response) => {
    response.json({ items: deps.queries });
  });
  return router;
}

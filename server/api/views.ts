/** Saved views: list, one, save, delete. */
import { Router } from 'express';
import { SavedViewInput } from '#model/wire/console.ts';
import { ROUTES } from '#model/wire/routes.ts';
import type { SavedViews } from '#server/services/saved-views.ts';
import { validated } from './security/validated.ts';

export const viewsRouter = (views: SavedViews): Router => {
  const router = Router();
  router.get(ROUTES.views.path, async (_request, response) => {
    response.json({ items: await views.list() });
  });
  router.get(ROUTES.view.path, async (request, response) => {
    response.json(await views.get(validated(ROUTES.view.params, request.params).id));
  });
  router.post(ROUTES.saveView.path, async (request, response) => {
    response.json(await views.save(validated(SavedViewInput, request.body)));
  });
  router.delete(ROUTES.deleteView.path, async (request, response) => {
    response.json(await views.remove(validated(ROUTES.deleteView.params, request.params).id));
  });
  return router;
};

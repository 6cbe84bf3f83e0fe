/** `/api/openapi.json` and the page that shows it: plain HTML without a script, so the strict policy holds for it too. */
import { Router } from 'express';
import { DOCS_CSS, docsPage } from './docs-page.ts';
import { openApiDocument } from './openapi.ts';

export const docsRouter = (version: string): Router => {
  const document = openApiDocument(version);
  const page = docsPage(document);
  const router = Router();
  router.get('/api/openapi.json', (_request, response) => {
    response.json(document);
  });
  router.get('/api/docs', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/api/docs.css', (_request, response) => {
    response.type('css').send(DOCS_CSS);
  });
  return router;
};

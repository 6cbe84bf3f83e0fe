/** The routes that read the graph, mounted from the one list of routes. */
import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { ROUTES } from '#model/wire/routes.ts';
import type { Library } from '#server/services/library.ts';
import type { AnswerCache } from './answer.ts';
import { validated } from './security/validated.ts';

interface ReadingRoute<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType> {
  readonly path: string;
  readonly params: P;
  readonly query: Q;
  readonly response: R;
}

/** Validates, and answers from the cache when nothing was written since the same address was answered. */
export const readingRouter = (library: Library, cache: AnswerCache): Router => {
  const router = Router();
  const answer = <P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
    route: ReadingRoute<P, Q, R>,
    make: (asked: { readonly params: z.output<P>; readonly query: z.output<Q> }) => Promise<z.output<R>>,
  ): void => {
    router.get(route.path, async (request: Request, response: Response) => {
      const params = validated(route.params, request.params);
      const query = validated(route.query, request.query);
      const revision = await library.revision.current();
      await cache.answer(request, response, revision, () => make({ params, query }));
    });
  };

  const { laws, citations, documents, duties, graph, search, stats } = library;
  answer(ROUTES.stats, () => stats());
  answer(ROUTES.graph, ({ query }) => graph.view(query));
  answer(ROUTES.node, ({ params }) => graph.node(params.id));
  answer(ROUTES.neighbours, ({ params, query }) => graph.neighbours(params.id, query));
  answer(ROUTES.paths, ({ query }) => graph.paths(query.from, query.to, query.limit));
  answer(ROUTES.laws, ({ query }) => laws.page(query, query));
  answer(ROUTES.law, ({ params }) => laws.detail(params.id));
  answer(ROUTES.lawCitedBy, ({ params, query }) => citations.citedBy('law', params.id, query, query));
  answer(ROUTES.lawCites, ({ params, query }) => citations.cites('law', params.id, query));
  answer(ROUTES.provisionCitedBy, ({ params, query }) => citations.citedBy('provision', params.id, query, query));
  answer(ROUTES.provisionCites, ({ params, query }) => citations.cites('provision', params.id, query));
  answer(ROUTES.documents, ({ query }) => documents.page(query.q, query));
  answer(ROUTES.document, ({ params }) => documents.read(params.id));
  answer(ROUTES.search, ({ query }) => search(query.q, query.limit, query.group));
  answer(ROUTES.duties, ({ query }) => duties.page(query, query));
  answer(ROUTES.dutyMatrix, ({ query }) => duties.matrix(query, query.limit));
  return router;
};

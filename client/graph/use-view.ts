/** What a view draws at first: the server's answer for the view, or a saved view with its places. */
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { routeQuery } from '#client/api/queries.ts';
import { createCanvas } from '#client/state/canvas/reducer.ts';
import type { CanvasState, GraphPart, LayoutName } from '#client/state/canvas/types.ts';
import type { ShownQuery } from '#model/wire/common.ts';
import type { RouteQuery } from '#model/wire/routes.ts';
import { nodesAndBetween } from './between.ts';

export type ViewRequest = Pick<RouteQuery<'graph'>, 'view' | 'id' | 'ids' | 'limit'>;

export type LoadedView = {
  readonly canvas: CanvasState;
  /** How many nodes the view has in the store. */
  readonly total: number;
  readonly query: ShownQuery;
  /** Node the view is about, when it is about one. */
  readonly centre: string | null;
};

/** Lanes tell the document's story best; a law and its citing provisions stand in rings; networks find their own form. */
export const firstLayout = (request: ViewRequest, part: GraphPart): LayoutName => {
  if (part.nodes.length > 400) return 'force';
  if (request.view === 'document') return part.nodes.some(({ label }) => label === 'Function') ? 'lanes' : 'force';
  return 'force';
};

const loadSaved = async (client: QueryClient, id: string, layout: LayoutName | null): Promise<LoadedView> => {
  const saved = await client.fetchQuery(routeQuery('view', { params: { id } }));
  const answer = await nodesAndBetween(
    client,
    saved.nodes.map((node) => node.id),
  );
  const positions = new Map(saved.nodes.map(({ id: nodeId, x, y }) => [nodeId, { x, y }]));
  const pinned = new Set(saved.nodes.filter((node) => node.pinned).map((node) => node.id));
  const canvas = createCanvas(answer, layout ?? 'force', { positions, pinned });
  return { canvas, total: answer.nodes.length, query: answer.query, centre: null };
};

const loadView = async (client: QueryClient, request: ViewRequest, layout: LayoutName | null): Promise<LoadedView> => {
  const answer = await client.fetchQuery(routeQuery('graph', { query: request }));
  return {
    canvas: createCanvas(answer, layout ?? firstLayout(request, answer)),
    total: answer.total,
    query: answer.query,
    centre: request.id ?? null,
  };
};

/** `saved` is the id in the address's `view=`; it wins over the request. */
export const useView = (request: ViewRequest | null, saved: string | null, layout: LayoutName | null) => {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['canvas', request, saved, layout],
    enabled: request !== null || saved !== null,
    queryFn: () =>
      saved === null ? loadView(client, request ?? { view: 'overview' }, layout) : loadSaved(client, saved, layout),
  });
};

/**
 * Relationships out of whatever the page has already fetched: the graph, an expansion, a path.
 * The graph and the panels share one cache, so what is drawn can always be explained.
 */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { EdgeDto, GraphDto, NodeDto } from '#model/wire/common.ts';
import type { Selection } from './selection.tsx';

export interface KnownEdge {
  readonly edge: EdgeDto;
  readonly from: NodeDto | undefined;
  readonly to: NodeDto | undefined;
}

type Piece = Pick<GraphDto, 'nodes' | 'edges'>;

const piecesIn = (client: QueryClient): Piece[] =>
  ['graph', 'neighbours', 'paths'].flatMap((name) =>
    client.getQueriesData<Piece>({ queryKey: [name] }).flatMap(([, data]) => (data?.edges === undefined ? [] : [data])),
  );

/** The relationships a selection stands for: itself, or those at the selected node, each once. */
export const edgesOf = (pieces: readonly Piece[], selection: Selection): KnownEdge[] => {
  if (selection === null) return [];
  const nodes = new Map(pieces.flatMap((piece) => piece.nodes.map((node) => [node.id, node])));
  const wanted = (edge: EdgeDto): boolean =>
    selection.kind === 'edge' ? edge.id === selection.id : edge.from === selection.id || edge.to === selection.id;
  const found = new Map(pieces.flatMap((piece) => piece.edges.filter(wanted).map((edge) => [edge.id, edge])));
  return [...found.values()].map((edge) => ({ edge, from: nodes.get(edge.from), to: nodes.get(edge.to) }));
};

/** Kept up to date while answers arrive. */
export const useKnownEdges = (selection: Selection): KnownEdge[] => {
  const client = useQueryClient();
  const subscribe = useCallback((notify: () => void) => client.getQueryCache().subscribe(notify), [client]);
  useSyncExternalStore(subscribe, () => newestOf(client));
  return selection === null ? [] : edgesOf(piecesIn(client), selection);
};

/** When the newest answer came: changes exactly when there may be something new to find. */
const newestOf = (client: QueryClient): number =>
  client
    .getQueryCache()
    .getAll()
    .reduce((latest, query) => Math.max(latest, query.state.dataUpdatedAt), 0);

/** Relationships of one kind that start at one place and rest on one sentence: shown once, with all they lead to. */
export const bySentence = (edges: readonly KnownEdge[]): (readonly [KnownEdge, ...KnownEdge[]])[] => {
  const groups = new Map<string, [KnownEdge, ...KnownEdge[]]>();
  for (const known of edges) {
    const { edge } = known;
    const { documentId, start, end } = edge.evidence ?? { documentId: edge.id, start: 0, end: 0 };
    const key = `${edge.type} ${edge.from} ${documentId} ${start} ${end}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [known]);
    else group.push(known);
  }
  return [...groups.values()];
};

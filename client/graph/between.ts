/** The nodes named and every relationship between them, however many: the address of one request holds only so many ids. */
import type { QueryClient } from '@tanstack/react-query';
import { routeQuery } from '#client/api/queries.ts';
import type { EdgeDto, NodeDto, ShownQuery } from '#model/wire/common.ts';

/** Encoded characters of ids in one request; Node's HTTP server refuses a head beyond 16 kB. */
const ADDRESS_CHARS = 5500;

/** Ids in groups whose encoded length fits half an address. */
export const chunkIds = (ids: readonly string[], chars = ADDRESS_CHARS): string[][] => {
  const chunks: string[][] = [];
  let chunk: string[] = [];
  let length = 0;
  for (const id of ids) {
    const size = encodeURIComponent(id).length + 3;
    if (chunk.length > 0 && length + size > chars) {
      chunks.push(chunk);
      chunk = [];
      length = 0;
    }
    chunk.push(id);
    length += size;
  }
  return chunk.length === 0 ? chunks : [...chunks, chunk];
};

/** Every pair of groups once, so that a relationship between any two nodes is found. */
const pairsOf = (chunks: readonly string[][]): string[][] => {
  const [only] = chunks;
  if (chunks.length <= 1) return only ? [only] : [];
  return chunks.flatMap((chunk, index) => chunks.slice(index + 1).map((other) => [...chunk, ...other]));
};

export const nodesAndBetween = async (
  client: QueryClient,
  ids: readonly string[],
): Promise<{ nodes: NodeDto[]; edges: EdgeDto[]; query: ShownQuery }> => {
  const nodes = new Map<string, NodeDto>();
  const edges = new Map<string, EdgeDto>();
  let query: ShownQuery = { text: '', params: {} };
  for (const group of pairsOf(chunkIds(ids))) {
    const request = { view: 'nodes' as const, ids: group.join('\n'), limit: Math.min(5000, group.length) };
    const answer = await client.fetchQuery(routeQuery('graph', { query: request }));
    query = answer.query;
    for (const node of answer.nodes) nodes.set(node.id, node);
    for (const edge of answer.edges) edges.set(edge.id, edge);
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], query };
};

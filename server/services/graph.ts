/** Pieces of the graph for the canvas: views, expansions, shortest paths, one node. */

import type { NodeLabel } from '#model/entities.ts';
import { FamaiError } from '#model/errors.ts';
import { RELATION_RULES, type RelationType } from '#model/relations.ts';
import type { EdgeDto, GraphDto, NodeDto, ShownQuery } from '#model/wire/common.ts';
import type { NeighboursDto, NodeDetail, PathsDto } from '#model/wire/explore.ts';
import * as queries from '#server/store/queries/graph.ts';
import { toShown } from '#server/store/queries/shown.ts';
import * as views from '#server/store/queries/views.ts';
import type { QueryTemplate, Reader } from '#server/store/read.ts';
import { nextBySkip, skipOf } from './paging.ts';
import { labelOf, toEdgeDto, toNodeDto, toRef, toRelationType } from './stored.ts';

const notFound = (): FamaiError => new FamaiError('NOT_FOUND', '图中没有这个节点。 / No such node in the graph.');
const LEGEND = Object.keys(RELATION_RULES);
/** A canvas of more nodes than this cannot be read. */
const MAX_NODES = 5000;

const unique = <T extends { readonly id: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
];

export interface GraphRequest {
  readonly view: 'overview' | 'document' | 'law' | 'node' | 'nodes';
  readonly id?: string | undefined;
  readonly ids?: string | undefined;
  readonly limit: number;
}

type ViewQuery = QueryTemplate<{ id: string; limit: number }, { node: NodeRow['node']; degree: number; total: number }>;
type NodeRow = { readonly node: Parameters<typeof toRef>[0]; readonly degree: number };

export const createGraph = (reader: Reader) => {
  const edgesAmong = async (nodes: readonly NodeDto[]): Promise<EdgeDto[]> => {
    const rows = await reader.run(queries.edgesAmong, { ids: nodes.map((node) => node.id) });
    return unique(rows.map(toEdgeDto));
  };

  const locate = async (id: string): Promise<NodeDto> => {
    const row = await reader.first(queries.nodesByIds, { ids: [id] });
    if (row === null) throw notFound();
    return toNodeDto(row.node, row.degree);
  };

  const centred = async (query: ViewQuery, id: string, limit: number): Promise<GraphDto> => {
    const rows = await reader.run(query, { id, limit });
    if (rows.length === 0) throw notFound();
    const nodes = rows.map((row) => toNodeDto(row.node, row.degree));
    const total = rows[0]?.total ?? nodes.length;
    return {
      nodes,
      edges: await edgesAmong(nodes),
      total,
      truncated: nodes.length < total,
      query: toShown(query, { id, limit }),
    };
  };

  const overview = async (limit: number): Promise<GraphDto> => {
    const rows = await reader.run(views.overview, { limit });
    const nodes = unique(rows.flatMap((row) => [toNodeDto(row.from, row.fromDegree), toNodeDto(row.to, row.toDegree)]));
    const edges = rows.map((row): EdgeDto => {
      const [from, to] = [toRef(row.from).id, toRef(row.to).id];
      return {
        id: `${row.type} ${from} ${to}`,
        type: row.type,
        from,
        to,
        evidence: null,
        citation: null,
        count: row.count,
      };
    });
    const total = rows[0]?.total ?? 0;
    return { nodes, edges, total, truncated: nodes.length < total, query: toShown(views.overview, { limit }) };
  };

  /** These nodes and every relationship among them (补全关系). */
  const together = async (ids: readonly string[]): Promise<GraphDto> => {
    const rows = await reader.run(queries.nodesByIds, { ids: [...ids] });
    const nodes = unique(rows.map((row) => toNodeDto(row.node, row.degree)));
    return {
      nodes,
      edges: await edgesAmong(nodes),
      total: nodes.length,
      truncated: false,
      query: toShown(queries.nodesByIds, { ids: [...ids] }),
    };
  };

  const view = (request: GraphRequest): Promise<GraphDto> => {
    if (request.view === 'overview') return overview(request.limit);
    if (request.view === 'nodes') {
      const ids = [...new Set((request.ids ?? '').split('\n').filter((id) => id !== ''))];
      if (ids.length > MAX_NODES)
        throw new FamaiError('TOO_LARGE', `一次最多 ${MAX_NODES} 个节点。 / At most ${MAX_NODES} nodes.`);
      return together(ids);
    }
    if (request.id === undefined) {
      throw new FamaiError('BAD_REQUEST', '这个视图需要 id。 / This view needs an id.');
    }
    if (request.view === 'document') return centred(views.documentView, request.id, request.limit);
    if (request.view === 'law') return centred(views.lawView, request.id, request.limit);
    return centred(views.nodeView, request.id, request.limit);
  };

  const node = async (id: string): Promise<NodeDetail> => {
    const [found, trail, counts] = await Promise.all([
      locate(id),
      reader.run(queries.ancestors, { id }),
      reader.run(queries.neighbourCounts, { id }),
    ]);
    return {
      node: found,
      ancestors: trail.map((row) => toRef(row.node)),
      counts: counts
        .map(({ type, direction, label, count }) => ({
          type: toRelationType(type),
          direction,
          label: labelOf({ labels: [label], properties: {} }),
          count,
        }))
        .sort((a, b) => LEGEND.indexOf(a.type) - LEGEND.indexOf(b.type)),
      query: toShown(queries.neighbourCounts, { id }),
    };
  };

  const neighbours = async (
    id: string,
    how: {
      readonly type?: RelationType | undefined;
      readonly direction: 'out' | 'in' | 'both';
      readonly label?: NodeLabel | undefined;
      readonly limit: number;
      readonly cursor?: string | undefined;
    },
  ): Promise<NeighboursDto> => {
    const centre = await locate(id);
    const shape = { label: centre.label, type: how.type, direction: how.direction, otherLabel: how.label };
    const params = { id, skip: skipOf(how.cursor), limit: how.limit };
    const query = queries.expansion(shape);
    const [rows, count] = await Promise.all([
      reader.run(query, params),
      reader.first(queries.expansionTotal(shape), { id }),
    ]);
    const total = count?.total ?? 0;
    return {
      nodes: unique([centre, ...rows.map((row) => toNodeDto(row.node, row.degree))]),
      edges: unique(rows.flatMap((row) => row.relations.map(toEdgeDto))),
      total,
      truncated: params.skip + rows.length < total,
      cursor: nextBySkip(params.skip, rows.length, total),
      query: toShown(query, params),
    };
  };

  const joined = async (
    ids: readonly string[],
    query: ShownQuery,
    paths: string[][],
    found: number,
  ): Promise<PathsDto> => {
    const rows = await reader.run(queries.nodesByIds, { ids: [...new Set(ids)] });
    const nodes = rows.map((row) => toNodeDto(row.node, row.degree));
    const steps = new Set(paths.flatMap((path) => path.slice(1).map((id, at) => pairKey(path[at] ?? '', id))));
    const edges = (await edgesAmong(nodes)).filter((edge) => steps.has(pairKey(edge.from, edge.to)));
    const length = paths[0] === undefined ? null : paths[0].length - 1;
    return { nodes, edges, total: found, truncated: found > paths.length, query, paths, length };
  };

  const paths = async (from: string, to: string, limit: number): Promise<PathsDto> => {
    const [a, b] = await Promise.all([locate(from), locate(to)]);
    const query = queries.shortestPaths(a.label, b.label);
    const params = { from, to, limit };
    if (from === to) return joined([from], toShown(query, params), [[from]], 1);
    const rows = await reader.run(query, params);
    const found = rows.map((row) => row.nodes.map((one) => toRef(one).id));
    const ids = found.length === 0 ? [from, to] : found.flat();
    return joined(ids, toShown(query, params), found, rows[0]?.found ?? 0);
  };

  return { view, node, neighbours, paths };
};

const pairKey = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);

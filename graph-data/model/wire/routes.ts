/** Every HTTP route once: the server mounts it, the client calls it, /api/openapi.json is printed from it. */
import { z } from 'zod';
import { GraphDto, PageQuery } from './common.ts';
import {
  CypherRequest,
  CypherResponse,
  CypherSchema,
  ImportJob,
  SavedQuery,
  SavedView,
  SavedViewInput,
} from './console.ts';
import { DocumentDto, DocumentsPage, DocumentsQuery } from './documents.ts';
import {
  DutiesPage,
  DutiesQuery,
  GraphQuery,
  Health,
  MatrixDto,
  MatrixQuery,
  NeighboursDto,
  NeighboursQuery,
  NodeDetail,
  PathsDto,
  PathsQuery,
  SearchDto,
  SearchQuery,
  Stats,
} from './explore.ts';
import { CitedByPage, CitedByQuery, CitesPage, LawDetail, LawsPage, LawsQuery } from './laws.ts';

const none = z.object({});
const byId = z.object({ id: z.string().min(1).max(1000) });

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Express path; `:id` is one URL-encoded segment. */
  path: string;
  summary: string;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType | null;
  response: z.ZodType;
};
const get = <P extends z.ZodObject, Q extends z.ZodObject, R extends z.ZodType>(
  path: string,
  summary: string,
  params: P,
  query: Q,
  response: R,
) => ({ method: 'GET' as const, path, summary, params, query, body: null, response });

export const ROUTES = {
  health: get('/api/health', '存活与就绪', none, none, Health),
  stats: get('/api/stats', '节点与关系的数量', none, none, Stats),
  graph: get('/api/graph', '一个视图的图谱', none, GraphQuery, GraphDto),
  node: get('/api/nodes/:id', '一个节点', byId, none, NodeDetail),
  neighbours: get('/api/nodes/:id/neighbours', '展开一个节点', byId, NeighboursQuery, NeighboursDto),
  laws: get('/api/laws', '法律文件目录', none, LawsQuery, LawsPage),
  law: get('/api/laws/:id', '一部法律文件', byId, none, LawDetail),
  lawCitedBy: get('/api/laws/:id/cited-by', '引用本法的条文', byId, CitedByQuery, CitedByPage),
  lawCites: get('/api/laws/:id/cites', '本法引用的', byId, PageQuery, CitesPage),
  provisionCitedBy: get('/api/provisions/:id/cited-by', '引用本条的条文', byId, CitedByQuery, CitedByPage),
  provisionCites: get('/api/provisions/:id/cites', '本条引用的', byId, PageQuery, CitesPage),
  documents: get('/api/documents', '文档目录', none, DocumentsQuery, DocumentsPage),
  document: get('/api/documents/:id', '阅读一份文档', byId, none, DocumentDto),
  search: get('/api/search', '搜索', none, SearchQuery, SearchDto),
  paths: get('/api/paths', '两个节点之间的全部最短路径', none, PathsQuery, PathsDto),
  duties: get('/api/duties', '职责清单', none, DutiesQuery, DutiesPage),
  dutyMatrix: get('/api/duties/matrix', '职责矩阵', none, MatrixQuery, MatrixDto),
  cypher: {
    method: 'POST' as const,
    path: '/api/cypher',
    summary: '只读 Cypher 查询',
    params: none,
    query: none,
    body: CypherRequest,
    response: CypherResponse,
  },
  cypherStop: {
    method: 'DELETE' as const,
    path: '/api/cypher/:queryId',
    summary: '停止一个查询',
    params: z.object({ queryId: z.string().regex(/^[\w-]{1,64}$/) }),
    query: none,
    body: null,
    response: z.object({ stopped: z.boolean() }),
  },
  cypherSchema: get('/api/cypher/schema', '图的结构', none, none, CypherSchema),
  queries: get('/api/queries', '收藏的查询', none, none, z.object({ items: z.array(SavedQuery) })),
  views: get('/api/views', '保存的视图', none, none, z.object({ items: z.array(SavedView) })),
  view: get('/api/views/:id', '一个保存的视图', byId, none, SavedView),
  saveView: {
    method: 'POST' as const,
    path: '/api/views',
    summary: '保存视图',
    params: none,
    query: none,
    body: SavedViewInput,
    response: SavedView,
  },
  deleteView: {
    method: 'DELETE' as const,
    path: '/api/views/:id',
    summary: '删除视图',
    params: byId,
    query: none,
    body: null,
    response: z.object({ deleted: z.boolean() }),
  },
  importJob: get('/api/imports/:id', '导入的进度与报告', byId, none, ImportJob),
} satisfies Record<string, Route>;

/** Multipart, so it stands outside the JSON table: `POST /api/imports`, field `file`, repeated. Answers an ImportJob. */
export const IMPORT_PATH = '/api/imports';
/** `GET /api/export?format=gexf|graphml|json|csv&…`, a file. */
export const EXPORT_PATH = '/api/export';
export const ExportQuery = GraphQuery.extend({
  format: z.enum(['gexf', 'graphml', 'json', 'csv-nodes', 'csv-edges']),
  name: z.string().max(100).optional(),
});

export type RouteName = keyof typeof ROUTES;
export type RouteParams<N extends RouteName> = z.input<(typeof ROUTES)[N]['params']>;
export type RouteQuery<N extends RouteName> = z.input<(typeof ROUTES)[N]['query']>;
export type RouteResponse<N extends RouteName> = z.output<(typeof ROUTES)[N]['response']>;

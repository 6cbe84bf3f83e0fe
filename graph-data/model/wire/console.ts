/** The Cypher console's requests and answers, saved queries, saved views and imports. */
import { z } from 'zod';
import { Json, NodeRef } from './common.ts';

export const CONSOLE_LIMITS = {
  queryChars: 20_000,
  rows: 1000,
  rowsMax: 10_000,
  bytes: 5_000_000,
  timeoutMs: 5000,
} as const;

export const CypherRequest = z.object({
  query: z.string(),
  params: z.record(z.string(), Json).optional(),
  /** Rows at most. */
  limit: z.int().min(1).max(CONSOLE_LIMITS.rowsMax).optional(),
  timeoutMs: z.int().min(100).max(CONSOLE_LIMITS.timeoutMs).optional(),
  /** Chosen by the client, to stop the query by. */
  queryId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  /** `explain` plans only, `profile` runs and counts db hits. */
  mode: z.enum(['run', 'explain', 'profile']).optional(),
});
export type CypherRequest = z.infer<typeof CypherRequest>;

/** Graph values are tagged so that a table, a graph and JSON can show them. Integers beyond 2^53 come as strings. */
export const CypherNode = z.object({
  $type: z.literal('node'),
  id: z.string(),
  labels: z.array(z.string()),
  properties: z.record(z.string(), Json),
});
export const CypherRelationship = z.object({
  $type: z.literal('relationship'),
  id: z.string(),
  type: z.string(),
  from: z.string(),
  to: z.string(),
  properties: z.record(z.string(), Json),
});
export const CypherPath = z.object({
  $type: z.literal('path'),
  nodes: z.array(CypherNode),
  relationships: z.array(CypherRelationship),
});
export type CypherNode = z.infer<typeof CypherNode>;
export type CypherRelationship = z.infer<typeof CypherRelationship>;

export const PlanNode: z.ZodType<PlanNodeShape> = z.lazy(() =>
  z.object({
    operator: z.string(),
    details: z.string(),
    identifiers: z.array(z.string()),
    rows: z.number().nullable(),
    estimatedRows: z.number().nullable(),
    dbHits: z.number().nullable(),
    children: z.array(PlanNode),
  }),
);
export type PlanNodeShape = {
  operator: string;
  details: string;
  identifiers: string[];
  rows: number | null;
  estimatedRows: number | null;
  dbHits: number | null;
  children: PlanNodeShape[];
};

export const CypherResponse = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(Json)),
  truncated: z.boolean(),
  /** Which limit cut the answer. */
  truncatedBy: z.enum(['rows', 'bytes', 'cell', 'columns']).nullable(),
  stats: z.object({
    rows: z.int(),
    ms: z.number(),
    queryType: z.string(),
    notifications: z.array(
      z.object({ severity: z.string(), message: z.string(), line: z.int().nullable(), column: z.int().nullable() }),
    ),
  }),
  plan: PlanNode.nullable(),
});
export type CypherResponse = z.infer<typeof CypherResponse>;

export const CypherSchema = z.object({
  labels: z.array(z.object({ name: z.string(), count: z.int(), properties: z.array(z.string()) })),
  relationshipTypes: z.array(
    z.object({
      name: z.string(),
      count: z.int(),
      properties: z.array(z.string()),
      pairs: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
  ),
  propertyKeys: z.array(z.string()),
  procedures: z.array(z.string()),
});
export type CypherSchema = z.infer<typeof CypherSchema>;

export const SavedQuery = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  description: z.string(),
  query: z.string(),
  params: z.record(z.string(), Json),
  tags: z.array(z.string()),
});
export type SavedQuery = z.infer<typeof SavedQuery>;

/** A canvas kept on the server: which nodes, where, and the address that shows it. */
export const SavedViewInput = z.object({
  name: z.string().min(1).max(200),
  /** Path and query of the page, `/document/…?…`. */
  url: z.string().startsWith('/').max(8000),
  nodes: z.array(z.object({ id: z.string().max(1000), x: z.number(), y: z.number(), pinned: z.boolean() })).max(10_000),
});
export const SavedView = SavedViewInput.extend({ id: z.string(), createdAt: z.string() });
export type SavedView = z.infer<typeof SavedView>;

export const ImportFileReport = z.object({
  path: z.string(),
  outcome: z.enum(['imported', 'unchanged', 'replaced', 'duplicate', 'failed', 'removed']),
  documents: z.array(NodeRef),
  /** One clear line for a person, for a failed file. */
  message: z.string().nullable(),
  findings: z.int().nonnegative(),
});
export const ImportReport = z.object({
  files: z.array(ImportFileReport),
  nodes: z.record(z.string(), z.int()),
  relationships: z.record(z.string(), z.int()),
  reasons: z.record(z.string(), z.int()),
  ms: z.number(),
});
export type ImportFileReport = z.infer<typeof ImportFileReport>;
export type ImportReport = z.infer<typeof ImportReport>;
export const ImportJob = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.int(),
  total: z.int(),
  report: ImportReport.nullable(),
  message: z.string().nullable(),
});
export type ImportJob = z.infer<typeof ImportJob>;

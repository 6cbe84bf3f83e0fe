/** Shapes every HTTP answer is made of. */
import { z } from 'zod';
import { NodeLabel } from '../entities.ts';
import { ERROR_CODES } from '../errors.ts';
import { CitationDetail, Evidence, RelationType } from '../relations.ts';

const CODES = Object.keys(ERROR_CODES) as (keyof typeof ERROR_CODES)[];
export const ErrorBody = z.object({
  error: z.object({
    code: z.enum(CODES),
    message: z.string(),
    position: z.object({ line: z.int(), column: z.int(), offset: z.int() }).optional(),
  }),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

export const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export const Json: z.ZodType<JsonValue> = z.lazy(() => z.union([Scalar, z.array(Json), z.record(z.string(), Json)]));
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** The Cypher behind an answer (显示查询). Running it gives the same ids. */
export const ShownQuery = z.object({ text: z.string(), params: z.record(z.string(), Json) });
export type ShownQuery = z.infer<typeof ShownQuery>;

export const NodeRef = z.object({ id: z.string(), label: NodeLabel, name: z.string() });
export type NodeRef = z.infer<typeof NodeRef>;

/** A node as lists and the canvas need it; long texts are left out. `degree` counts all its relationships in the store. */
export const NodeDto = NodeRef.extend({
  degree: z.int().nonnegative(),
  properties: z.record(z.string(), z.union([Scalar, z.array(Scalar)])),
});
export type NodeDto = z.infer<typeof NodeDto>;

export const EdgeDto = z.object({
  id: z.string(),
  type: RelationType,
  from: z.string(),
  to: z.string(),
  evidence: Evidence.nullable(),
  citation: CitationDetail.nullable(),
  /** Overview only: how many relationships of the store this one stands for. */
  count: z.int().positive().optional(),
});
export type EdgeDto = z.infer<typeof EdgeDto>;

/** A piece of the graph. `total` is how many nodes the question has in the store; `nodes` may be fewer (“20 of 311”). */
export const GraphDto = z.object({
  nodes: z.array(NodeDto),
  edges: z.array(EdgeDto),
  total: z.int().nonnegative(),
  truncated: z.boolean(),
  query: ShownQuery,
});
export type GraphDto = z.infer<typeof GraphDto>;

/** Query-string paging, the same on every list. `cursor` is opaque. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(200).optional(),
});

/** A page of `item`. `total` counts the whole list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.int().nonnegative(),
    cursor: z.string().nullable(),
    query: ShownQuery,
  });
export type Page<T> = { items: T[]; total: number; cursor: string | null; query: ShownQuery };

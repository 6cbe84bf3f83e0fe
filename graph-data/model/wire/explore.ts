/** Answers for search, graph, neighbours, paths, duties, statistics and health. */
import { z } from 'zod';
import { Modality, NodeLabel, Rank } from '../entities.ts';
import { Evidence, RelationType } from '../relations.ts';
import { GraphDto, NodeDto, NodeRef, PageQuery, pageOf, ShownQuery } from './common.ts';
import { LawRow } from './laws.ts';

export const Health = z.object({
  status: z.enum(['ok', 'degraded']),
  live: z.literal(true),
  ready: z.boolean(),
  version: z.string(),
  database: z.object({
    state: z.enum(['starting', 'ready', 'restarting', 'unreachable', 'stopped']),
    managed: z.boolean(),
    /** For a person: what is wrong and what happens next. */
    message: z.string().nullable(),
    /** Settings that guard the console and are missing (external database). */
    warnings: z.array(z.string()),
  }),
});
export type Health = z.infer<typeof Health>;

export const Stats = z.object({
  nodes: z.partialRecord(NodeLabel, z.int()),
  relationships: z.partialRecord(RelationType, z.int()),
  reasons: z.record(z.string(), z.int()),
  mostCitedLaws: z.array(LawRow),
  mostCitedProvisions: z.array(NodeRef.extend({ citedBy: z.int(), lawId: z.string(), lawTitle: z.string() })),
  query: ShownQuery,
});
export type Stats = z.infer<typeof Stats>;

/** `overview`: the law-level citation network; `document`: one document with what it names; `law`: a law and what touches it; `node`: any node and its neighbours. */
export const GraphQuery = z.object({
  view: z.enum(['overview', 'document', 'law', 'node', 'nodes']).default('overview'),
  id: z.string().max(1000).optional(),
  /** For `nodes`: ids separated by a newline, as many as fit an address; answers these nodes and what joins them (补全关系). */
  ids: z.string().max(12_000).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(300),
});

export const NodeDetail = z.object({
  node: NodeDto,
  /** Where it stands: the document and provision it belongs to, outermost first. */
  ancestors: z.array(NodeRef),
  /** Counts before expanding. */
  counts: z.array(
    z.object({
      type: RelationType,
      direction: z.enum(['out', 'in']),
      label: NodeLabel,
      count: z.int().positive(),
    }),
  ),
  query: ShownQuery,
});
export type NodeDetail = z.infer<typeof NodeDetail>;

export const NeighboursQuery = PageQuery.extend({
  type: RelationType.optional(),
  direction: z.enum(['out', 'in', 'both']).default('both'),
  label: NodeLabel.optional(),
});
export const NeighboursDto = GraphDto.extend({ cursor: z.string().nullable() });
export type NeighboursDto = z.infer<typeof NeighboursDto>;

export const SEARCH_GROUPS = ['Law', 'Provision', 'Duty', 'Function', 'Organ', 'Document'] as const;
export const SearchQuery = z.object({
  q: z.string().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(50).default(6),
  group: z.enum(SEARCH_GROUPS).optional(),
});
export const SearchHit = NodeRef.extend({
  /** Document and place a click opens; null for laws, functions and organs, which have their own page. */
  documentId: z.string().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  snippet: z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) }),
  detail: z.string().nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;
export const SearchDto = z.object({
  q: z.string(),
  /** A citation string (网安法21条1款) goes straight to what it names. */
  direct: NodeRef.extend({
    documentId: z.string().nullable(),
    start: z.int().nullable(),
    end: z.int().nullable(),
  }).nullable(),
  groups: z.array(
    z.object({ group: z.enum(SEARCH_GROUPS), total: z.int(), items: z.array(SearchHit), query: ShownQuery }),
  ),
});
export type SearchDto = z.infer<typeof SearchDto>;

export const PathsQuery = z.object({
  from: z.string().min(1).max(1000),
  to: z.string().min(1).max(1000),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export const PathsDto = GraphDto.extend({
  /** All shortest ones, each a list of node ids from `from` to `to`; empty when nothing joins them. */
  paths: z.array(z.array(z.string())),
  length: z.int().nullable(),
});
export type PathsDto = z.infer<typeof PathsDto>;

export const DutyRow = z.object({
  id: z.string(),
  text: z.string(),
  modality: Modality,
  bearer: z.string().nullable(),
  bearers: z.array(NodeRef),
  functions: z.array(NodeRef),
  laws: z.array(NodeRef),
  aspects: z.array(NodeRef),
  document: z.object({ id: z.string(), title: z.string(), rank: Rank }),
  provision: z.object({ id: z.string(), name: z.string() }),
  evidence: Evidence,
});
export type DutyRow = z.infer<typeof DutyRow>;
export const DutyFilters = z.object({
  bearer: z.string().max(200).optional(),
  functionId: z.string().max(200).optional(),
  lawId: z.string().max(1000).optional(),
  documentId: z.string().max(1000).optional(),
  aspectId: z.string().max(200).optional(),
  modality: Modality.optional(),
  q: z.string().max(200).optional(),
});
export const DutiesQuery = PageQuery.extend(DutyFilters.shape);
export const DutiesPage = pageOf(DutyRow);
export type DutiesPage = z.infer<typeof DutiesPage>;
/** 职责矩阵: rows 主体, columns 情态. `null` bearer = the text names no actor. */
export const MatrixQuery = DutyFilters.omit({ modality: true }).extend({
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export const MatrixDto = z.object({
  rows: z.array(z.object({ bearer: z.string().nullable(), total: z.int(), cells: z.partialRecord(Modality, z.int()) })),
  total: z.int(),
  query: ShownQuery,
});
export type MatrixDto = z.infer<typeof MatrixDto>;

/**
 * Decides from EXPLAIN's plan whether a query only reads the graph. The plan names what will be done whatever the
 * spelling, comments or escapes of the text, so an operator that is not known to read is refused.
 */
import { FamaiError } from '#model/errors.ts';
import type { PlanNodeShape } from '#model/wire/console.ts';

/** Operators of Neo4j 5 and 2025+ that read, without their `(…)` variant: from the planner's own list, less everything that writes, lists or loads. */
const READING = new Set(
  `AllNodesScan NodeByLabelScan UnionNodeByLabelsScan IntersectionNodeByLabelsScan SubtractionNodeByLabelsScan
  NodeIndexSeek NodeUniqueIndexSeek NodeIndexSeekByRange NodeUniqueIndexSeekByRange MultiNodeIndexSeek NodeIndexScan
  NodeIndexContainsScan NodeIndexEndsWithScan NodeByIdSeek NodeByElementIdSeek NodeCountFromCountStore
  RelationshipCountFromCountStore
  Expand OptionalExpand VarLengthExpand BFSPruningVarLengthExpand ShortestPath StatefulShortestPath PathPropagatingBFS
  Repeat BidirectionalRepeat RepeatOptions NullifyMetadata ProjectEndpoints
  Apply SemiApply AntiSemiApply LetSemiApply LetAntiSemiApply SelectOrSemiApply SelectOrAntiSemiApply
  LetSelectOrSemiApply LetSelectOrAntiSemiApply RollUpApply ConditionalApply AntiConditionalApply Anti
  Argument ArgumentTracker AssertSameNode AssertSameRelationship CartesianProduct NodeHashJoin ValueHashJoin
  NodeLeftOuterHashJoin NodeRightOuterHashJoin TriadicSelection TriadicBuild TriadicFilter
  EagerAggregation OrderedAggregation Aggregation Distinct OrderedDistinct Eager Filter Projection CacheProperties
  RemoteBatchProperties RemoteBatchPropertiesWithFilter Limit ExhaustiveLimit Skip Sort PartialSort Top PartialTop
  Top1WithTies PartialTop1WithTies Optional OptionalApply Union OrderedUnion Unwind PartitionedUnwind PreserveOrder
  EmptyResult EmptyRow ProduceResults ProcedureCall ShowIndexes ShowConstraints
  NodeVectorIndexSearch RelationshipVectorIndexSearch`.split(/\s+/),
);
/** Families with many members: (Partitioned)(Un)Directed… scans and seeks of relationships and labels. */
const READING_FAMILY =
  /^(Partitioned)?((Und|D)irected(Relationship|UnionRelationship|AllRelationships)\w*(Scan|Seek|SeekByRange)|(AllNodes|Node|Union|Intersection|Subtraction)\w*Scan)$/;

export const ALLOWED_PROCEDURES = [
  'db.labels',
  'db.relationshipTypes',
  'db.propertyKeys',
  'db.schema.visualization',
  'db.schema.nodeTypeProperties',
  'db.schema.relTypeProperties',
  'db.index.fulltext.queryNodes',
  'db.index.fulltext.queryRelationships',
] as const;
const PROCEDURES: ReadonlySet<string> = new Set(ALLOWED_PROCEDURES);

/** @throws FamaiError QUERY_NOT_READ_ONLY naming what is not allowed. */
export function checkPlan(queryType: string, plan: PlanNodeShape): void {
  if (queryType !== 'r') throw refused('查询会写入或管理数据库', 'the query would write or administer');
  const open = [plan];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    checkOperator(node);
    open.push(...node.children);
  }
}

function checkOperator(node: PlanNodeShape): void {
  const name = node.operator.replace(/\(.*$/s, '');
  if (!READING.has(name) && !READING_FAMILY.test(name)) {
    throw refused(`不允许 ${name.slice(0, 60)}`, `${name.slice(0, 60)} is not allowed`);
  }
  if (name !== 'ProcedureCall') return;
  const procedure = node.details.split('(')[0]?.trim() ?? '';
  if (!PROCEDURES.has(procedure)) {
    throw refused(`不允许调用过程 ${procedure.slice(0, 100)}`, `the procedure is not allowed`);
  }
}

const refused = (zh: string, en: string) =>
  new FamaiError('QUERY_NOT_READ_ONLY', `只允许只读查询：${zh}。 / Only reading is allowed: ${en}.`);

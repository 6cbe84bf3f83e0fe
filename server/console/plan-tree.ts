/** The driver's plan or profile as the tree the console shows. */
import type { Plan, ProfiledPlan } from 'neo4j-driver';
import { isInt } from 'neo4j-driver';
import type { PlanNodeShape } from '#model/wire/console.ts';

const DETAIL_CHARS = 2000;

/** `Expand(All)@neo4j` becomes `Expand(All)`; rows and db hits are null unless profiled. */
export function planTree(plan: Plan | ProfiledPlan): PlanNodeShape {
  const profiled = 'dbHits' in plan;
  return {
    operator: plan.operatorType.replace(/@[^@]*$/, ''),
    details: String(plan.arguments['Details'] ?? '').slice(0, DETAIL_CHARS),
    identifiers: plan.identifiers.slice(0, 100),
    rows: profiled ? numeric(plan.rows) : null,
    estimatedRows: numeric(plan.arguments['EstimatedRows']),
    dbHits: profiled ? numeric(plan.dbHits) : null,
    children: plan.children.map(planTree),
  };
}

function numeric(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return isInt(value) ? value.toNumber() : null;
}

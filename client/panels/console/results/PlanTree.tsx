/** 执行计划: the operators as a tree, with rows and database hits when profiled. */
import { useTranslation } from 'react-i18next';
import type { PlanNodeShape } from '#model/wire/console.ts';

const hitsOf = (node: PlanNodeShape): number => Math.max(node.dbHits ?? 0, ...node.children.map(hitsOf));
const sumOf = (node: PlanNodeShape): number =>
  node.children.reduce((sum, child) => sum + sumOf(child), node.dbHits ?? 0);
const number = (value: number | null): string => (value === null ? '–' : Math.round(value).toLocaleString());

export const PlanTree = ({ plan }: { plan: PlanNodeShape }) => {
  const { t } = useTranslation('console');
  const most = hitsOf(plan);
  return (
    <section className="console-plan" aria-label={t('plan')}>
      <p className="muted">{plan.dbHits === null ? t('planNotRun') : t('planTotal', { hits: number(sumOf(plan)) })}</p>
      <ul>
        <PlanStep node={plan} most={most} />
      </ul>
    </section>
  );
};

const PlanStep = ({ node, most }: { node: PlanNodeShape; most: number }) => {
  const { t } = useTranslation('console');
  const profiled = node.dbHits !== null;
  return (
    <li>
      <div className="console-step">
        <strong>{node.operator}</strong>
        <span className="muted tabular">
          {profiled
            ? t('planProfiled', { rows: number(node.rows), hits: number(node.dbHits) })
            : t('planEstimated', { rows: number(node.estimatedRows) })}
        </span>
        {profiled && most > 0 ? (
          <meter className="console-hits" min={0} max={most} value={node.dbHits ?? 0} aria-label={t('dbHits')} />
        ) : null}
        {node.details === '' ? null : <code>{node.details}</code>}
      </div>
      {node.children.length === 0 ? null : (
        <ul>
          {[...node.children.entries()].map(([at, child]) => (
            <PlanStep key={at} node={child} most={most} />
          ))}
        </ul>
      )}
    </li>
  );
};

/** 展开: what the node is joined to, by relationship, direction and kind, with how many are drawn of how many there are. */
import { useQuery } from '@tanstack/react-query';
import { Maximize2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '#client/api/queries.ts';
import type { CanvasState } from '#client/state/canvas/types.ts';
import { Button } from '#client/ui/Button.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import { ShownQueryButton } from '#client/ui/ShownQueryButton.tsx';
import { ErrorState, Spinner } from '#client/ui/states.tsx';
import type { NodeDto } from '#model/wire/common.ts';
import { KindIcon } from './KindIcon.tsx';
import { EXPAND_LIMIT, type ExpandKind, neighboursShown } from './use-expand.ts';

type ExpandProps = {
  readonly node: NodeDto;
  readonly canvas: CanvasState;
  readonly onExpand: (id: string, kind: ExpandKind) => void;
};

const ExpandChoices = ({ node, canvas, onExpand }: ExpandProps) => {
  const { t } = useTranslation('graph');
  const { t: common } = useTranslation();
  const detail = useQuery(routeQuery('node', { params: { id: node.id } }));
  if (detail.isPending) return <Spinner />;
  if (detail.isError) return <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />;
  return (
    <div className="expand-choices">
      <p className="expand-title">{t('expandTitle', { name: node.name })}</p>
      <ul>
        {detail.data.counts.map(({ type, direction, label, count }) => {
          const shown = neighboursShown(canvas, node.id, { type, direction, label });
          const words = common(direction === 'out' ? `relation.${type}` : `relationIn.${type}`);
          return (
            <li key={`${type}${direction}${label}`}>
              <button
                type="button"
                className="expand-row"
                disabled={shown >= count}
                onClick={() => onExpand(node.id, { type, direction, label })}
              >
                <KindIcon label={label} />
                <span className="expand-words">
                  {words} · {common(`label.${label}`)}
                </span>
                <span className="tabular muted">{t('shownOf', { shown: Math.min(shown, count), total: count })}</span>
                <span className="expand-more">
                  {shown >= count ? t('expandDone') : t('expandMore', { count: Math.min(EXPAND_LIMIT, count - shown) })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className="row">
        <Button onClick={() => onExpand(node.id, {})}>{t('expandAll')}</Button>
        <ShownQueryButton query={detail.data.query} />
      </div>
    </div>
  );
};

export const ExpandMenu = ({ node, canvas, onExpand }: Omit<ExpandProps, 'node'> & { node: NodeDto | null }) => {
  const { t } = useTranslation('graph');
  const trigger = (
    <Button variant="quiet" icon={<Maximize2 aria-hidden="true" />} disabled={node === null}>
      <span className="word">{t('expand')}</span>
    </Button>
  );
  if (node === null) return trigger;
  return (
    <Popover label={t('expandTitle', { name: node.name })} trigger={trigger}>
      <ExpandChoices node={node} canvas={canvas} onExpand={onExpand} />
    </Popover>
  );
};

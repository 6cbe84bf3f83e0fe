/** The twin of the picture for keyboard and screen reader: the same nodes and relationships, the same actions. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasState } from '#client/state/canvas/types.ts';
import type { VisibleGraph } from '#client/state/canvas/visible.ts';
import type { Selection } from '#client/state/selection.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import type { EdgeDto, NodeDto, NodeRef } from '#model/wire/common.ts';
import { isHollow } from './build.ts';
import { captionsFor } from './captions.ts';
import { KindIcon } from './KindIcon.tsx';

const PAGE = 100;

export type OpenTarget = NodeRef | { documentId: string; start: number; end: number };
type ListProps = {
  readonly canvas: CanvasState;
  readonly visible: VisibleGraph;
  readonly selection: Selection;
  readonly onSelect: (next: Selection) => void;
  readonly onExpand: (id: string) => void;
  readonly onOpen: (target: OpenTarget) => void;
};

const NodeRows = ({
  rows,
  visible,
  selection,
  onSelect,
  onExpand,
  onOpen,
}: ListProps & { rows: readonly NodeDto[] }) => {
  const { t } = useTranslation('graph');
  const { t: common } = useTranslation();
  const captionOf = captionsFor(visible.nodes);
  return (
    <table className="graph-table" aria-label={t('table.nodes')}>
      <thead>
        <tr>
          <th scope="col">{t('table.kind')}</th>
          <th scope="col">{t('table.name')}</th>
          <th scope="col">{t('table.degree')}</th>
          <th scope="col">{t('table.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((node) => (
          <tr key={node.id} aria-selected={selection?.kind === 'node' && selection.id === node.id}>
            <td className="nowrap">
              <KindIcon label={node.label} hollow={isHollow(node)} /> {common(`label.${node.label}`)}
            </td>
            <th scope="row">
              <button type="button" className="link" onClick={() => onSelect({ kind: 'node', id: node.id })}>
                {captionOf(node)}
              </button>
            </th>
            <td className="tabular">{node.degree}</td>
            <td className="nowrap">
              <Button
                variant="quiet"
                aria-label={t('table.expandRow', { name: captionOf(node) })}
                onClick={() => onExpand(node.id)}
              >
                {t('expand')}
              </Button>
              <Button
                variant="quiet"
                aria-label={t('table.openRow', { name: captionOf(node) })}
                onClick={() => onOpen(node)}
              >
                {t('table.open')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const EdgeRows = ({ rows, canvas, visible, selection, onSelect, onOpen }: ListProps & { rows: readonly EdgeDto[] }) => {
  const { t } = useTranslation('graph');
  const { t: common } = useTranslation();
  const captionOf = captionsFor(visible.nodes);
  const name = (id: string) => {
    const node = canvas.nodes.get(id);
    return node === undefined ? id : captionOf(node);
  };
  return (
    <table className="graph-table" aria-label={t('table.edges')}>
      <thead>
        <tr>
          <th scope="col">{t('table.from')}</th>
          <th scope="col">{t('table.relation')}</th>
          <th scope="col">{t('table.to')}</th>
          <th scope="col">{t('table.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((edge) => (
          <tr key={edge.id} aria-selected={selection?.kind === 'edge' && selection.id === edge.id}>
            <td>{name(edge.from)}</td>
            <th scope="row" className="nowrap">
              <button type="button" className="link" onClick={() => onSelect({ kind: 'edge', id: edge.id })}>
                {common(`relation.${edge.type}`)}
              </button>
            </th>
            <td>{name(edge.to)}</td>
            <td>
              {edge.evidence === null ? null : (
                <button
                  type="button"
                  className="link link-quote"
                  onClick={() => edge.evidence && onOpen(edge.evidence)}
                >
                  {edge.evidence.quote}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

export const GraphList = (props: ListProps) => {
  const { visible } = props;
  const { t } = useTranslation('graph');
  const [which, setWhich] = useState<'nodes' | 'edges'>('nodes');
  const [page, setPage] = useState(0);
  const count = which === 'nodes' ? visible.nodes.length : visible.edges.length;
  const pages = Math.max(1, Math.ceil(count / PAGE));
  const at = Math.min(page, pages - 1);
  const cut = <T,>(rows: readonly T[]): readonly T[] => rows.slice(at * PAGE, (at + 1) * PAGE);
  const options = [
    { value: 'nodes' as const, label: `${t('table.nodes')} ${visible.nodes.length}` },
    { value: 'edges' as const, label: `${t('table.edges')} ${visible.edges.length}` },
  ];
  const choose = (next: 'nodes' | 'edges') => {
    setWhich(next);
    setPage(0);
  };
  return (
    <div className="graph-list-body">
      <div className="row">
        <Segmented label={t('table.which')} hideLabel options={options} value={which} onChange={choose} />
        {pages > 1 ? (
          <div className="row">
            <Button variant="quiet" disabled={at === 0} onClick={() => setPage(at - 1)}>
              {t('table.previous')}
            </Button>
            <span className="muted tabular">{t('table.page', { page: at + 1, pages })}</span>
            <Button variant="quiet" disabled={at >= pages - 1} onClick={() => setPage(at + 1)}>
              {t('table.next')}
            </Button>
          </div>
        ) : null}
      </div>
      {which === 'nodes' ? (
        <NodeRows {...props} rows={cut(visible.nodes)} />
      ) : (
        <EdgeRows {...props} rows={cut(visible.edges)} />
      )}
    </div>
  );
};

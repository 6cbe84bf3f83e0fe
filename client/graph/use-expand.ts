/** Expanding: counts first, then so many at a time, each page knowing where the next begins. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { routeQuery } from '#client/api/queries.ts';
import type { CanvasAction, CanvasState } from '#client/state/canvas/types.ts';
import type { NodeLabel } from '#model/entities.ts';
import type { RelationType } from '#model/relations.ts';

/** Which neighbours: of one type, direction and kind, or all. */
export type ExpandKind = {
  readonly type?: RelationType;
  readonly direction?: 'out' | 'in';
  readonly label?: NodeLabel;
};

/** Neighbours one expansion brings. */
export const EXPAND_LIMIT = 20;

export const expandKey = (id: string, kind: ExpandKind): string =>
  `expand:${kind.type ?? '*'}:${kind.direction ?? '*'}:${kind.label ?? '*'}:${id}`;

/** Neighbours this expansion holds on the canvas now; the node itself does not count. */
export const shownBy = (canvas: CanvasState, id: string, kind: ExpandKind): number => {
  const layer = canvas.layers.find(({ key }) => key === expandKey(id, kind));
  return layer === undefined ? 0 : layer.nodeIds.size - (layer.nodeIds.has(id) ? 1 : 0);
};

/** Neighbours of this kind on the canvas, whatever brought them. */
export const neighboursShown = (canvas: CanvasState, id: string, kind: Required<ExpandKind>): number => {
  const found = new Set<string>();
  for (const edge of canvas.edges.values()) {
    const other = kind.direction === 'out' ? edge.to : edge.from;
    const here = kind.direction === 'out' ? edge.from : edge.to;
    if (here === id && edge.type === kind.type && canvas.nodes.get(other)?.label === kind.label) found.add(other);
  }
  return found.size;
};

export const useExpand = (
  canvas: CanvasState,
  perform: (action: CanvasAction) => void,
): { expand: (id: string, kind: ExpandKind) => Promise<void>; busy: string | null } => {
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  // Where each page ends, by expansion and number shown: an undone page is asked for again from its own beginning.
  const [cursors] = useState(() => new Map<string, string | null>());
  const expand = useCallback(
    async (id: string, kind: ExpandKind) => {
      const key = expandKey(id, kind);
      const shown = shownBy(canvas, id, kind);
      const cursor = cursors.get(`${key}#${shown}`);
      if (shown > 0 && cursor === null) return;
      setBusy(id);
      try {
        const query = { ...kind, limit: EXPAND_LIMIT, ...(cursor ? { cursor } : {}) };
        const answer = await client.fetchQuery(routeQuery('neighbours', { params: { id }, query }));
        const brought = new Set(answer.nodes.map((node) => node.id));
        brought.delete(id);
        cursors.set(`${key}#${shown + brought.size}`, answer.cursor);
        perform({ type: 'expand', key, centre: id, part: answer });
      } finally {
        setBusy(null);
      }
    },
    [canvas, client, cursors, perform],
  );
  return { expand, busy };
};

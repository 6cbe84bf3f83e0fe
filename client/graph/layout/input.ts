/** What a layout needs to know, read off the canvas. */

import type { CanvasState, Point } from '#client/state/canvas/types.ts';
import { visibleGraph } from '#client/state/canvas/visible.ts';
import { documentOf } from '#client/state/url.ts';
import type { NodeDto } from '#model/wire/common.ts';
import type { LayoutInput, LayoutNode } from './types.ts';

const ISO = /\d{4}-\d{2}-\d{2}/;

const ownDate = (node: NodeDto): string | null => {
  const date = node.properties['date'] ?? node.properties['publishedAt'];
  return typeof date === 'string' ? (ISO.exec(date)?.[0] ?? null) : null;
};

/** A provision or duty is as old as its document, whose id carries the date or which is itself in view. */
const dateOf = (node: NodeDto, nodes: ReadonlyMap<string, NodeDto>): string | null => {
  const own = ownDate(node);
  const document = documentOf(node.id);
  if (own !== null || document === null) return own;
  const holder = nodes.get(document);
  return (holder ? ownDate(holder) : null) ?? ISO.exec(/@[\d-]+/.exec(document)?.[0] ?? '')?.[0] ?? null;
};

/** Pinned nodes keep their place; a growing force layout keeps every place, so that the picture stays the reader's own. */
const fixedOf = (canvas: CanvasState): ReadonlyMap<string, Point> => {
  if (canvas.layout === 'force') return canvas.positions;
  return new Map([...canvas.positions].filter(([id]) => canvas.pinned.has(id)));
};

export const layoutInput = (
  canvas: CanvasState,
  sizes: (node: NodeDto) => number,
  centre: string | null,
  aspect: number,
): LayoutInput => {
  const visible = visibleGraph(canvas);
  const nodes: LayoutNode[] = visible.nodes.map((node) => ({
    id: node.id,
    label: node.label,
    name: node.name,
    start: typeof node.properties['start'] === 'number' ? node.properties['start'] : null,
    date: dateOf(node, canvas.nodes),
    size: sizes(node),
  }));
  const edges = visible.bundles.map(({ from, to, type }) => ({ from, to, type }));
  return { nodes, edges, centre, fixed: fixedOf(canvas), aspect };
};

/** A layout is due when something shown has no place yet. */
export const needsLayout = (canvas: CanvasState): boolean =>
  visibleGraph(canvas).nodes.some((node) => !canvas.positions.has(node.id));

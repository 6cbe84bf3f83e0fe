/** What is on the canvas and what a user can do to it. Plain data: the reducer is pure and every state can be kept, compared and restored. */
import type { NodeLabel } from '#model/entities.ts';
import type { RelationType } from '#model/relations.ts';
import type { EdgeDto, NodeDto } from '#model/wire/common.ts';

export type Point = { readonly x: number; readonly y: number };

export const LAYOUTS = ['force', 'lanes', 'radial', 'date'] as const;
export type LayoutName = (typeof LAYOUTS)[number];

/** What one request brought: a node is on the canvas as long as at least one layer names it. */
export type Layer = {
  /** `base`, `expand:<node>:<direction>:<type>:<label>`, `add:<n>` … unique on the canvas. */
  readonly key: string;
  readonly kind: 'base' | 'expand' | 'add' | 'complete';
  /** The node an expansion started from; such a layer goes when that node goes. */
  readonly centre: string | null;
  readonly nodeIds: ReadonlySet<string>;
  readonly edgeIds: ReadonlySet<string>;
};

/** What the legend has switched off. */
export type CanvasFilter = {
  readonly labels: ReadonlySet<NodeLabel>;
  readonly types: ReadonlySet<RelationType>;
};

export type CanvasState = {
  readonly nodes: ReadonlyMap<string, NodeDto>;
  readonly edges: ReadonlyMap<string, EdgeDto>;
  readonly layers: readonly Layer[];
  readonly hidden: ReadonlySet<string>;
  readonly pinned: ReadonlySet<string>;
  /** Where nodes stand, in the layout's own units. A node without one has not been laid out yet. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly layout: LayoutName;
  readonly filter: CanvasFilter;
};

export type GraphPart = { readonly nodes: readonly NodeDto[]; readonly edges: readonly EdgeDto[] };

export type CanvasAction =
  | { readonly type: 'expand'; readonly key: string; readonly centre: string; readonly part: GraphPart }
  | { readonly type: 'collapse'; readonly centre: string; readonly key?: string }
  | { readonly type: 'add'; readonly key: string; readonly part: GraphPart }
  | { readonly type: 'complete'; readonly key: string; readonly part: GraphPart }
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  | { readonly type: 'hide'; readonly ids: readonly string[] }
  | { readonly type: 'show'; readonly ids: readonly string[] }
  | { readonly type: 'pin'; readonly ids: readonly string[]; readonly pinned: boolean }
  | { readonly type: 'move'; readonly positions: ReadonlyMap<string, Point> }
  | { readonly type: 'layout'; readonly layout: LayoutName }
  | { readonly type: 'filter'; readonly filter: CanvasFilter };

/** What every layout takes and gives. Layouts are pure: the same input gives the same picture. y grows upwards, as Sigma has it. */

import type { Point } from '#client/state/canvas/types.ts';
import type { NodeLabel } from '#model/entities.ts';
import type { RelationType } from '#model/relations.ts';

export type LayoutNode = {
  readonly id: string;
  readonly label: NodeLabel;
  readonly name: string;
  /** Where it begins in its document, for what has a place in a text. */
  readonly start: number | null;
  /** ISO date of the text or instrument, when known. */
  readonly date: string | null;
  /** Radius in pixels. */
  readonly size: number;
};
export type LayoutEdge = { readonly from: string; readonly to: string; readonly type: RelationType };

export type LayoutInput = {
  /** In the order the server gave them, which is the order of the text. */
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  /** What the view is about: the middle of the radial layout. */
  readonly centre: string | null;
  /** Places to keep: pinned nodes, and in a growing force layout all that already stand. */
  readonly fixed: ReadonlyMap<string, Point>;
  /** Width of the pane divided by its height. */
  readonly aspect: number;
};

export type Positions = ReadonlyMap<string, Point>;

/** How far the force layout is, and where the nodes stand so far. */
export type ForceReport = { readonly done: boolean; readonly share: number; readonly positions: Positions };

/** One cell of a grid holds a node and, on its right, a line of some seventeen characters. */
export const CELL = { width: 226, height: 27 } as const;
/** Height of a band's title. */
export const TITLE = 20;
/** Room for a lane's own node and its name beside it. */
export const HEAD_ROOM = 172;
/** Room for a short label at the side of a column. */
export const LABEL_ROOM = 118;

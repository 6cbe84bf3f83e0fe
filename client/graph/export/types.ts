import type { Bundle } from '#client/state/canvas/visible.ts';
import type { EdgeDto, NodeDto } from '#model/wire/common.ts';
import type { Band } from '../layout/bands.ts';
import type { Positions } from '../layout/types.ts';
import type { GraphTheme } from '../theme.ts';

/** What is exported: the nodes and relationships on screen with their places, and how they look. */
export type ExportView = {
  readonly title: string;
  readonly nodes: readonly NodeDto[];
  readonly edges: readonly EdgeDto[];
  readonly bundles: readonly Bundle[];
  readonly positions: Positions;
  readonly bands: readonly Band[];
  readonly theme: GraphTheme;
  readonly words: {
    readonly label: (label: NodeDto['label']) => string;
    readonly relation: (type: EdgeDto['type']) => string;
    readonly band: (title: Band['title']) => string;
  };
};

import { SHAPES, shapePath } from '#client/graph/shapes.ts';
import type { NodeLabel } from '#model/entities.ts';

/** The kind of a node by colour and shape, the same outline as on the canvas; decoration beside a name. */
export const KindDot = ({ label }: { label: NodeLabel }) => (
  <svg className={`kind kind-${label}`} viewBox="0 0 12 12" aria-hidden="true">
    <path d={shapePath(SHAPES[label], 6, 6, 4)} />
  </svg>
);

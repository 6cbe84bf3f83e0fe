import type { NodeLabel } from '#model/entities.ts';
import { SHAPES, shapePath } from './shapes.ts';

/** The outline of a kind of node in its colour, for the legend and the lists. The text beside it says the kind. */
export const KindIcon = ({ label, hollow = false }: { label: NodeLabel; hollow?: boolean }) => (
  <svg className={`kind-icon kind-icon-${label.toLowerCase()}`} width="16" height="16" aria-hidden="true">
    <path d={shapePath(SHAPES[label], 8, 8, 5.2)} data-hollow={hollow || label === 'Source'} />
  </svg>
);

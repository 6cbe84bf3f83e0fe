/** The shape of each kind of node, as one formula: the WebGL program, the legend, the minimap and the SVG export draw the same outline. */
import type { NodeLabel } from '#model/entities.ts';

/**
 * A regular polygon: `sides` 0 is a circle; `rotation` in radians turns it. `spread` multiplies the radius so that
 * all shapes look equally large.
 */
export type Shape = { readonly sides: number; readonly rotation: number; readonly spread: number };

const UP = Math.PI / 2;
/** Colour is never the only sign of a kind: no two kinds share a shape, but for a source, which is a small ring. */
export const SHAPES: Readonly<Record<NodeLabel, Shape>> = {
  Source: { sides: 0, rotation: 0, spread: 0.8 },
  Document: { sides: 4, rotation: Math.PI / 4, spread: 1.2 },
  Law: { sides: 6, rotation: 0, spread: 1.08 },
  Provision: { sides: 0, rotation: 0, spread: 1 },
  Duty: { sides: 4, rotation: 0, spread: 1.2 },
  Function: { sides: 3, rotation: UP, spread: 1.3 },
  Organ: { sides: 3, rotation: -UP, spread: 1.25 },
  Aspect: { sides: 5, rotation: UP, spread: 1.15 },
  Crime: { sides: 8, rotation: Math.PI / 8, spread: 1.05 },
};

/** Corners of a shape of the given radius about (0, 0), y pointing down as on a screen. Empty for a circle. */
export const shapeCorners = (shape: Shape, radius: number): { x: number; y: number }[] =>
  Array.from({ length: shape.sides }, (_, index) => {
    const angle = shape.rotation + (index * 2 * Math.PI) / shape.sides;
    return { x: Math.cos(angle) * radius * shape.spread, y: -Math.sin(angle) * radius * shape.spread };
  });

const digits = (value: number): string => String(Math.round(value * 100) / 100);

/** SVG path data of a node's outline about (x, y). */
export const shapePath = (shape: Shape, x: number, y: number, radius: number): string => {
  if (shape.sides === 0) {
    const r = digits(radius * shape.spread);
    const left = `${digits(x - radius * shape.spread)} ${digits(y)}`;
    const right = `${digits(x + radius * shape.spread)} ${digits(y)}`;
    return `M${left}A${r} ${r} 0 1 1 ${right}A${r} ${r} 0 1 1 ${left}Z`;
  }
  const corners = shapeCorners(shape, radius).map((corner) => `${digits(x + corner.x)} ${digits(y + corner.y)}`);
  return `M${corners.join('L')}Z`;
};

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf, packComponents } from '#client/graph/layout/components.ts';
import { forceLayout, startForce } from '#client/graph/layout/force.ts';
import type { LayoutEdge, LayoutInput, LayoutNode, Positions } from '#client/graph/layout/types.ts';

const node = (id: string): LayoutNode => ({ id, label: 'Law', name: id, start: null, date: null, size: 8 });
const link = (from: string, to: string): LayoutEdge => ({ from, to, type: 'CITES' });
const input = (nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], aspect = 1.4): LayoutInput => ({
  nodes,
  edges,
  centre: null,
  fixed: new Map(),
  aspect,
});

/** One large star, some pairs, some lone nodes: what the document view of a statute is like. */
const statute = (): LayoutInput => {
  const nodes = Array.from({ length: 160 }, (_, index) => node(`n${index}`));
  const star = Array.from({ length: 99 }, (_, index) => link(`n${index + 1}`, 'n0'));
  const pairs = Array.from({ length: 20 }, (_, index) => link(`n${100 + index * 2}`, `n${101 + index * 2}`));
  return input(nodes, [...star, ...pairs]);
};

const boxOf = (positions: Positions): { left: number; right: number; top: number; bottom: number } => {
  const xs = [...positions.values()].map(({ x }) => x);
  const ys = [...positions.values()].map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.max(...ys), bottom: Math.min(...ys) };
};

describe('pieces of a graph', () => {
  it('are found whole, the largest first, each in the order of the view', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e', 'f'].map(node);
    const pieces = componentsOf({ nodes, edges: [link('f', 'd'), link('b', 'd'), link('c', 'e'), link('a', 'gone')] });
    expect(pieces.map((piece) => piece.map(({ id }) => id).join(''))).toEqual(['bdf', 'ce', 'a']);
  });

  it('are put on one page, none on another', () => {
    const anyPiece = fc.array(fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(anyPiece, { minLength: 1, maxLength: 12 }), fc.constantFrom(0.5, 1, 2), (shapes, aspect) => {
        const pieces = shapes.map((points, piece) => new Map(points.map(([x, y], at) => [`${piece}/${at}`, { x, y }])));
        const placed = packComponents(pieces, aspect);
        const boxes = pieces.map((piece) =>
          boxOf(new Map([...piece.keys()].map((id) => [id, placed.get(id) ?? { x: Number.NaN, y: Number.NaN }]))),
        );
        for (const [index, a] of boxes.entries()) {
          for (const b of boxes.slice(index + 1)) {
            const apart = a.right < b.left || b.right < a.left || a.bottom > b.top || b.bottom > a.top;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });
});

describe('the force layout', () => {
  it('keeps what nothing joins close to the rest: the page is filled, in the proportions of the pane', () => {
    const given = statute();
    const positions = forceLayout(given);
    const { left, right, top, bottom } = boxOf(positions);
    const proportion = (right - left) / (top - bottom) / given.aspect;
    expect(proportion).toBeGreaterThan(0.6);
    expect(proportion).toBeLessThan(1.7);
    const star = boxOf(new Map([...positions].filter(([id]) => Number(id.slice(1)) < 100)));
    const share = ((star.right - star.left) * (star.top - star.bottom)) / ((right - left) * (top - bottom));
    expect(share).toBeGreaterThan(0.3);
  });

  it('can be watched and stopped: every node has a place after any step', () => {
    const given = statute();
    const run = startForce(given);
    const shares: number[] = [];
    while (run.share() < 1) {
      run.step();
      shares.push(run.share());
      if (shares.length === 3) expect(run.positions().size).toBe(given.nodes.length);
    }
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(10);
    expect(run.positions()).toEqual(forceLayout(given));
  });

  it('does nothing for an empty graph', () => {
    expect(forceLayout(input([], [])).size).toBe(0);
  });
});

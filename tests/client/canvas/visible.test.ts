import { describe, expect, it } from 'vitest';
import { createCanvas, reduceCanvas } from '#client/state/canvas/reducer.ts';
import { legendCounts, visibleGraph } from '#client/state/canvas/visible.ts';
import { edge, node, part } from './support.ts';

const law = node('law/刑法');
const first = node('doc/1/art_1', 'Provision');
const second = node('doc/1/art_2', 'Provision');
const canvas = createCanvas(
  part(
    [law, first, second],
    [
      edge(first.id, law.id, 'CITES', '依照刑法'),
      edge(first.id, law.id, 'CITES', '刑法第三条'),
      edge(first.id, law.id, 'PROMOTES'),
      edge(second.id, law.id),
    ],
  ),
  'force',
);

describe('what is drawn', () => {
  it('bundles parallel relationships of one type and direction, and keeps types apart', () => {
    const bundles = visibleGraph(canvas).bundles.map(({ type, from, edges }) => [type, from, edges.length]);
    expect(bundles).toEqual([
      ['CITES', first.id, 2],
      ['PROMOTES', first.id, 1],
      ['CITES', second.id, 1],
    ]);
  });

  it('counts what a line stands for, where the view has already summed relationships up', () => {
    const summed = [
      { ...edge(first.id, law.id, 'CITES', 'a'), count: 35 },
      { ...edge(first.id, law.id, 'CITES', 'b'), count: 2 },
    ];
    const [bundle] = visibleGraph(createCanvas(part([law, first], summed), 'force')).bundles;
    expect(bundle?.count).toBe(37);
    expect(visibleGraph(canvas).bundles.map(({ count }) => count)).toEqual([2, 1, 1]);
  });

  it('leaves out a hidden node and what hangs on it', () => {
    const shown = visibleGraph(reduceCanvas(canvas, { type: 'hide', ids: [second.id] }));
    expect(shown.nodes).toHaveLength(2);
    expect(shown.edges.every(({ from }) => from === first.id)).toBe(true);
  });

  it.each([
    ['a kind of node', { labels: new Set(['Provision'] as const), types: new Set<'CITES'>() }, 1, 0],
    ['a type of relationship', { labels: new Set<'Law'>(), types: new Set(['CITES'] as const) }, 3, 1],
  ])('leaves out %s the legend switched off', (_, filter, nodes, edges) => {
    const shown = visibleGraph(reduceCanvas(canvas, { type: 'filter', filter }));
    expect([shown.nodes.length, shown.edges.length]).toEqual([nodes, edges]);
  });
});

describe('the legend', () => {
  it('counts everything on the canvas, switched on or off, in the order of the model', () => {
    const filter = { labels: new Set(['Law'] as const), types: new Set<'CITES'>() };
    expect(legendCounts(reduceCanvas(canvas, { type: 'filter', filter }))).toEqual({
      labels: [
        { label: 'Law', count: 1, on: false },
        { label: 'Provision', count: 2, on: true },
      ],
      types: [
        { type: 'CITES', count: 3, on: true },
        { type: 'PROMOTES', count: 1, on: true },
      ],
    });
  });
});

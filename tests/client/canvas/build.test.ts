import { describe, expect, it } from 'vitest';
import { buildLookGraph, LINES_ABOVE } from '#client/graph/build.ts';
import { captionsFor } from '#client/graph/captions.ts';
import { SHAPES, shapeCorners, shapePath } from '#client/graph/shapes.ts';
import { createTheme, mix } from '#client/graph/theme.ts';
import { litBy, NO_FOCUS } from '#client/sigma/focus.ts';
import { createCanvas } from '#client/state/canvas/reducer.ts';
import { visibleGraph } from '#client/state/canvas/visible.ts';
import { NODE_LABELS } from '#model/entities.ts';
import { edge, node, part } from './support.ts';

const theme = createTheme((property) => (property.startsWith('--kind') ? '#336699' : '#ffffff'));
const PLAIN = { shrink: 1, strength: 1 };
const at = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, { x: index, y: index }]));

describe('shapes', () => {
  it('are different for every kind, so that colour is never the only sign', () => {
    const seen = NODE_LABELS.map((label) => JSON.stringify(SHAPES[label]));
    expect(new Set(seen).size).toBe(NODE_LABELS.length);
  });

  it.each([
    ['Law', 6],
    ['Document', 4],
    ['Function', 3],
    ['Aspect', 5],
    ['Provision', 0],
  ] as const)('%s has %i corners', (label, corners) => {
    expect(shapeCorners(SHAPES[label], 10)).toHaveLength(corners);
    expect(shapePath(SHAPES[label], 0, 0, 10)).toMatch(/^M.*Z$/);
  });

  it('point up for a function and down for an organ', () => {
    expect(shapeCorners(SHAPES.Function, 10)[0]?.y).toBeLessThan(0);
    expect(shapeCorners(SHAPES.Organ, 10)[0]?.y).toBeGreaterThan(0);
  });
});

describe('mixing colours', () => {
  it.each([
    ['#ffffff', '#000000', 1, '#ffffff'],
    ['#ffffff', '#000000', 0, '#000000'],
    ['#ff0000', '#0000ff', 0.5, '#800080'],
    ['#fff', '#000', 0.5, '#808080'],
  ])('%s over %s at %f', (over, under, share, expected) => {
    expect(mix(over, under, share)).toBe(expected);
  });
});

describe('the graph Sigma draws', () => {
  const law = node('law/网络犯罪防治法', 'Law', { status: 'planned' });
  const held = node('law/网络安全法', 'Law', { status: 'in_force' });
  const article = node('doc/1/art_1', 'Provision');
  const canvas = createCanvas(
    part(
      [law, held, article],
      [edge(article.id, law.id, 'PROMOTES'), edge(article.id, held.id), edge(article.id, held.id, 'PROMOTES')],
    ),
    'force',
  );
  const graph = buildLookGraph(visibleGraph(canvas), at([law.id, held.id, article.id]), theme, PLAIN);

  it('draws a law that is not held hollow', () => {
    expect(graph.getNodeAttribute(law.id, 'color')).toBe(theme.background);
    expect(graph.getNodeAttribute(held.id, 'color')).toBe(theme.fill.Law);
  });

  it('keeps a lone line straight and fans out several between the same two nodes', () => {
    const curves = (to: string) => graph.edges(article.id, to).map((id) => graph.getEdgeAttribute(id, 'curvature'));
    expect(curves(law.id)).toEqual([0]);
    const [a = 0, b = 0] = curves(held.id);
    expect(a).toBeCloseTo(-b);
    expect(a).not.toBe(0);
  });

  it('leaves out what has no place yet', () => {
    expect(buildLookGraph(visibleGraph(canvas), at([law.id]), theme, PLAIN).order).toBe(1);
  });

  it('draws thin lines when there are very many', () => {
    const nodes = Array.from({ length: 60 }, (_, index) => node(`law/${index}`));
    const edges = nodes.flatMap((from) => nodes.map((to) => edge(from.id, to.id)));
    const many = buildLookGraph(
      visibleGraph(createCanvas(part(nodes, edges), 'force')),
      at(nodes.map(({ id }) => id)),
      theme,
      PLAIN,
    );
    expect(many.size).toBeGreaterThan(LINES_ABOVE);
    expect(many.everyEdge((_, look) => look.type === 'line')).toBe(true);
  });

  it('lights the selected node with its neighbours, a relationship with its ends, and nothing when nothing is selected', () => {
    expect(litBy(graph, NO_FOCUS)).toBeNull();
    expect([...(litBy(graph, { ...NO_FOCUS, node: law.id })?.nodes ?? [])].sort()).toEqual([article.id, law.id].sort());
    const id = edge(article.id, held.id).id;
    expect([...(litBy(graph, { ...NO_FOCUS, edge: id })?.nodes ?? [])].sort()).toEqual([article.id, held.id].sort());
  });
});

describe('captions', () => {
  const own = node('law/反间谍法@2023-04-26/art_36', 'Provision');
  const other = node('law/密码法@2019-10-26/art_1', 'Provision');
  it('say whose a provision is where those of several texts stand together, its number first', () => {
    expect(captionsFor([own, other])({ ...own, name: '第三十六条' })).toBe('第三十六条 · 反间谍法');
    expect(captionsFor([own])({ ...own, name: '第三十六条' })).toBe('第三十六条');
  });
  it('name a copy by its publisher', () => {
    const copy = node('source/a.txt#1', 'Source', { publisher: '法治网', publishedAt: '2023-04-19' });
    expect(captionsFor([copy])(copy)).toBe('法治网 2023-04-19');
  });
});

describe('in rows', () => {
  it('no node outgrows its row, however many relationships it has', () => {
    const hub = { ...node('organ/最高人民检察院', 'Organ'), degree: 5000 };
    const { nodes, bundles } = visibleGraph(createCanvas(part([hub]), 'lanes'));
    const size = (rows: boolean) =>
      buildLookGraph({ nodes, bundles, edges: [] }, at([hub.id]), theme, { ...PLAIN, rows }).getNodeAttribute(
        hub.id,
        'size',
      );
    expect(size(true)).toBe(10);
    expect(size(false)).toBeGreaterThan(10);
  });
});

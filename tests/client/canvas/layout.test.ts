import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf } from '#client/graph/layout/bands.ts';
import { dateLayout } from '#client/graph/layout/by-date.ts';
import { forceLayout } from '#client/graph/layout/force.ts';
import { frameHolds, frameOf } from '#client/graph/layout/frame.ts';
import { layoutInput, needsLayout } from '#client/graph/layout/input.ts';
import { lanesLayout } from '#client/graph/layout/lanes.ts';
import { radialLayout } from '#client/graph/layout/radial.ts';
import type { LayoutInput, LayoutNode } from '#client/graph/layout/types.ts';
import { createCanvas, place, reduceCanvas } from '#client/state/canvas/reducer.ts';
import { NODE_LABELS } from '#model/entities.ts';
import { RelationType } from '#model/relations.ts';
import { edge, node, part } from './support.ts';

const anyNode: fc.Arbitrary<LayoutNode> = fc.record({
  id: fc.integer({ min: 0, max: 40 }).map((number) => `n/${number}`),
  label: fc.constantFrom(...NODE_LABELS),
  start: fc.constantFrom(null, 0, 40, 200),
  name: fc.constantFrom('刑事检察', '民事检察', '网络检察', '各级检察机关'),
  date: fc.constantFrom(null, '2016-11-07', '2023-04-19', '2023-01-01'),
  size: fc.integer({ min: 4, max: 14 }),
});
const anyInput: fc.Arbitrary<LayoutInput> = fc
  .record({
    nodes: fc.uniqueArray(anyNode, { selector: ({ id }) => id, minLength: 1, maxLength: 30 }),
    links: fc.array(fc.tuple(fc.nat(29), fc.nat(29), fc.constantFrom(...RelationType.options)), { maxLength: 40 }),
    aspect: fc.constantFrom(0.5, 1, 1.6),
  })
  .map(({ nodes, links, aspect }) => ({
    nodes,
    edges: links.flatMap(([from, to, type]) => {
      const [a, b] = [nodes[from % nodes.length], nodes[to % nodes.length]];
      return a && b ? [{ from: a.id, to: b.id, type }] : [];
    }),
    centre: nodes[0]?.id ?? null,
    fixed: new Map(),
    aspect,
  }));

const LAYOUTS = { force: forceLayout, lanes: lanesLayout, radial: radialLayout, date: dateLayout };

describe.each(Object.entries(LAYOUTS))('the %s layout', (name, layout) => {
  it('gives every node a place, the same one every time, and no two nodes one place', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const positions = layout(input);
        expect([...positions.keys()].sort()).toEqual(input.nodes.map(({ id }) => id).sort());
        expect([...layout(input)]).toEqual([...positions]);
        const places = [...positions.values()].map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`);
        expect(new Set(places).size).toBe(places.length);
        expect([...positions.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      }),
      { numRuns: name === 'force' ? 15 : 60 },
    );
  });

  it('leaves a pinned node where it was put', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const [first] = input.nodes;
        fc.pre(first !== undefined);
        if (first === undefined) return;
        const positions = layout({ ...input, fixed: new Map([[first.id, { x: 777, y: -333 }]]) });
        expect(positions.get(first.id)).toEqual({ x: 777, y: -333 });
      }),
      { numRuns: name === 'force' ? 10 : 40 },
    );
  });
});

const named = (id: string, label: LayoutNode['label'], name: string, date: string | null = null): LayoutNode => ({
  id,
  label,
  name,
  start: null,
  date,
  size: 8,
});

describe('lanes', () => {
  const input: LayoutInput = {
    nodes: [
      named('p', 'Provision', '第1段'),
      named('f2', 'Function', '公益诉讼检察'),
      named('f1', 'Function', '刑事检察'),
      named('d1', 'Duty', '依法严厉打击网络犯罪'),
      named('d2', 'Duty', '积极开展网络治理领域检察公益诉讼'),
      named('d3', 'Duty', '坚持系统推进'),
      named('o', 'Organ', '各级检察机关'),
    ],
    edges: [
      { from: 'd1', to: 'f1', type: 'EXERCISES' },
      { from: 'd2', to: 'f2', type: 'EXERCISES' },
      { from: 'p', to: 'd3', type: 'STATES' },
    ],
    centre: null,
    fixed: new Map(),
    aspect: 1.5,
  };
  const positions = lanesLayout(input);
  const at = (id: string) => positions.get(id) ?? { x: Number.NaN, y: Number.NaN };

  it('names the four functions in their order and puts each duty in the lane of its function', () => {
    expect(at('f1').y).toBeGreaterThan(at('f2').y);
    expect(Math.abs(at('d1').y - at('f1').y)).toBeLessThan(30);
    expect(Math.abs(at('d2').y - at('f2').y)).toBeLessThan(30);
    expect(at('d3').y).toBeLessThan(at('f2').y);
  });

  it('keeps duties in the order of the text, whatever their ids', () => {
    const duties = [
      { ...named('doc/1/blk_3/duty_10', 'Duty', '后'), start: 400 },
      { ...named('doc/1/blk_3/duty_2', 'Duty', '先'), start: 40 },
    ];
    const placed = lanesLayout({ ...input, nodes: [...input.nodes, ...duties], edges: [] });
    const place = (id: string) => placed.get(id) ?? { x: Number.NaN, y: Number.NaN };
    const [late, early] = [place('doc/1/blk_3/duty_10'), place('doc/1/blk_3/duty_2')];
    expect(early.y > late.y || (early.y === late.y && early.x < late.x)).toBe(true);
  });

  it('has the text on the left and what duties point to on the right', () => {
    expect(at('p').x).toBeLessThan(at('f1').x);
    expect(at('o').x).toBeGreaterThan(at('d1').x);
  });

  it('draws a band about every lane, all equally wide, none on another', () => {
    const bands = bandsOf('lanes', input, positions, new Set());
    expect(bands.map(({ title }) => (title.kind === 'node' ? title.name : title.kind))).toEqual([
      '刑事检察',
      '公益诉讼检察',
      'other',
    ]);
    expect(new Set(bands.map(({ left, right }) => `${left},${right}`)).size).toBe(1);
    for (const [index, band] of bands.entries()) {
      const next = bands[index + 1];
      if (next) expect(band.bottom).toBeGreaterThanOrEqual(next.top);
    }
  });
});

describe('rings', () => {
  it('stand around the centre; a ring of hundreds becomes several close together, and keeps its nodes apart', () => {
    const nodes = Array.from({ length: 301 }, (_, index) => named(`n${index}`, 'Provision', `第${index}条`));
    const edges = nodes.slice(1).map(({ id }) => ({ from: id, to: 'n0', type: 'CITES' as const }));
    const positions = radialLayout({ nodes, edges, centre: 'n0', fixed: new Map(), aspect: 1 });
    const points = nodes.map(({ id }) => positions.get(id) ?? { x: Number.NaN, y: Number.NaN });
    expect(points[0]).toEqual({ x: 0, y: 0 });
    const far = Math.max(...points.map(({ x, y }) => Math.hypot(x, y)));
    expect(far).toBeLessThan((300 * 46) / (2 * Math.PI) / 2);
    const nearest = points
      .slice(1)
      .map((a, index) => Math.min(...points.slice(index + 2).map((b) => Math.hypot(a.x - b.x, a.y - b.y))));
    expect(Math.min(...nearest)).toBeGreaterThan(25);
  });
});

describe('by date', () => {
  it('stands years from left to right, the undated first', () => {
    const nodes = [
      named('b', 'Law', '网络安全法', '2016-11-07'),
      named('c', 'Law', '未成年人网络保护条例', '2023-10-16'),
      named('a', 'Organ', '立法机关'),
    ];
    const positions = dateLayout({ nodes, edges: [], centre: null, fixed: new Map(), aspect: 1 });
    const xs = ['a', 'b', 'c'].map((id) => positions.get(id)?.x ?? Number.NaN);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    const titles = bandsOf('date', { nodes, edges: [] }, positions, new Set()).map(({ title }) => title);
    expect(titles).toEqual([{ kind: 'undated' }, { kind: 'year', year: '2016' }, { kind: 'year', year: '2023' }]);
  });
});

describe('when a layout is due', () => {
  const one = node('law/a');
  const two = node('law/b');
  const laid = place(createCanvas(part([one], []), 'force'), new Map([[one.id, { x: 0, y: 0 }]]));
  const grown = reduceCanvas(laid, {
    type: 'expand',
    key: 'k',
    centre: one.id,
    part: part([two], [edge(one.id, two.id)]),
  });

  it('is due for new nodes, and a growing force layout keeps the others in place', () => {
    expect([needsLayout(laid), needsLayout(grown)]).toEqual([false, true]);
    const input = layoutInput(grown, () => 8, null, 1);
    expect(forceLayout(input).get(one.id)).toEqual({ x: 0, y: 0 });
  });

  it('reads a provision’s date off its document’s id', () => {
    const provision = node('law/网络安全法@2016-11-07/art_21', 'Provision');
    expect(layoutInput(createCanvas(part([provision]), 'date'), () => 8, null, 1).nodes[0]?.date).toBe('2016-11-07');
  });
});

describe('the frame', () => {
  it('holds every node, and is outgrown by one far outside', () => {
    const frame = frameOf(
      new Map([
        ['a', { x: 0, y: 0 }],
        ['b', { x: 100, y: 50 }],
      ]),
      'free',
    );
    const wider = frameOf(
      new Map([
        ['a', { x: 0, y: 0 }],
        ['b', { x: 300, y: 50 }],
      ]),
      'free',
    );
    expect(frame && wider && [frameHolds(frame, frame), frameHolds(frame, wider)]).toEqual([true, false]);
    expect(frameOf(new Map(), 'free')).toBeNull();
  });
});

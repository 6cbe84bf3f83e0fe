import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCanvas, place, reduceCanvas } from '#client/state/canvas/reducer.ts';
import type { CanvasState } from '#client/state/canvas/types.ts';
import { anyAction } from './actions.ts';
import { anyPart, edge, node, part } from './support.ts';

const law = node('law/网络安全法');
const article = node('doc/1/art_21', 'Provision');
const other = node('doc/1/art_31', 'Provision');
const duty = node('doc/1/art_31/duty_1', 'Duty');
const base = createCanvas(part([law, article], [edge(article.id, law.id)]), 'force');
const ids = (canvas: CanvasState) => ({
  nodes: [...canvas.nodes.keys()].sort(),
  edges: [...canvas.edges.keys()].sort(),
});

const expandLaw = {
  type: 'expand' as const,
  key: 'expand:law',
  centre: law.id,
  part: part([law, other], [edge(other.id, law.id)]),
};
const expandOther = {
  type: 'expand' as const,
  key: 'expand:other',
  centre: other.id,
  part: part([other, duty], [edge(other.id, duty.id, 'STATES')]),
};

describe('展开 and 收起', () => {
  it('brings in neighbours and what joins them', () => {
    const grown = reduceCanvas(base, expandLaw);
    expect(ids(grown).nodes).toEqual([article.id, other.id, law.id].sort());
    expect(grown.edges.has(edge(other.id, law.id).id)).toBe(true);
  });

  it('takes back exactly what the expansion brought', () => {
    const back = reduceCanvas(reduceCanvas(base, expandLaw), { type: 'collapse', centre: law.id });
    expect(ids(back)).toEqual(ids(base));
  });

  it('takes with it what was expanded from what goes', () => {
    const deep = reduceCanvas(reduceCanvas(base, expandLaw), expandOther);
    expect(deep.nodes.has(duty.id)).toBe(true);
    expect(ids(reduceCanvas(deep, { type: 'collapse', centre: law.id }))).toEqual(ids(base));
  });

  it('leaves what another expansion also brought', () => {
    const twice = reduceCanvas(reduceCanvas(base, expandLaw), {
      type: 'expand',
      key: 'expand:article',
      centre: article.id,
      part: part([article, other], [edge(article.id, other.id)]),
    });
    expect(reduceCanvas(twice, { type: 'collapse', centre: law.id }).nodes.has(other.id)).toBe(true);
  });

  it('keeps no expansion alive by itself: two that hold only each other both go', () => {
    const ring = reduceCanvas(reduceCanvas(base, expandLaw), {
      type: 'expand',
      key: 'expand:other',
      centre: other.id,
      part: part([other, law], [edge(other.id, law.id)]),
    });
    const gone = reduceCanvas(ring, { type: 'remove', ids: [article.id] });
    const alone = reduceCanvas(gone, { type: 'remove', ids: [law.id] });
    expect(alone.nodes.size).toBe(0);
  });

  it('is exact whatever the graph: collapse after expand gives back the nodes and relationships', () => {
    fc.assert(
      fc.property(anyPart, fc.array(anyAction, { maxLength: 8 }), anyPart, (start, actions, brought) => {
        const before = actions.reduce(reduceCanvas, createCanvas(start, 'force'));
        const [centre] = before.nodes.keys();
        fc.pre(centre !== undefined);
        if (centre === undefined) return;
        const grown = reduceCanvas(before, { type: 'expand', key: 'expand:fresh', centre, part: brought });
        const back = reduceCanvas(grown, { type: 'collapse', centre, key: 'expand:fresh' });
        expect(ids(back)).toEqual(ids(before));
      }),
    );
  });
});

describe('a canvas always holds together', () => {
  it('has both ends of every relationship, and says nothing of nodes it has not', () => {
    fc.assert(
      fc.property(anyPart, fc.array(anyAction, { maxLength: 25 }), (start, actions) => {
        const canvas = actions.reduce(reduceCanvas, createCanvas(start, 'force'));
        for (const one of canvas.edges.values()) {
          expect(canvas.nodes.has(one.from) && canvas.nodes.has(one.to)).toBe(true);
        }
        for (const id of [...canvas.hidden, ...canvas.pinned, ...canvas.positions.keys()]) {
          expect(canvas.nodes.has(id)).toBe(true);
        }
      }),
    );
  });

  it('is left as it was by an action that says nothing new', () => {
    fc.assert(
      fc.property(anyPart, anyAction, (start, action) => {
        const once = reduceCanvas(createCanvas(start, 'force'), action);
        if (['hide', 'show', 'pin', 'filter', 'remove', 'collapse', 'layout', 'move'].includes(action.type)) {
          expect(reduceCanvas(once, action)).toBe(once);
        }
      }),
    );
  });
});

describe('隐藏, 固定, 布局', () => {
  it('hides and shows again without forgetting', () => {
    const hidden = reduceCanvas(base, { type: 'hide', ids: [article.id, 'not here'] });
    expect([...hidden.hidden]).toEqual([article.id]);
    expect(reduceCanvas(hidden, { type: 'show', ids: [article.id] }).hidden.size).toBe(0);
  });

  it('pins what was moved by hand', () => {
    const moved = reduceCanvas(base, { type: 'move', positions: new Map([[law.id, { x: 5, y: 6 }]]) });
    expect(moved.positions.get(law.id)).toEqual({ x: 5, y: 6 });
    expect(moved.pinned.has(law.id)).toBe(true);
  });

  it('gives up all places but the pinned ones for a new layout', () => {
    const placed = place(
      base,
      new Map([
        [law.id, { x: 1, y: 1 }],
        [article.id, { x: 2, y: 2 }],
      ]),
    );
    const pinned = reduceCanvas(placed, { type: 'pin', ids: [law.id], pinned: true });
    const again = reduceCanvas(pinned, { type: 'layout', layout: 'radial' });
    expect([...again.positions.keys()]).toEqual([law.id]);
    expect(again.layout).toBe('radial');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkIds } from '#client/graph/between.ts';
import { filterIn, formatFilter, layoutIn, savedViewId, savedViewOf, withCanvas } from '#client/graph/share.ts';
import { bundlesOnPaths } from '#client/graph/use-paths.ts';
import { createCanvas, place, reduceCanvas } from '#client/state/canvas/reducer.ts';
import { visibleGraph } from '#client/state/canvas/visible.ts';
import { NODE_LABELS } from '#model/entities.ts';
import { RelationType } from '#model/relations.ts';
import { SavedViewInput } from '#model/wire/console.ts';
import { edge, node, part } from './support.ts';

const search = (text: string) => new URLSearchParams(text);

describe('what the address says of a canvas', () => {
  it.each([
    ['a saved view', 'view=v-1', 'v-1'],
    ['the landing page’s own choice', 'view=overview', null],
    ['nothing', '', null],
  ])('%s', (_, text, expected) => {
    expect(savedViewId(search(text))).toBe(expected);
  });

  it('takes only layouts there are', () => {
    expect([layoutIn(search('layout=radial')), layoutIn(search('layout=spiral'))]).toEqual(['radial', null]);
  });

  it('gives back the filter it was given', () => {
    fc.assert(
      fc.property(fc.subarray([...NODE_LABELS]), fc.subarray([...RelationType.options]), (labels, types) => {
        const filter = { labels: new Set(labels), types: new Set(types) };
        expect(filterIn(search(`off=${formatFilter(filter)}`))).toEqual(filter);
      }),
    );
  });

  it('mentions only what differs from the view as it comes, and keeps the rest of the address', () => {
    const canvas = createCanvas(part([node('law/a')]), 'lanes');
    expect(withCanvas(search('sel=n:law/a'), canvas, 'lanes').toString()).toBe('sel=n%3Alaw%2Fa');
    const changed = reduceCanvas(canvas, { type: 'layout', layout: 'date' });
    expect(withCanvas(search(''), changed, 'lanes').get('layout')).toBe('date');
  });
});

describe('a saved view', () => {
  it('holds places and pins of what was seen, in the shape the server takes', () => {
    const canvas = place(
      createCanvas(part([node('law/a'), node('law/b')]), 'force'),
      new Map([
        ['law/a', { x: 1, y: 2 }],
        ['law/b', { x: 3, y: 4 }],
      ]),
    );
    const hidden = reduceCanvas(canvas, { type: 'hide', ids: ['law/b'] });
    const pinned = reduceCanvas(hidden, { type: 'pin', ids: ['law/a'], pinned: true });
    const view = SavedViewInput.parse(savedViewOf(pinned, '网络安全法', '/law/a'));
    expect(view.nodes).toEqual([{ id: 'law/a', x: 1, y: 2, pinned: true }]);
  });
});

describe('ids in addresses', () => {
  it('are split so that every group fits, none is lost and none comes twice', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^law\/[一-龥]{1,30}$/u), { maxLength: 200 }), (ids) => {
        const chunks = chunkIds(ids, 1000);
        expect(chunks.flat()).toEqual(ids);
        for (const chunk of chunks) {
          expect(chunk.length === 1 || encodeURIComponent(chunk.join('\n')).length <= 1000).toBe(true);
        }
      }),
    );
  });
});

describe('paths', () => {
  it('light the lines between following nodes, whichever way they point', () => {
    const [a, b, c] = [node('a'), node('b'), node('c')];
    const canvas = createCanvas(part([a, b, c], [edge('b', 'a'), edge('b', 'c'), edge('a', 'c')]), 'force');
    const lit = bundlesOnPaths(visibleGraph(canvas).bundles, [['a', 'b', 'c']]);
    expect([...lit].sort()).toEqual([edge('b', 'a').id, edge('b', 'c').id].sort());
  });
});

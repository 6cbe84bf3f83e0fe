/** Any action a user can carry out on a canvas, for property tests. */
import fc from 'fast-check';
import { type CanvasAction, LAYOUTS } from '#client/state/canvas/types.ts';
import { NODE_LABELS } from '#model/entities.ts';
import { RelationType } from '#model/relations.ts';
import { anyPart } from './support.ts';

const id = fc.integer({ min: 0, max: 14 }).map((number) => `n/${number}`);
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 4 });
const key = fc.integer({ min: 0, max: 5 }).map((number) => `key:${number}`);
const place = fc.record({ x: fc.integer({ min: -99, max: 99 }), y: fc.integer({ min: -99, max: 99 }) });

export const anyAction: fc.Arbitrary<CanvasAction> = fc.oneof(
  fc.record({ type: fc.constant('expand' as const), key, centre: id, part: anyPart }),
  fc.record({ type: fc.constant('collapse' as const), centre: id }),
  fc.record({ type: fc.constant('add' as const), key, part: anyPart }),
  fc.record({ type: fc.constant('complete' as const), key, part: anyPart }),
  fc.record({ type: fc.constant('remove' as const), ids }),
  fc.record({ type: fc.constant('hide' as const), ids }),
  fc.record({ type: fc.constant('show' as const), ids }),
  fc.record({ type: fc.constant('pin' as const), ids, pinned: fc.boolean() }),
  fc.record({
    type: fc.constant('move' as const),
    positions: fc.array(fc.tuple(id, place), { minLength: 1, maxLength: 3 }).map((entries) => new Map(entries)),
  }),
  fc.record({ type: fc.constant('layout' as const), layout: fc.constantFrom(...LAYOUTS) }),
  fc.tuple(fc.subarray([...NODE_LABELS]), fc.subarray([...RelationType.options])).map(([labels, types]) => ({
    type: 'filter' as const,
    filter: { labels: new Set(labels), types: new Set(types) },
  })),
);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HISTORY_LIMIT, perform, redo, settlePositions, startHistory, undo } from '#client/state/canvas/history.ts';
import { createCanvas } from '#client/state/canvas/reducer.ts';
import { anyAction } from './actions.ts';
import { anyPart, node, part } from './support.ts';

const start = (...ids: string[]) => startHistory(createCanvas(part(ids.map((id) => node(id))), 'force'));

describe('撤销 and 重做', () => {
  it('undo after an action is as if it had not been', () => {
    fc.assert(
      fc.property(anyPart, fc.array(anyAction, { maxLength: 10 }), anyAction, (first, before, action) => {
        const history = before.reduce(perform, startHistory(createCanvas(first, 'force')));
        const after = perform(history, action);
        if (after !== history) expect(undo(after).present).toBe(history.present);
      }),
    );
  });

  it('redo after undo is as if nothing had happened', () => {
    fc.assert(
      fc.property(anyPart, fc.array(anyAction, { minLength: 1, maxLength: 12 }), (first, actions) => {
        const history = actions.reduce(perform, startHistory(createCanvas(first, 'force')));
        fc.pre(history.done.length > 0);
        expect(redo(undo(history)).present).toBe(history.present);
      }),
    );
  });

  it('goes all the way back to the first picture and forward again', () => {
    fc.assert(
      fc.property(anyPart, fc.array(anyAction, { maxLength: 15 }), (first, actions) => {
        const origin = startHistory(createCanvas(first, 'force'));
        const end = actions.reduce(perform, origin);
        const steps = end.done.length;
        const back = Array.from({ length: steps }).reduce<typeof end>((history) => undo(history), end);
        expect(back.present).toBe(origin.present);
        const forth = Array.from({ length: steps }).reduce<typeof end>((history) => redo(history), back);
        expect(forth.present).toBe(end.present);
      }),
    );
  });

  it('has nothing to undo at the start and nothing to redo after a new action', () => {
    const history = start('a', 'b');
    expect(undo(history)).toBe(history);
    const hidden = perform(history, { type: 'hide', ids: ['a'] });
    const other = perform(undo(hidden), { type: 'hide', ids: ['b'] });
    expect(redo(other)).toBe(other);
  });

  it('leaves no step for an action that changes nothing', () => {
    const history = start('a');
    expect(perform(history, { type: 'hide', ids: ['unknown'] })).toBe(history);
  });

  it('counts a layout’s result to the step before it: one undo takes back both', () => {
    const history = start('a', 'b');
    const laid = settlePositions(perform(history, { type: 'hide', ids: ['a'] }), new Map([['b', { x: 1, y: 2 }]]));
    expect(laid.done).toHaveLength(1);
    expect(undo(laid).present).toBe(history.present);
    expect(redo(undo(laid)).present.positions.get('b')).toEqual({ x: 1, y: 2 });
  });

  it('forgets the oldest steps beyond its limit', () => {
    let history = start('a');
    for (let step = 0; step < HISTORY_LIMIT + 5; step++) {
      history = perform(history, { type: step % 2 === 0 ? 'hide' : 'show', ids: ['a'] });
    }
    expect(history.done).toHaveLength(HISTORY_LIMIT);
  });
});

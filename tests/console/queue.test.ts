import { describe, expect, it } from 'vitest';
import { FamaiError } from '#model/errors.ts';
import { createFairQueue, type Release } from '#server/console/queue.ts';

const never = new AbortController().signal;
const LIMITS = { slots: 2, perClient: 3, total: 5, waitMs: 10_000 };
const code = (error: unknown) => (error instanceof FamaiError ? error.code : String(error));

describe('the line before the console', () => {
  it('lets two run, three of one visitor wait, and refuses the next at once', async () => {
    const queue = createFairQueue(LIMITS);
    const running = [await queue.acquire('a', never), await queue.acquire('a', never)];
    const waiting = [1, 2, 3].map(() => queue.acquire('a', never));
    await expect(queue.acquire('a', never).catch(code)).resolves.toBe('TOO_MANY');
    expect([queue.running, queue.waiting]).toEqual([2, 3]);
    for (const release of running) release();
    for (const each of waiting) (await each)();
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it('takes turns between visitors', async () => {
    const queue = createFairQueue({ ...LIMITS, slots: 1 });
    const order: string[] = [];
    const held = await queue.acquire('x', never);
    const join = (client: string) =>
      queue.acquire(client, never).then((release: Release) => {
        order.push(client);
        release();
      });
    const all = [join('a'), join('a'), join('a'), join('b')];
    held();
    await Promise.all(all);
    expect(order).toEqual(['a', 'b', 'a', 'a']);
  });

  it('bounds the whole line, the waiting time, and forgets who left', async () => {
    const queue = createFairQueue({ slots: 1, perClient: 2, total: 3, waitMs: 60 });
    await queue.acquire('x', never);
    const late = ['a', 'b'].map((client) => queue.acquire(client, never).catch(code));
    const leaving = new AbortController();
    const left = queue.acquire('c', leaving.signal).catch(code);
    await expect(queue.acquire('d', never).catch(code)).resolves.toBe('TOO_MANY');
    leaving.abort();
    expect(await left).toBe('QUERY_CANCELLED');
    expect(queue.waiting).toBe(2);
    expect(await Promise.all(late)).toEqual(['TOO_MANY', 'TOO_MANY']);
    expect(queue.waiting).toBe(0);
  });

  it('counts a release once', async () => {
    const queue = createFairQueue({ ...LIMITS, slots: 1 });
    const release = await queue.acquire('a', never);
    release();
    release();
    await queue.acquire('a', never);
    expect(queue.running).toBe(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest, keyOf, keyWithin } from '#extraction/assemble/digest.ts';

describe('short ids', () => {
  it('are eleven characters of the URL alphabet, the same for the same key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        expect(digest([keyOf(key)], [])).toMatch(/^[A-Za-z0-9_-]{11}$/);
        expect(digest([keyOf(key)], [])).toBe(digest([keyOf(key)], []));
      }),
    );
  });

  it('tell half a million keys apart that differ in one number', () => {
    const seen = new Set<string>();
    const [cites, law] = [keyOf('CITES'), keyOf('law/刑法')];
    for (let i = 0; i < 500_000; i++)
      seen.add(digest([cites, keyOf(`law/某法@2020-01-01/art_${i % 700}`), law], [i, i + 9]));
    expect(seen.size).toBe(500_000);
  });

  it('tell a node from the one above it, from its neighbour, and one direction from the other', () => {
    const ids = ['law/某法', 'law/某法/art_1', 'law/某法/art_2', 'law/某法/art_1/par_1', 'law/某法/art_1/par_1/duty_1'];
    const keys = ids.map(keyOf);
    const seen = new Set(keys.flatMap((from) => keys.map((to) => digest([from, to], []))));
    expect(seen.size).toBe(ids.length ** 2);
  });

  it('do not depend on how the id of a node was read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (base, rest) => {
        expect(keyWithin(keyOf(base), base + rest)).toEqual(keyOf(base + rest));
      }),
    );
  });

  it('change in about half of their characters’ bits with one character of the key', () => {
    const differing = (a: string, b: string): number => [...a].filter((char, i) => char !== b[i]).length;
    const changes = Array.from({ length: 1000 }, (_, i) =>
      differing(digest([keyOf(`键${i}`)], [7]), digest([keyOf(`键${i + 1}`)], [7])),
    );
    expect(changes.reduce((sum, n) => sum + n, 0) / changes.length).toBeGreaterThan(10);
  });
});

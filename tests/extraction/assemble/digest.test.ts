import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '#extraction/assemble/digest.ts';

describe('short ids', () => {
  it('are eleven characters of the URL alphabet, the same for the same key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (key) => {
        expect(digest([key], [])).toMatch(/^[A-Za-z0-9_-]{11}$/);
        expect(digest([key], [])).toBe(digest([key], []));
      }),
    );
  });

  it('tell half a million keys apart that differ in one number', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 500_000; i++)
      seen.add(digest(['CITES', `law/某法@2020-01-01/art_${i % 700}`, 'law/刑法'], [i, i + 9]));
    expect(seen.size).toBe(500_000);
  });

  it('change in about half of their characters’ bits with one character of the key', () => {
    const differing = (a: string, b: string): number => [...a].filter((char, i) => char !== b[i]).length;
    const changes = Array.from({ length: 1000 }, (_, i) =>
      differing(digest([`键${i}`], [7]), digest([`键${i + 1}`], [7])),
    );
    expect(changes.reduce((sum, n) => sum + n, 0) / changes.length).toBeGreaterThan(10);
  });
});

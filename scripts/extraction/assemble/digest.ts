/** A short id for a key that is too long to be one. */

const MULTIPLIERS = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1] as const;

const finish = (state: number): number => {
  let h = state ^ (state >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
};

const base36 = (value: number): string => value.toString(36).padStart(7, '0');

/**
 * 128 bits over the code units, in base 36. Not against an adversary: it only has to tell the relationships of a library
 * apart, and a cryptographic hash of each of them costs more than finding them.
 */
export const digest = (key: string): string => {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x3c6ef372];
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    a = Math.imul(a ^ unit, MULTIPLIERS[0]) + b;
    b = Math.imul(b ^ unit, MULTIPLIERS[1]) ^ (a >>> 13);
    c = Math.imul(c + unit, MULTIPLIERS[2]) ^ d;
    d = Math.imul(d ^ a, MULTIPLIERS[3]) + (c >>> 11);
  }
  return [a, b ^ key.length, c, d].map((state) => base36(finish(state))).join('');
};

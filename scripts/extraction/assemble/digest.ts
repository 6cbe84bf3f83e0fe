/** A short id for a key that is too long to be one. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODES = Uint16Array.from(ALPHABET, (char) => char.charCodeAt(0));
const [FIRST, SECOND] = [0x85ebca6b, 0xc2b2ae35];

const finish = (state: number): number => {
  let h = state ^ (state >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return h ^ (h >>> 16);
};

const code = (value: number, shift: number): number => CODES[(value >>> shift) & 63] ?? 0;

/**
 * 64 bits over the code units of the parts and over the numbers, in eleven characters. Not against an adversary: it only has
 * to tell the relationships of a library apart, and a cryptographic hash of each of them costs more than finding them. The
 * parts are not joined first: that alone would cost as much again.
 */
export const digest = (parts: readonly string[], numbers: readonly number[]): string => {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  for (const part of parts) {
    a ^= part.length + 1;
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i);
      a = Math.imul(a ^ unit, FIRST);
      b = Math.imul(b ^ unit ^ (a >>> 15), SECOND);
    }
  }
  for (const number of numbers) {
    a = Math.imul(a ^ number, FIRST);
    b = Math.imul(b ^ number ^ (a >>> 15), SECOND);
  }
  a = finish(a ^ (b >>> 13));
  b = finish(b ^ a);
  return String.fromCharCode(
    code(a, 0),
    code(a, 6),
    code(a, 12),
    code(a, 18),
    code(a, 24),
    code((a >>> 30) | (b << 2), 0),
    code(b, 4),
    code(b, 10),
    code(b, 16),
    code(b, 22),
    code(b, 28),
  );
};

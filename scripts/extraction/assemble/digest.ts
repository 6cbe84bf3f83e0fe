/** A short id for a key that is too long to be one. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const CODES = Uint16Array.from(ALPHABET, (char) => char.charCodeAt(0));
const [FIRST, SECOND] = [0x85ebca6b, 0xc2b2ae35];
const [FIRST_SEED, SECOND_SEED] = [0x9e3779b9 | 0, 0x243f6a88];

/** The id of a node with the state of a digest that has read it: what begins with it or ends at it need not read it again. */
export interface Key {
  readonly id: string;
  readonly a: number;
  readonly b: number;
}

const readOn = (id: string, from: number, first: number, second: number): Key => {
  let a = first;
  let b = second;
  for (let i = from; i < id.length; i++) {
    const unit = id.charCodeAt(i);
    a = Math.imul(a ^ unit, FIRST);
    b = Math.imul(b ^ unit ^ (a >>> 15), SECOND);
  }
  return { id, a, b };
};

export const keyOf = (id: string): Key => readOn(id, 0, FIRST_SEED, SECOND_SEED);

/** The key of an id that begins with the id of `base`: reads only what is new. */
export const keyWithin = (base: Key, id: string): Key => readOn(id, base.id.length, base.a, base.b);

const finish = (state: number): number => {
  let h = state ^ (state >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return h ^ (h >>> 16);
};

const code = (value: number, shift: number): number => CODES[(value >>> shift) & 63] ?? 0;

/**
 * 64 bits over keys and numbers, in eleven characters. Not against an adversary: it only has to tell the relationships of a
 * library apart, and a cryptographic hash of each of them costs more than finding them.
 */
export const digest = (keys: readonly Key[], numbers: readonly number[]): string => {
  let a = FIRST_SEED;
  let b = SECOND_SEED;
  for (const key of keys) {
    a = Math.imul(a ^ key.a, FIRST);
    b = Math.imul(b ^ key.b ^ (a >>> 15), SECOND);
    a = finish(a ^ (b >>> 13));
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

/** Where organs begin and end: the readers of clauses ask at nearly every place of a text. */
import type { EntityMention } from '#model/mentions.ts';

export class Organs {
  /** Per offset, the end of the organ that begins there, 0 for none. */
  readonly #ends: Int32Array;
  /** Per offset, one more than the start of the organ that ends there, 0 for none. */
  readonly #starts: Int32Array;

  /** `entities` lie in a text of `length` code units and do not overlap. */
  constructor(length: number, entities: readonly EntityMention[]) {
    this.#ends = new Int32Array(length + 1);
    this.#starts = new Int32Array(length + 1);
    for (const { type, start, end } of entities) {
      if (type !== 'organ') continue;
      this.#ends[start] = end;
      this.#starts[end] = start + 1;
    }
  }

  /** Whether an organ begins at the offset. */
  begins(at: number): boolean {
    return (this.#ends[at] ?? 0) > 0;
  }

  /** Whether one ends there. */
  ends(at: number): boolean {
    return (this.#starts[at] ?? 0) > 0;
  }

  /** End of the organ that begins at the offset, 0 for none. */
  endFrom(at: number): number {
    return this.#ends[at] ?? 0;
  }

  /** Start of the organ that ends at the offset, -1 for none. */
  startOf(at: number): number {
    return (this.#starts[at] ?? 0) - 1;
  }
}

/**
 * Sets of characters, asked by code unit. The readers of clauses ask at nearly every place of a text, where `text[at]`
 * would make a string and a Set would hash it.
 */

export class Characters {
  readonly #bits = new Uint32Array(0x10000 / 32);

  constructor(characters: string) {
    for (let i = 0; i < characters.length; i++) {
      const code = characters.charCodeAt(i);
      this.#bits[code >>> 5] = (this.#bits[code >>> 5] ?? 0) | (1 << (code & 31));
    }
  }

  has(code: number): boolean {
    return (((this.#bits[code >>> 5] ?? 0) >>> (code & 31)) & 1) === 1;
  }

  /** Whether the character at `at` is one of them; false outside the text. */
  at(text: string, at: number): boolean {
    return this.has(text.charCodeAt(at));
  }
}

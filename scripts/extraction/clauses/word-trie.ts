/** Words with classes, found at a given place: the longest word that begins, or that ends, there. */

/** `length` 0 means none. Classes are bits. */
export interface WordHit {
  readonly length: number;
  readonly classes: number;
}

const NONE: WordHit = { length: 0, classes: 0 };

interface Node {
  readonly next: Map<number, Node>;
  hit: WordHit | null;
}

export class WordTrie {
  readonly #root: Map<number, Node> = new Map();
  readonly #first = new Uint8Array(0x10000);
  readonly #backward: boolean;

  /** With `backward` words are matched from their last character to the first. */
  constructor(backward = false) {
    this.#backward = backward;
  }

  /** Adds a word to a class; a word may be in several. */
  add(word: string, classes: number): void {
    let level = this.#root;
    let node: Node | undefined;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(this.#backward ? word.length - 1 - i : i);
      node = level.get(code);
      if (node === undefined) {
        node = { next: new Map(), hit: null };
        level.set(code, node);
        if (i === 0) this.#first[code] = 1;
      }
      level = node.next;
    }
    if (node !== undefined) node.hit = { length: word.length, classes: classes | (node.hit?.classes ?? 0) };
  }

  addAll(words: Iterable<string>, classes: number): this {
    for (const word of words) this.add(word, classes);
    return this;
  }

  /** Whether some word begins (backward: ends) with the character. */
  startsWith(code: number): boolean {
    return this.#first[code] === 1;
  }

  /**
   * The longest word of one of `classes` that begins at `at` and ends by `limit`; of a backward trie, that ends
   * just before `at` and begins no earlier than `limit`.
   */
  longest(text: string, at: number, limit: number, classes: number): WordHit {
    const step = this.#backward ? -1 : 1;
    let place = this.#backward ? at - 1 : at;
    let best = NONE;
    let level = this.#root;
    if (this.#first[text.charCodeAt(place)] !== 1) return NONE;
    while (this.#backward ? place >= limit : place < limit) {
      const node = level.get(text.charCodeAt(place));
      if (node === undefined) break;
      if (node.hit !== null && (node.hit.classes & classes) !== 0) best = node.hit;
      level = node.next;
      place += step;
    }
    return best;
  }
}

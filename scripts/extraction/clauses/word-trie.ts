/** Words with classes, found at a given place: the longest word that begins, or that ends, there. */

/** `length` 0 means none. Classes are bits. */
export interface WordHit {
  readonly length: number;
  readonly classes: number;
}

const NONE: WordHit = { length: 0, classes: 0 };
const MULTIPLIER = 0x9e3779b1;

interface Node {
  readonly next: Map<number, number>;
  hit: WordHit | null;
}

/**
 * The tree as tables: one direct lookup for the first character, an open-addressing hash for the others. `below` has the
 * classes of all words that go through a node, so that a search for other classes ends at once.
 */
interface Tables {
  readonly root: Uint16Array;
  /** Classes of all words that begin with a character. */
  readonly first: Int32Array;
  readonly hits: readonly WordHit[];
  readonly own: Int32Array;
  readonly below: Int32Array;
  readonly keys: Int32Array;
  readonly targets: Uint16Array;
  readonly shift: number;
}

const keyOf = (node: number, code: number): number => (node << 16) | code;
const slotOf = (node: number, code: number, shift: number): number =>
  Math.imul(Math.imul(node, 0x85ebca6b) + code, MULTIPLIER) >>> shift;

const tablesOf = (nodes: readonly Node[]): Tables => {
  const bits = Math.max(4, Math.ceil(Math.log2(nodes.length * 2)) + 1);
  const shift = 32 - bits;
  const size = 2 ** bits;
  const root = new Uint16Array(0x10000);
  const keys = new Int32Array(size);
  const targets = new Uint16Array(size);
  const own = Int32Array.from(nodes, (node) => node.hit?.classes ?? 0);
  const below = Int32Array.from(own);
  /** Children stand after their parents. */
  for (let index = nodes.length - 1; index > 0; index--) {
    for (const [code, to] of nodes[index]?.next ?? []) {
      below[index] = (below[index] ?? 0) | (below[to] ?? 0);
      let slot = slotOf(index, code, shift);
      while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
      keys[slot] = keyOf(index, code);
      targets[slot] = to;
    }
  }
  const first = new Int32Array(0x10000);
  for (const [code, to] of nodes[0]?.next ?? []) {
    root[code] = to;
    first[code] = below[to] ?? 0;
  }
  return { root, first, hits: nodes.map((node) => node.hit ?? NONE), own, below, keys, targets, shift };
};

/** Holds at most some 65,000 characters of words: a lexicon a person keeps. */
export class WordTrie {
  readonly #nodes: Node[] = [{ next: new Map(), hit: null }];
  readonly #backward: boolean;
  #tables: Tables | null = null;

  /** With `backward` words are matched from their last character to the first. */
  constructor(backward = false) {
    this.#backward = backward;
  }

  /** Adds a word to a class; a word may be in several. */
  add(word: string, classes: number): void {
    this.#tables = null;
    let index = 0;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(this.#backward ? word.length - 1 - i : i);
      const next = this.#nodes[index]?.next;
      let to = next?.get(code);
      if (to === undefined) {
        to = this.#nodes.length;
        next?.set(code, to);
        this.#nodes.push({ next: new Map(), hit: null });
      }
      index = to;
    }
    const node = this.#nodes[index];
    if (node !== undefined && index > 0) {
      node.hit = { length: word.length, classes: classes | (node.hit?.classes ?? 0) };
    }
  }

  addAll(words: Iterable<string>, classes: number): this {
    for (const word of words) this.add(word, classes);
    return this;
  }

  /** Whether some word of one of `classes` begins (backward: ends) with the character. */
  startsWith(code: number, classes = -1): boolean {
    this.#tables ??= tablesOf(this.#nodes);
    return ((this.#tables.first[code] ?? 0) & classes) !== 0;
  }

  /**
   * The longest word of one of `classes` that begins at `at` and ends by `limit`; of a backward trie, that ends
   * just before `at` and begins no earlier than `limit`.
   */
  longest(text: string, at: number, limit: number, classes: number): WordHit {
    this.#tables ??= tablesOf(this.#nodes);
    const { root, hits, own, below, keys, targets, shift } = this.#tables;
    const step = this.#backward ? -1 : 1;
    const stop = this.#backward ? limit - 1 : limit;
    let place = this.#backward ? at - 1 : at;
    if ((stop - place) * step <= 0) return NONE;
    let node = root[text.charCodeAt(place)] ?? 0;
    let best = 0;
    while (((below[node] ?? 0) & classes) !== 0) {
      if (((own[node] ?? 0) & classes) !== 0) best = node;
      place += step;
      if (place === stop) break;
      const code = text.charCodeAt(place);
      const key = keyOf(node, code);
      let slot = slotOf(node, code, shift);
      while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1);
      node = keys[slot] === key ? (targets[slot] ?? 0) : 0;
    }
    return hits[best] ?? NONE;
  }
}

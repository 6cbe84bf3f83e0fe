/**
 * Finds every one of thousands of names in one pass over a text (Aho and Corasick, 1975), over UTF-16 code units.
 * Transitions are one open-addressing table of typed arrays. At the root a bit set of the names' first two characters
 * is asked before a name is begun: nearly every place of a text begins none. Cost: linear in the text, whatever the
 * number of names.
 */

export interface NameHit {
  readonly start: number;
  readonly end: number;
  /** Index of the name in the list the automaton was built from. */
  readonly name: number;
}

export interface Automaton {
  /** All occurrences between two offsets, overlapping ones too, by end. */
  readonly scan: (text: string, from: number, to: number) => NameHit[];
}

interface Trie {
  readonly next: Map<number, number>[];
  readonly name: number[];
}

function buildTrie(names: readonly string[]): Trie {
  const next: Map<number, number>[] = [new Map()];
  const name: number[] = [-1];
  for (const [index, word] of names.entries()) {
    let state = 0;
    for (let i = 0; i < word.length; i++) {
      const edges = next[state] ?? new Map<number, number>();
      const code = word.charCodeAt(i);
      let to = edges.get(code);
      if (to === undefined) {
        to = next.length;
        next.push(new Map());
        name.push(-1);
        edges.set(code, to);
      }
      state = to;
    }
    if (state > 0 && name[state] === -1) name[state] = index;
  }
  return { next, name };
}

/** Fail links in breadth-first order, and per state the nearest suffix state that ends a name. */
function linkSuffixes({ next, name }: Trie): { fail: Int32Array; output: Int32Array } {
  const fail = new Int32Array(next.length);
  const output = new Int32Array(next.length);
  const queue: number[] = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] ?? 0;
    for (const [code, to] of next[state] ?? []) {
      queue.push(to);
      if (state === 0) continue;
      let back = fail[state] ?? 0;
      let target = next[back]?.get(code);
      while (target === undefined && back !== 0) {
        back = fail[back] ?? 0;
        target = next[back]?.get(code);
      }
      fail[to] = target ?? 0;
      const suffix = fail[to] ?? 0;
      output[to] = (name[suffix] ?? -1) >= 0 ? suffix : (output[suffix] ?? 0);
    }
  }
  return { fail, output };
}

const MULTIPLIER = 0x9e3779b1;

/** Bits for each name: few pairs of a text meet the bit of a pair they are not. */
const BITS_PER_NAME = 64;
const [LEAST_BITS, MOST_BITS] = [10, 18];

/** Which pairs of characters begin a name of two or more: a bit per hash of the pair. May say yes wrongly, never no. */
function firstPairs(names: readonly string[]): { readonly pairs: Int32Array; readonly shift: number } {
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(names.length * BITS_PER_NAME + 1))));
  const shift = 32 - bits;
  const pairs = new Int32Array(1 << (bits - 5));
  for (const name of names) {
    if (name.length > 1) setBit(pairs, pairHash(name.charCodeAt(0), name.charCodeAt(1), shift));
  }
  return { pairs, shift };
}

/** Which characters are names by themselves, a bit for each; null when none is. */
function oneCharacterNames(names: readonly string[]): Int32Array | null {
  const short = names.filter((name) => name.length === 1);
  if (short.length === 0) return null;
  const bits = new Int32Array(0x10000 >> 5);
  for (const name of short) setBit(bits, name.charCodeAt(0));
  return bits;
}

const setBit = (bits: Int32Array, at: number): void => {
  bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31));
};
const hasBit = (bits: Int32Array, at: number): boolean => ((bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;

const pairHash = (first: number, second: number, shift: number): number =>
  Math.imul((first << 16) | second, MULTIPLIER) >>> shift;

/** Builds the automaton. Of equal names the first counts. */
export function buildAutomaton(names: readonly string[]): Automaton {
  const trie = buildTrie(names);
  const { fail, output } = linkSuffixes(trie);
  const nameOf = Int32Array.from(trie.name);
  const lengthOf = Int32Array.from(names, (n) => n.length);
  const bits = Math.max(8, Math.ceil(Math.log2(trie.next.length * 2)) + 1);
  const mask = 2 ** bits - 1;
  const keyState = new Int32Array(mask + 1).fill(-1);
  const keyCode = new Uint16Array(mask + 1);
  const target = new Int32Array(mask + 1);
  const slotOf = (state: number, code: number): number => {
    let slot = (Math.imul(state * 0x10001 + code, MULTIPLIER) >>> (32 - bits)) & mask;
    while (keyState[slot] !== -1 && (keyState[slot] !== state || keyCode[slot] !== code)) slot = (slot + 1) & mask;
    return slot;
  };
  for (const [state, edges] of trie.next.entries()) {
    for (const [code, to] of edges) {
      const slot = slotOf(state, code);
      keyState[slot] = state;
      keyCode[slot] = code;
      target[slot] = to;
    }
  }

  const { pairs, shift } = firstPairs(names);
  const short = oneCharacterNames(names);
  /** The state after `code`, which ends in the root when no suffix of what was read goes on with it. */
  const step = (from: number, code: number): number => {
    for (let state = from; ; state = fail[state] ?? 0) {
      const slot = slotOf(state, code);
      if (keyState[slot] !== -1) return target[slot] ?? 0;
      if (state === 0) return 0;
    }
  };

  const scan = (text: string, from: number, to: number): NameHit[] => {
    const hits: NameHit[] = [];
    let state = 0;
    let code = text.charCodeAt(from);
    for (let i = from; i < to; i++) {
      const next = i + 1 < to ? text.charCodeAt(i + 1) : 0;
      if (state === 0 && !hasBit(pairs, pairHash(code, next, shift)) && (short === null || !hasBit(short, code))) {
        code = next;
        continue;
      }
      state = step(state, code);
      code = next;
      if (state === 0) continue;
      for (let out = state; out !== 0; out = output[out] ?? 0) {
        const name = nameOf[out] ?? -1;
        if (name >= 0) hits.push({ start: i + 1 - (lengthOf[name] ?? 0), end: i + 1, name });
      }
    }
    return hits;
  };
  return { scan };
}

/**
 * Finds every one of thousands of names in one pass over a text (Aho and Corasick, 1975), over UTF-16 code units.
 * Transitions are one open-addressing table of typed arrays. From the root a bit set of the names' first two characters
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
const PAIR_BITS = 18;

/** Which pairs of characters begin a name: a bit per hash of the pair. May say yes wrongly, never no. */
function firstPairs(names: readonly string[]): Int32Array {
  const pairs = new Int32Array(1 << (PAIR_BITS - 5));
  for (const name of names) {
    const hash = pairHash(name.charCodeAt(0), name.charCodeAt(1));
    pairs[hash >> 5] = (pairs[hash >> 5] ?? 0) | (1 << (hash & 31));
  }
  return pairs;
}

const pairHash = (first: number, second: number): number =>
  Math.imul((first << 16) | second, MULTIPLIER) >>> (32 - PAIR_BITS);

/** Builds the automaton. Names are of two characters or more; of equal names the first counts. */
export function buildAutomaton(names: readonly string[]): Automaton {
  const trie = buildTrie(names);
  const { fail, output } = linkSuffixes(trie);
  const nameOf = Int32Array.from(trie.name);
  const lengthOf = Int32Array.from(names, (n) => n.length);
  const root = new Int32Array(0x10000);
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
      if (state === 0) root[code] = to;
      else {
        const slot = slotOf(state, code);
        keyState[slot] = state;
        keyCode[slot] = code;
        target[slot] = to;
      }
    }
  }

  const pairs = firstPairs(names);
  const begins = (code: number, next: number): boolean => {
    const hash = pairHash(code, next);
    return ((pairs[hash >> 5] ?? 0) & (1 << (hash & 31))) !== 0;
  };

  /** The state after `code`; 0 as well when what the two next characters could begin is no name. */
  const step = (from: number, code: number, next: number): number => {
    let state = from;
    while (state !== 0) {
      const slot = slotOf(state, code);
      if (keyState[slot] !== -1) return target[slot] ?? 0;
      state = fail[state] ?? 0;
    }
    return begins(code, next) ? (root[code] ?? 0) : 0;
  };

  const scan = (text: string, from: number, to: number): NameHit[] => {
    const hits: NameHit[] = [];
    let state = 0;
    let code = text.charCodeAt(from);
    for (let i = from; i < to; i++) {
      const next = i + 1 < to ? text.charCodeAt(i + 1) : 0;
      if (state !== 0 || begins(code, next)) state = step(state, code, next);
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

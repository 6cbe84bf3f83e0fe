/** The graph every renderer draws: the same on every run, in the proportions of a citation network, with Chinese names. */
import type { Point } from '#client/state/canvas/types.ts';
import type { EdgeDto, NodeDto } from '#model/wire/common.ts';

export type Network = {
  readonly nodes: readonly NodeDto[];
  readonly edges: readonly EdgeDto[];
  readonly positions: ReadonlyMap<string, Point>;
};

/** A linear congruential generator: the same numbers everywhere. */
const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
};

/** Five of some 6,000 characters, so that glyphs are not found in a cache by luck. */
const nameOf = (index: number): string =>
  Array.from({ length: 5 }, (_, place) => String.fromCodePoint(0x4e00 + (((index * 5 + place) * 7) % 6000))).join('');

const CLUSTERS = 24;

export const createNetwork = (nodeCount: number, edgeCount: number): Network => {
  const random = createRandom(20230419);
  const degree = new Map<number, number>();
  const edges: EdgeDto[] = [];
  for (let index = 0; index < edgeCount; index++) {
    const from = Math.floor(random() * nodeCount);
    // Two of three stay in their cluster, and the early ones are cited most.
    const near = Math.floor(random() ** 2 * (nodeCount / CLUSTERS)) * CLUSTERS + (from % CLUSTERS);
    const to = random() < 0.66 ? Math.min(nodeCount - 1, near) : Math.floor(random() ** 3 * nodeCount);
    for (const end of [from, to]) degree.set(end, (degree.get(end) ?? 0) + 1);
    edges.push({ id: `e${index}`, type: 'CITES', from: `n${from}`, to: `n${to}`, evidence: null, citation: null });
  }
  const positions = new Map<string, Point>();
  const nodes = Array.from({ length: nodeCount }, (_, index): NodeDto => {
    const angle = ((index % CLUSTERS) / CLUSTERS) * 2 * Math.PI;
    const [around, far] = [random() * 2 * Math.PI, Math.sqrt(random()) * 320];
    positions.set(`n${index}`, {
      x: Math.cos(angle) * 1200 + Math.cos(around) * far,
      y: Math.sin(angle) * 1000 + Math.sin(around) * far,
    });
    const law = index % 4 !== 0;
    const name = law ? `${nameOf(index)}管理条例` : `${nameOf(index)}法第二百八十六条之一`;
    return { id: `n${index}`, label: law ? 'Law' : 'Provision', name, degree: degree.get(index) ?? 0, properties: {} };
  });
  return { nodes, edges, positions };
};

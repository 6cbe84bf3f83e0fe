/** The mix of what 200 people do: search, read who cites, look around a node, open a document, ask in Cypher. */
import { z } from 'zod';

export const KINDS = ['search', 'cited-by', 'neighbours', 'document', 'cypher'] as const;
export type Kind = (typeof KINDS)[number];

export interface Sample {
  readonly kind: Kind;
  readonly ms: number;
  /** Null when the answer was 200; else the status, or what the connection said. */
  readonly error: string | null;
  /** How often the server asked to come back later before it answered. */
  readonly waits: number;
}

export interface Targets {
  readonly laws: readonly string[];
  readonly documents: readonly string[];
}

/** Shares of the mix, in hundredths. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['search', 30],
  ['cited-by', 25],
  ['neighbours', 20],
  ['document', 15],
  ['cypher', 10],
];
const WORDS = [
  '网络安全',
  '未成年人',
  '个人信息',
  '行政处罚',
  '人民检察院',
  '公益诉讼',
  '商业秘密',
  '食品安全',
  '劳动合同',
  '数据',
];
const QUERIES = [
  'MATCH (d:Duty)-[:EXERCISES]->(f:Function) RETURN f.name, count(d) ORDER BY f.name',
  'MATCH (l:Law)<-[r:CITES]-(p:Provision) RETURN l.title, count(r) AS n ORDER BY n DESC LIMIT 20',
  'MATCH (l:Law) WHERE l.title CONTAINS $q RETURN l LIMIT 25',
  'MATCH p = (a:Law)-[:BASED_ON]->(b:Law) RETURN p LIMIT 25',
];
const MOST_WAITS = 5;

const Ids = z.object({ items: z.array(z.object({ id: z.string() })) });

export const findTargets = async (url: string): Promise<Targets> => {
  const ids = async (path: string) => Ids.parse(await (await fetch(url + path)).json()).items.map(({ id }) => id);
  return { laws: await ids('/api/laws?limit=100'), documents: await ids('/api/documents?limit=100') };
};

/** A repeatable stream of numbers in [0, 1), one for each user, so that two runs ask the same. */
const randomFrom = (seed: number) => {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

const pick = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)];

const kindOf = (share: number): Kind => {
  let sum = 0;
  for (const [kind, part] of SHARES) {
    sum += part;
    if (share * 100 < sum) return kind;
  }
  return 'search';
};

const requestOf = (kind: Kind, targets: Targets, random: () => number): { path: string; init?: RequestInit } => {
  const law = encodeURIComponent(pick(targets.laws, random) ?? '');
  if (kind === 'search') return { path: `/api/search?q=${encodeURIComponent(pick(WORDS, random) ?? '')}` };
  if (kind === 'cited-by') return { path: `/api/laws/${law}/cited-by?limit=50` };
  if (kind === 'neighbours') return { path: `/api/nodes/${law}/neighbours?limit=50` };
  if (kind === 'document')
    return { path: `/api/documents/${encodeURIComponent(pick(targets.documents, random) ?? '')}` };
  const query = pick(QUERIES, random) ?? '';
  const body = JSON.stringify({ query, params: query.includes('$q') ? { q: pick(WORDS, random) } : {} });
  return { path: '/api/cypher', init: { method: 'POST', headers: { 'content-type': 'application/json' }, body } };
};

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const ask = async (url: string, kind: Kind, targets: Targets, random: () => number): Promise<Sample> => {
  const { path, init } = requestOf(kind, targets, random);
  const started = performance.now();
  for (let waits = 0; ; waits += 1) {
    try {
      const response = await fetch(url + path, init);
      await response.arrayBuffer();
      const after = Number(response.headers.get('retry-after') ?? 1);
      if (response.status === 429 && waits < MOST_WAITS) await pause(after * 1000 * random());
      else return { kind, ms: performance.now() - started, error: response.ok ? null : String(response.status), waits };
    } catch (error) {
      return { kind, ms: performance.now() - started, error: error instanceof Error ? error.message : 'failed', waits };
    }
  }
};

/** One person: asks, reads for a second or so, asks again. */
export const runUser = async (
  url: string,
  seed: number,
  targets: Targets,
  until: number,
  onSample: (sample: Sample) => void,
): Promise<void> => {
  const random = randomFrom(seed);
  await pause(random() * 1500);
  while (performance.now() < until) {
    onSample(await ask(url, kindOf(random()), targets, random));
    await pause(500 + random() * 1000);
  }
};

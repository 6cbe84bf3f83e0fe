/** Asks the first questions before anybody does: Neo4j takes up to a second to plan a query it has not met, and longer from a cold disk. */
import { setTimeout as sleep } from 'node:timers/promises';
import { FamaiError } from '#model/errors.ts';
import type { Library } from './library.ts';

/** A word that texts hold, so that the plan meets rows. */
const WORD = '规定';

const questions = (library: Library): (() => Promise<unknown>)[] => [
  () => library.stats(),
  () => library.graph.view({ view: 'overview', limit: 300 }),
  () => library.search(WORD, 6, undefined),
  () => library.laws.page({ sort: 'cited' }, { limit: 50 }),
  () => library.documents.page(undefined, { limit: 50 }),
  () => library.duties.page({}, { limit: 50 }),
  () => library.duties.matrix({}, 100),
];

const ofFirstLaw = async (library: Library): Promise<(() => Promise<unknown>)[]> => {
  const { items } = await library.laws.page({ sort: 'cited' }, { limit: 1 });
  const law = items[0];
  if (law === undefined) return [];
  const text = law.textId;
  return [
    () => library.laws.detail(law.id),
    () => library.citations.citedBy('law', law.id, {}, { limit: 50 }),
    () => library.citations.cites('law', law.id, { limit: 50 }),
    () => library.graph.node(law.id),
    () => library.graph.view({ view: 'law', id: law.id, limit: 300 }),
    () => library.graph.neighbours(law.id, { direction: 'both', limit: 50 }),
    ...(text === null
      ? []
      : [
          () => library.documents.read(text),
          () => library.graph.view({ view: 'document', id: text, limit: 300 }),
          () => library.graph.view({ view: 'node', id: text, limit: 300 }),
          () => library.graph.paths(law.id, text, 25),
        ]),
  ];
};

/** One after the other, so that visitors come first. Stops when the database goes away: they will be asked anyway. */
const warmUp = async (library: Library, signal: AbortSignal): Promise<void> => {
  for (const ask of questions(library)) if (!signal.aborted) await ask();
  for (const ask of await ofFirstLaw(library)) if (!signal.aborted) await ask();
};

export interface WarmKeeping {
  /** How often to look whether the graph has changed. */
  readonly everyMs?: number;
  readonly onWarm?: (ms: number) => void;
}

const EVERY_MS = 10_000;

/**
 * Warms up at once, and again whenever the graph has changed and then rested for a while: an import makes the database
 * plan its queries anew, and the first visitor after it should not wait for that. Resolves when the signal fires.
 */
export const keepWarm = async (
  library: Library,
  signal: AbortSignal,
  { everyMs = EVERY_MS, onWarm = () => {} }: WarmKeeping = {},
): Promise<void> => {
  let warmed = '';
  let seen: string | null = null;
  while (!signal.aborted) {
    try {
      const now = await library.revision.current();
      if (now !== warmed && (seen === null || now === seen)) {
        const started = performance.now();
        await warmUp(library, signal);
        warmed = now;
        if (!signal.aborted) onWarm(performance.now() - started);
      }
      seen = now;
    } catch (error) {
      // Away or busy: the next round asks again.
      if (!(error instanceof FamaiError)) throw error;
    }
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
  }
};

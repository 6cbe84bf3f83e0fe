/** Everything the read routes ask, over one connection. */
import type { Stats } from '#model/wire/explore.ts';
import type { Connection } from '#server/store/driver.ts';
import { readRevision } from '#server/store/queries/revision.ts';
import { createReader } from '#server/store/read.ts';
import { createCitations } from './citations.ts';
import { createDocuments } from './documents.ts';
import { createDuties } from './duties.ts';
import { createGraph } from './graph.ts';
import { createLaws } from './laws.ts';
import { createMemo, createRevision } from './revision.ts';
import { createSearch } from './search.ts';
import { createStats } from './stats.ts';

/**
 * Counting what is cited most reads every citation. A large store that has just been opened reads them from disk, and
 * whoever comes first waits for it rather than being told to come again; who comes meanwhile waits for the same answer.
 */
const STATS_MS = 60_000;

/** Our own questions take milliseconds, but the first ones after a start or an import plan and read from a cold disk. */
const READ_MS = 30_000;

export const createLibrary = (connection: Connection) => {
  const reader = createReader(connection, { timeoutMs: READ_MS });
  const revision = createRevision(() => readRevision(connection));
  const citations = createCitations(reader, revision);
  const laws = createLaws(reader, citations);
  const patient = createReader(connection, { timeoutMs: STATS_MS });
  const stats = createStats(patient, createLaws(patient, citations));
  const keptStats = createMemo<Stats>(revision, 1);
  return {
    reader,
    revision,
    citations,
    laws,
    documents: createDocuments(reader),
    duties: createDuties(reader),
    graph: createGraph(reader),
    search: createSearch(reader, revision),
    stats: () => keptStats('stats', stats),
  };
};
export type Library = ReturnType<typeof createLibrary>;

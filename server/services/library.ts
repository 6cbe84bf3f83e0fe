/** Everything the read routes ask, over one connection. */
import type { Connection } from '#server/store/driver.ts';
import { readRevision } from '#server/store/queries/revision.ts';
import { createReader } from '#server/store/read.ts';
import { createCitations } from './citations.ts';
import { createDocuments } from './documents.ts';
import { createDuties } from './duties.ts';
import { createGraph } from './graph.ts';
import { createLaws } from './laws.ts';
import { createRevision } from './revision.ts';
import { createSearch } from './search.ts';
import { createStats } from './stats.ts';

export const createLibrary = (connection: Connection) => {
  const reader = createReader(connection);
  const revision = createRevision(() => readRevision(connection));
  const citations = createCitations(reader, revision);
  const laws = createLaws(reader, citations);
  return {
    reader,
    revision,
    citations,
    laws,
    documents: createDocuments(reader),
    duties: createDuties(reader),
    graph: createGraph(reader),
    search: createSearch(reader),
    stats: createStats(reader, laws),
  };
};
export type Library = ReturnType<typeof createLibrary>;

/** What the store holds, for the landing page. */
import { z } from 'zod';
import { NodeLabel } from '#model/entities.ts';
import { RelationType } from '#model/relations.ts';
import type { Stats } from '#model/wire/explore.ts';
import type { LawsPage } from '#model/wire/laws.ts';
import { toShown } from '#server/store/queries/shown.ts';
import { counts, mostCitedArticles, reasons } from '#server/store/queries/stats.ts';
import type { Reader } from '#server/store/read.ts';
import { pick, toRef } from './stored.ts';

const MOST = 10;
const Titled = z.object({ id: z.string(), title: z.string() });
type Laws = {
  readonly page: (filters: { readonly sort: 'cited' }, paging: { readonly limit: number }) => Promise<LawsPage>;
};

export const createStats = (reader: Reader, laws: Laws) => async (): Promise<Stats> => {
  const [counted, unresolved, mostCited, articles] = await Promise.all([
    reader.run(counts, {}),
    reader.run(reasons, {}),
    laws.page({ sort: 'cited' }, { limit: MOST }),
    reader.run(mostCitedArticles, { limit: MOST }),
  ]);
  const nodes: Stats['nodes'] = {};
  const relationships: Stats['relationships'] = {};
  for (const { of, name, count } of counted) {
    if (of === 'node') nodes[NodeLabel.parse(name)] = count;
    else relationships[RelationType.parse(name)] = count;
  }
  return {
    nodes,
    relationships,
    reasons: Object.fromEntries(unresolved.map(({ reason, count }) => [reason, count])),
    mostCitedLaws: mostCited.items.filter((law) => law.citedBy > 0 || law.promotedBy > 0),
    mostCitedProvisions: articles.map(({ article, citedBy, law }) => {
      const { id, title } = pick(Titled, law);
      return { ...toRef(article), citedBy, lawId: id, lawTitle: title };
    }),
    query: toShown(counts, {}),
  };
};

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GraphDto, type ShownQuery } from '#model/wire/common.ts';
import { CypherResponse } from '#model/wire/console.ts';
import { DocumentDto, DocumentsPage } from '#model/wire/documents.ts';
import { DutiesPage, MatrixDto, NeighboursDto, NodeDetail, PathsDto, SearchDto, Stats } from '#model/wire/explore.ts';
import { CitedByPage, CitesPage, LawDetail, LawsPage } from '#model/wire/laws.ts';
import { of, startFilledApp, type TestApp } from './support/app.ts';

let app: TestApp;
let ids: Record<'Law' | 'Document' | 'Provision' | 'any', string[]>;

beforeAll(async () => {
  app = await startFilledApp();
  const idsOf = async (match: string): Promise<string[]> =>
    (await app.rows(`MATCH ${match} RETURN n.id AS id ORDER BY id`)).map((row) => String(row['id']));
  ids = {
    Law: await idsOf('(n:Law)'),
    Document: await idsOf('(n:Document)'),
    Provision: await idsOf('(n:Provision)'),
    any: await idsOf('(n:Law|Document|Provision|Duty|Function|Organ|Aspect|Crime|Source)'),
  };
});
afterAll(() => app.close());

const Identified = z.object({ properties: z.object({ id: z.string() }) });

/** Runs a shown query as a visitor would: pasted into the console. One column of its answer. */
const column = async (query: ShownQuery, name: string): Promise<unknown[]> => {
  const response = await app.get('/api/cypher', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: query.text, params: query.params, limit: 10_000 }),
  });
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}\n${query.text}`);
  const { columns, rows } = CypherResponse.parse(body);
  return rows.map((row) => row[columns.indexOf(name)]);
};
const idColumn = async (query: ShownQuery, name: string): Promise<string[]> =>
  (await column(query, name)).map((value) => Identified.parse(value).properties.id);

const sampled = (kind: keyof typeof ids, runs: number, check: (id: string) => Promise<void>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(
      fc.nat().map((n) => ids[kind][n % ids[kind].length] ?? ''),
      check,
    ),
    { numRuns: runs },
  );
const same = (got: readonly unknown[], expected: readonly unknown[]): void => expect(got).toEqual(expected);
const sorted = (list: readonly string[]): string[] => [...new Set(list)].sort();

describe('显示查询 gives the same ids', { timeout: 180_000 }, () => {
  it('for the catalogue of laws in every order, and of documents', async () => {
    for (const query of ['sort=cited', 'sort=title', 'sort=date', `q=${of('网络')}`, `rank=${of('法律')}&limit=2`]) {
      const page = await app.json(LawsPage, `/api/laws?${query}`);
      same(
        await idColumn(page.query, 'law'),
        page.items.map((law) => law.id),
      );
    }
    const documents = await app.json(DocumentsPage, '/api/documents?limit=3');
    same(
      await idColumn(documents.query, 'document'),
      documents.items.map((document) => document.id),
    );
  });

  it('for who cites a law or a provision, and what they cite', async () => {
    await sampled('Law', 3, async (id) => {
      const detail = await app.json(LawDetail, `/api/laws/${of(id)}`);
      same(await idColumn(detail.query, 'law'), [id]);
      const citedBy = await app.json(CitedByPage, `/api/laws/${of(id)}/cited-by?limit=3`);
      same(
        await idColumn(citedBy.query, 'relation'),
        citedBy.items.map((row) => row.relationId),
      );
      const cites = await app.json(CitesPage, `/api/laws/${of(id)}/cites?limit=3`);
      same(
        await idColumn(cites.query, 'relation'),
        cites.items.map((row) => row.relationId),
      );
    });
    await sampled('Provision', 3, async (id) => {
      const citedBy = await app.json(CitedByPage, `/api/provisions/${of(id)}/cited-by?bucket=articles`);
      same(
        await idColumn(citedBy.query, 'relation'),
        citedBy.items.map((row) => row.relationId),
      );
      const cites = await app.json(CitesPage, `/api/provisions/${of(id)}/cites`);
      same(
        await idColumn(cites.query, 'relation'),
        cites.items.map((row) => row.relationId),
      );
    });
  });

  it('for a document in the reader and for its graph', async () => {
    await sampled('Document', 2, async (id) => {
      const document = await app.json(DocumentDto, `/api/documents/${of(id)}`);
      same(
        await column(document.query, 'id'),
        document.provisions.map((provision) => provision.id),
      );
      const graph = await app.json(GraphDto, `/api/graph?view=document&id=${of(id)}&limit=20`);
      same(
        await idColumn(graph.query, 'node'),
        graph.nodes.map((node) => node.id),
      );
    });
  });

  it('for any node, its neighbours and its views', async () => {
    await sampled('any', 5, async (id) => {
      const detail = await app.json(NodeDetail, `/api/nodes/${of(id)}`);
      const total = detail.counts.reduce((sum, { count }) => sum + count, 0);
      same([(await column(detail.query, 'count')).reduce((sum: number, count) => sum + Number(count), 0)], [total]);
      const neighbours = await app.json(NeighboursDto, `/api/nodes/${of(id)}/neighbours?limit=4`);
      same(
        sorted(await idColumn(neighbours.query, 'node')),
        sorted(neighbours.nodes.map((node) => node.id).filter((other) => other !== id)),
      );
      const view = await app.json(GraphDto, `/api/graph?view=node&id=${of(id)}&limit=10`);
      same(
        await idColumn(view.query, 'node'),
        view.nodes.map((node) => node.id),
      );
    });
    await sampled('Law', 3, async (id) => {
      const view = await app.json(GraphDto, `/api/graph?view=law&id=${of(id)}&limit=10`);
      same(
        await idColumn(view.query, 'node'),
        view.nodes.map((node) => node.id),
      );
    });
    const together = await app.json(GraphDto, `/api/graph?view=nodes&ids=${of(ids.any.slice(0, 5).join('\n'))}`);
    same(sorted(await idColumn(together.query, 'node')), sorted(together.nodes.map((node) => node.id)));
  });

  it('for the overview, which counts what it adds up', async () => {
    const overview = await app.json(GraphDto, '/api/graph?view=overview&limit=10');
    const [from, to] = [await idColumn(overview.query, 'from'), await idColumn(overview.query, 'to')];
    same(sorted([...from, ...to]), sorted(overview.nodes.map((node) => node.id)));
    same(
      await column(overview.query, 'count'),
      overview.edges.map((edge) => edge.count),
    );
  });

  it('for all shortest paths between two nodes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (a, b) => {
        const [from, to] = [ids.any[a % ids.any.length] ?? '', ids.any[b % ids.any.length] ?? ''];
        fc.pre(from !== to);
        const answer = await app.json(PathsDto, `/api/paths?from=${of(from)}&to=${of(to)}`);
        const nodes = await column(answer.query, 'nodes');
        same(
          nodes.map((path) =>
            z
              .array(Identified)
              .parse(path)
              .map((node) => node.properties.id),
          ),
          answer.paths,
        );
      }),
      { numRuns: 4 },
    );
  });

  it('for every group of a search', async () => {
    for (const q of ['网络安全法', '网', '应当 网络', '"*']) {
      const answer = await app.json(SearchDto, `/api/search?q=${of(q)}`);
      for (const group of answer.groups)
        same(
          await idColumn(group.query, 'node'),
          group.items.map((hit) => hit.id),
        );
    }
  });

  it('for duties, the matrix and the counts of the landing page', async () => {
    const duties = await app.json(DutiesPage, '/api/duties?limit=7');
    same(
      await idColumn(duties.query, 'duty'),
      duties.items.map((duty) => duty.id),
    );
    const matrix = await app.json(MatrixDto, '/api/duties/matrix?limit=7');
    same(
      await column(matrix.query, 'total'),
      matrix.rows.map((row) => row.total),
    );
    const stats = await app.json(Stats, '/api/stats');
    same(await column(stats.query, 'count'), [...Object.values(stats.nodes), ...Object.values(stats.relationships)]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphDto } from '#model/wire/common.ts';
import { DocumentDto, DocumentsPage } from '#model/wire/documents.ts';
import { DutiesPage, MatrixDto, NeighboursDto, NodeDetail, PathsDto, SearchDto, Stats } from '#model/wire/explore.ts';
import { CitedByPage, LawsPage } from '#model/wire/laws.ts';
import { of, startFilledApp, type TestApp } from './support/app.ts';

const TEXT = 'law/网络安全法@2016-11-07';
let app: TestApp;
beforeAll(async () => {
  app = await startFilledApp();
});
afterAll(() => app.close());

describe('the catalogue of laws', () => {
  it('counts citations from other documents as the database does', async () => {
    const page = await app.json(LawsPage, '/api/laws?limit=500');
    expect(page.total).toBe(await app.count('MATCH (l:Law) RETURN count(l)'));
    for (const law of page.items) {
      const outside = `MATCH (from:Provision)-[r:CITES]->(to) WHERE (to.id = $id OR to.id STARTS WITH $id + '@')
        AND NOT r.documentId STARTS WITH $id + '@'`;
      const expected = await Promise.all([
        app.count(`${outside} RETURN count(r)`, { id: law.id }),
        app.count(`${outside} RETURN count(DISTINCT r.documentId)`, { id: law.id }),
        app.count('MATCH ({id: $id})<-[r:PROMOTES]-() RETURN count(r)', { id: law.id }),
      ]);
      expect([law.id, law.citedBy, law.citedByDocuments, law.promotedBy]).toEqual([law.id, ...expected]);
    }
  });

  it('gives every law once when paged, in the order of citations', async () => {
    const whole = (await app.json(LawsPage, '/api/laws?limit=500')).items;
    const first = await app.json(LawsPage, '/api/laws?limit=2');
    const rest = await app.json(LawsPage, `/api/laws?limit=500&cursor=${first.cursor}`);
    expect([...first.items, ...rest.items]).toEqual(whole);
    expect(rest.cursor).toBeNull();
    expect(whole.map((law) => law.citedBy)).toEqual(whole.map((law) => law.citedBy).sort((a, b) => b - a));
  });
});

describe('a document in the reader', () => {
  it('holds the text, and every highlight is what its relationships name in their quote', async () => {
    const document = await app.json(DocumentDto, `/api/documents/${of(TEXT)}`);
    expect(document.law).toMatchObject({ id: 'law/网络安全法', relation: 'TEXT_OF' });
    const quotes = new Map(
      (
        await app.rows(
          `MATCH ()-[r]->() WHERE r.documentId = $id
           RETURN r.id AS id, CASE WHEN r.namedStart IS NULL THEN r.quote
             ELSE substring(r.quote, r.namedStart - r.start, r.namedEnd - r.namedStart) END AS words`,
          { id: TEXT },
        )
      ).map(({ id, words }) => [id, words]),
    );
    expect(document.highlights.length).toBeGreaterThan(0);
    for (const { start, end, relationIds } of document.highlights) {
      const shown = document.text.slice(start - document.textOffset, end - document.textOffset);
      for (const id of relationIds) expect(quotes.get(id)).toBe(shown);
    }
  });

  it('merges what rests on the same words into one highlight', async () => {
    const { highlights } = await app.json(DocumentDto, `/api/documents/${of(TEXT)}`);
    const keys = highlights.map(({ kind, start, end }) => `${kind} ${start} ${end}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(highlights.some(({ kind, targets }) => kind === 'citation' && targets.length > 1)).toBe(true);
  });

  it('counts at a 条 what cites its 款 and 项 as well: what its own page counts', async () => {
    const { provisions } = await app.json(DocumentDto, `/api/documents/${of(TEXT)}`);
    const counted = await Promise.all(
      provisions.map(({ id }) => app.json(CitedByPage, `/api/provisions/${of(id)}/cited-by?limit=1`)),
    );
    expect(provisions.map(({ id, citedBy }) => [id, citedBy])).toEqual(
      provisions.map(({ id }, at) => [id, counted[at]?.total]),
    );
  });

  it('is listed with its provisions and its copies: the report that stands twice in one file is one document', async () => {
    const page = await app.json(DocumentsPage, '/api/documents?limit=500');
    for (const { id, provisions, sources } of page.items) {
      expect([id, provisions, sources]).toEqual([
        id,
        await app.count('MATCH (p:Provision) WHERE p.documentId = $id RETURN count(p)', { id }),
        await app.count('MATCH (:Source)-[r:COPY_OF]->({id: $id}) RETURN count(r)', { id }),
      ]);
    }
    expect(page.items.filter(({ sources }) => sources === 2)).toHaveLength(1);
    expect(page.total).toBe(page.items.length);
  });
});

describe('search', () => {
  const search = (q: string, more = ''): Promise<SearchDto> => app.json(SearchDto, `/api/search?q=${of(q)}${more}`);
  it.each([
    ['网络安全法2条2款', `${TEXT}/art_2/par_2`],
    ['网安法第二条第一款第（二）项', `${TEXT}/art_2/par_1/pnt_2`],
    ['wlaqf4', `${TEXT}/art_4`],
    ['网络安全法', 'law/网络安全法'],
    ['wangluoanquanfa', 'law/网络安全法'],
  ])('goes straight from %s to %s', async (q, id) => {
    expect((await search(q)).direct?.id).toBe(id);
  });

  it('finds a Chinese substring wherever the database finds it, in the innermost text that holds it, and marks it', async () => {
    for (const q of ['网络安全', '等级保护', '未成年人', '网', '第', '公益诉讼检察']) {
      const provisions = (await search(q, '&limit=50')).groups.find(({ group }) => group === 'Provision');
      const expected = await app.count(
        `MATCH (p:Provision) WHERE p.text CONTAINS $q
         AND NOT EXISTS { (p)-[:HAS_PART]->(c) WHERE c.text CONTAINS $q AND p.text CONTAINS c.text } RETURN count(p)`,
        { q },
      );
      expect([q, provisions?.total]).toEqual([q, expected]);
      for (const { snippet } of provisions?.items ?? []) {
        expect(snippet.marks.map(([from, to]) => snippet.text.slice(from, to))).toContain(q);
      }
    }
  });

  it('takes what Lucene would read as a query for plain words', async () => {
    for (const q of ['AND OR (', '"', '网络*', '法 AND', '/x/', '网络安全~2', '\\', '+-&|!(){}[]^"~*?:\\/']) {
      expect((await app.get(`/api/search?q=${of(q)}`)).status, q).toBe(200);
    }
  });

  it('refuses what is longer than 200 characters', async () => {
    expect(await app.error(`/api/search?q=${of('网'.repeat(201))}`)).toMatchObject({ status: 400 });
  });
});

describe('the graph', () => {
  it('answers the neighbours of a node page by page, each once, as many as the database counts', async () => {
    const id = 'law/网络安全法';
    const total = await app.count('MATCH ({id: $id})--(m) RETURN count(DISTINCT m)', { id });
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: NeighboursDto = await app.json(
        NeighboursDto,
        `/api/nodes/${of(id)}/neighbours?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.total).toBe(total);
      found.push(...page.nodes.map((node) => node.id).filter((other) => other !== id));
      cursor = page.cursor;
    }
    expect(found).toHaveLength(total);
    expect(new Set(found).size).toBe(total);
  });

  it('counts before expanding what expanding brings', async () => {
    const { counts } = await app.json(NodeDetail, `/api/nodes/${of('law/网络安全法')}`);
    expect(counts.length).toBeGreaterThan(2);
    for (const { type, direction, label, count } of counts) {
      const page = await app.json(
        NeighboursDto,
        `/api/nodes/${of('law/网络安全法')}/neighbours?type=${type}&direction=${direction}&label=${label}`,
      );
      expect([type, page.total]).toEqual([type, count]);
    }
  });

  it('says where a 款 stands', async () => {
    const { ancestors } = await app.json(NodeDetail, `/api/nodes/${of(`${TEXT}/art_2/par_2`)}`);
    expect(ancestors.map((node) => node.id)).toEqual([TEXT, `${TEXT}/chp_1`, `${TEXT}/art_2`]);
  });

  it('joins nodes by every relationship among them, and gives a degree that is the database’s', async () => {
    const graph = await app.json(GraphDto, `/api/graph?view=law&id=${of('law/网络安全法')}&limit=40`);
    const ids = graph.nodes.map((node) => node.id);
    expect(graph.edges).toHaveLength(
      await app.count(
        'MATCH (a)-[r]->(b) WHERE a.id IN $ids AND b.id IN $ids AND type(r) <> "HAS_TEXT" RETURN count(r)',
        { ids },
      ),
    );
    for (const { id, degree } of graph.nodes) {
      expect([id, degree]).toEqual([
        id,
        await app.count('MATCH ({id: $id})-[r]-() WHERE type(r) <> "HAS_TEXT" RETURN count(r)', { id }),
      ]);
    }
  });

  it('finds all shortest paths, and none where there is none', async () => {
    const answer = await app.json(PathsDto, `/api/paths?from=${of('law/未成年人网络保护条例')}&to=${of('law/宪法')}`);
    expect(answer.paths).toContainEqual(['law/未成年人网络保护条例', 'law/网络安全法', 'law/宪法']);
    expect(answer.length).toBe(2);
    const same = await app.json(PathsDto, `/api/paths?from=${of(TEXT)}&to=${of(TEXT)}`);
    expect([same.paths, same.length]).toEqual([[[TEXT]], 0]);
  });
});

describe('duties and counts', () => {
  it('gives in a cell of the matrix what the list gives for it', async () => {
    const matrix = await app.json(MatrixDto, '/api/duties/matrix?limit=8');
    expect(matrix.rows.length).toBeGreaterThan(0);
    for (const { bearer, total, cells } of matrix.rows) {
      const list = (more: string): Promise<DutiesPage> =>
        app.json(DutiesPage, `/api/duties?bearer=${of(bearer ?? '')}&limit=1${more}`);
      expect([bearer, (await list('')).total]).toEqual([bearer, total]);
      for (const [modality, count] of Object.entries(cells)) {
        expect([bearer, modality, (await list(`&modality=${modality}`)).total]).toEqual([bearer, modality, count]);
      }
    }
  });

  it('lists every duty once when paged, each with its sentence', async () => {
    const total = await app.count('MATCH (d:Duty) RETURN count(d)');
    const first = await app.json(DutiesPage, '/api/duties?limit=5');
    const rest = await app.json(DutiesPage, `/api/duties?limit=500&cursor=${first.cursor}`);
    const ids = [...first.items, ...rest.items].map((duty) => duty.id);
    expect([first.total, ids.length, new Set(ids).size]).toEqual([total, total, total]);
    for (const duty of first.items) expect(duty.evidence.quote.length).toBeGreaterThan(0);
  });

  it('counts on the landing page what the store holds', async () => {
    const stats = await app.json(Stats, '/api/stats');
    for (const [label, count] of Object.entries(stats.nodes)) {
      expect([label, count]).toEqual([
        label,
        await app.count(`MATCH (n) WHERE $label IN labels(n) RETURN count(n)`, { label }),
      ]);
    }
    for (const [type, count] of Object.entries(stats.relationships)) {
      expect([type, count]).toEqual([
        type,
        await app.count(`MATCH ()-[r]->() WHERE type(r) = $type RETURN count(r)`, { type }),
      ]);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CitationRow, CitedByPage, CitesPage, LawDetail } from '#model/wire/laws.ts';
import { of, startFilledApp, type TestApp } from './support/app.ts';

const LAW = 'law/网络安全法';
const TEXT = 'law/网络安全法@2016-11-07';
const 本法 = `r.documentId STARTS WITH '${LAW}@'`;
/** Citations of the law or of anything in its texts, found by the ids alone. */
const CITED = `MATCH ()-[r:CITES]->(to) WHERE (to.id = '${LAW}' OR to.id STARTS WITH '${LAW}@')`;

let app: TestApp;
beforeAll(async () => {
  app = await startFilledApp();
});
afterAll(() => app.close());

const citedBy = (query = '', id = LAW, kind = 'laws'): Promise<CitedByPage> =>
  app.json(CitedByPage, `/api/${kind}/${of(id)}/cited-by?limit=500${query}`);
const places = (page: { items: readonly CitationRow[] }): string[] =>
  page.items.map(({ from, to }) => `${from.id} → ${to.id}`);

describe('被引用 of a law', () => {
  it.each([
    ['articles', `${CITED} AND NOT ${本法} AND (to:Provision OR r.article IS NOT NULL) RETURN count(r)`],
    ['mentions', `${CITED} AND NOT ${本法} AND to:Law AND r.article IS NULL RETURN count(r)`],
    ['internal', `${CITED} AND ${本法} RETURN count(r)`],
    ['promotes', `MATCH ()-[r:PROMOTES]->({id: '${LAW}'}) RETURN count(r)`],
  ] as const)('counts %s as the database does, and lists as many', async (bucket, cypher) => {
    const expected = await app.count(cypher);
    const page = await citedBy(`&bucket=${bucket}`);
    expect(expected).toBeGreaterThan(0);
    expect([page.buckets[bucket], page.total, page.items.length]).toEqual([expected, expected, expected]);
  });

  it('finds what cites the law by article from outside', async () => {
    const named = places(await citedBy('&bucket=articles')).filter((place) => !place.includes('通知'));
    expect(named.sort()).toEqual([
      `law/未成年人网络保护条例@2023-10-16/art_2/par_1 → ${TEXT}/art_2/par_1/pnt_1`,
      `law/未成年人网络保护条例@2023-10-16/art_2/par_1 → ${TEXT}/art_2/par_2`,
      `law/未成年人网络保护条例@2023-10-16/art_2/par_1 → ${TEXT}/art_3`,
      `law/未成年人网络保护条例@2023-10-16/art_3/par_1 → ${TEXT}/art_4`,
      `law/网络数据安全管理办法@2024-01-02/art_1/par_1 → ${TEXT}/art_2/par_2`,
    ]);
  });

  it('counts a citation of 第二条第二款 for the 款, its 条 and the law', async () => {
    const both = ['law/未成年人网络保护条例@2023-10-16/art_2/par_1', 'law/网络数据安全管理办法@2024-01-02/art_1/par_1'];
    const cites = (page: CitedByPage): string[] =>
      page.items.filter((row) => row.to.id === `${TEXT}/art_2/par_2`).map((row) => row.from.id);
    expect(cites(await citedBy('', `${TEXT}/art_2/par_2`, 'provisions')).sort()).toEqual(both);
    expect(cites(await citedBy('', `${TEXT}/art_2`, 'provisions')).sort()).toEqual(both);
    expect(cites(await citedBy()).sort()).toEqual(both);
  });

  it('filters by 条, 款 and 项, 效力位阶, year and document, and every total is the number of rows', async () => {
    for (const [query, expected] of [
      ['&article=2', `${CITED} AND r.article = '2' RETURN count(r)`],
      ['&article=2&paragraph=2', `${CITED} AND r.article = '2' AND r.paragraph = 2 RETURN count(r)`],
      [
        '&article=2&paragraph=1&item=1',
        `${CITED} AND r.article = '2' AND r.paragraph = 1 AND r.item = 1 RETURN count(r)`,
      ],
      ['&year=2023', `${CITED} MATCH (d:Document {id: r.documentId}) WHERE d.date STARTS WITH '2023' RETURN count(r)`],
      [
        `&documentId=${of('law/网络数据安全管理办法@2024-01-02')}`,
        `${CITED} AND r.documentId = 'law/网络数据安全管理办法@2024-01-02' RETURN count(r)`,
      ],
    ] as const) {
      const page = await citedBy(query);
      const outside = query === '&year=2023' ? page.buckets.promotes : 0;
      expect([query, page.total - outside], query).toEqual([query, await app.count(expected)]);
      expect(page.items, query).toHaveLength(page.total);
    }
  });

  it('offers facets that add up, each without its own filter', async () => {
    const all = await citedBy();
    const some = await citedBy('&article=2');
    expect(some.facets.articles).toEqual(all.facets.articles);
    expect(all.facets.ranks.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
    for (const { value, count } of all.facets.articles) expect((await citedBy(`&article=${value}`)).total).toBe(count);
    for (const { value, count } of all.facets.years) expect((await citedBy(`&year=${value}`)).total).toBe(count);
    for (const { value, count } of all.facets.ranks) expect((await citedBy(`&rank=${of(value)}`)).total).toBe(count);
  });

  it('keeps the rows of one document together', async () => {
    const documents = (await citedBy()).items.map((row) => row.document.id);
    const runs = documents.filter((id, at) => id !== documents[at - 1]);
    expect(runs).toHaveLength(new Set(documents).size);
    expect((await citedBy()).documents).toBe(new Set(documents).size);
  });

  it('gives every row once when paged one by one, in the same order', async () => {
    const whole = (await citedBy()).items.map((row) => row.relationId);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: CitedByPage = await app.json(
        CitedByPage,
        `/api/laws/${of(LAW)}/cited-by?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      paged.push(...page.items.map((row) => row.relationId));
      cursor = page.cursor;
    }
    expect(paged).toEqual(whole);
  });

  it('shows the sentence with the quote marked, and where it stands', async () => {
    const { items } = await citedBy('&bucket=articles');
    const row = items.find((one) => one.from.id.startsWith('law/未成年人网络保护条例@2023-10-16/art_3'));
    expect(row?.sentence.text.slice(row.sentence.markStart, row.sentence.markEnd)).toBe(row?.evidence.quote);
    expect(row?.sentence.text).toContain('依照《中华人民共和国网络安全法》第四条的规定处罚');
    expect(row?.from.breadcrumb).toBe('第三条 › 第1款');
  });

  it('says that a law which is not there is not there, and tells it from one nobody cites', async () => {
    expect(await app.error(`/api/laws/${of('law/没有的法')}/cited-by`)).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
    expect(await citedBy('', `${TEXT}/art_5`, 'provisions')).toMatchObject({ total: 0, items: [], cursor: null });
  });
});

describe('本法引用的', () => {
  it('lists what leaves the texts of the law, as many as the database counts', async () => {
    const page = await app.json(CitesPage, `/api/laws/${of(LAW)}/cites?limit=500`);
    expect(page.total).toBe(
      await app.count(`MATCH (p:Provision)-[r:CITES|PROMOTES]->() WHERE p.documentId = '${TEXT}' RETURN count(r)`),
    );
    expect(page.items).toHaveLength(page.total);
    expect(page.items.find((row) => row.to.name === '刑法')?.citation).toMatchObject({
      article: '286-1',
      reason: 'not_held',
    });
  });

  it('counts for a 条 what its 款 and 项 cite', async () => {
    const page = await app.json(CitesPage, `/api/provisions/${of(`${TEXT}/art_4`)}/cites`);
    expect(page.items.map((row) => row.to.id).sort()).toEqual([`${TEXT}/art_2/par_1`, `${TEXT}/art_3`]);
  });
});

describe('the head of a law', () => {
  it('counts what its page shows, as the database does', async () => {
    const detail = await app.json(LawDetail, `/api/laws/${of(LAW)}`);
    expect(detail.versions).toEqual([
      {
        documentId: TEXT,
        title: '中华人民共和国网络安全法',
        date: '2016-11-07',
        articles: 5,
        sources: 1,
        newest: true,
      },
    ]);
    expect(detail.cites).toBe((await app.json(CitesPage, `/api/laws/${of(LAW)}/cites`)).total);
    expect(detail.buckets).toEqual((await citedBy()).buckets);
    expect(detail.related.map(({ type, direction, law }) => [type, direction, law.id])).toContainEqual([
      'BASED_ON',
      'out',
      'law/宪法',
    ]);
  });

  it('shows ←n at a provision: exactly what its own page counts', async () => {
    const { citedProvisions } = await app.json(LawDetail, `/api/laws/${of(LAW)}`);
    expect(Object.keys(citedProvisions)).toContain(`${TEXT}/art_2`);
    for (const [id, count] of Object.entries(citedProvisions)) {
      expect([id, (await citedBy('', id, 'provisions')).total]).toEqual([id, count]);
    }
  });
});

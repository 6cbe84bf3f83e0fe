/** Numbers as a screen says them, and the same counted in the database by queries of this test's own. */
import type { Locator, Page } from 'playwright-core';
import type { Walk } from './click-paths.ts';

type Ask = Walk['ask'];
type Counts = Readonly<Record<string, number>>;

const one = async (ask: Ask, query: string, params: Parameters<Ask>[1] = {}): Promise<number> =>
  Number((await ask(query, params))[0]?.[0]);

const digits = (text: string | null): number[] => [...(text ?? '').matchAll(/\d+/g)].map(([number]) => Number(number));
const lastNumber = async (place: Locator): Promise<number> => digits(await place.textContent()).at(-1) ?? Number.NaN;

/** Citations of a law from outside its own texts: of the law as a whole and of anything in its texts. */
const OUTSIDE = `MATCH (l:Law {id: $id}) CALL (l) {
  MATCH (l)<-[r:CITES]-() RETURN r
  UNION MATCH (l)<-[:TEXT_OF]-(d:Document) MATCH (:Provision {documentId: d.id})<-[r:CITES]-() RETURN r
} WITH l, r WHERE NOT EXISTS { MATCH (l)<-[:TEXT_OF]-(:Document {id: r.documentId}) }`;

/** The landing page of a library: what it holds, and what is cited most. */
export const landingSays = async (page: Page, ask: Ask) => {
  const stats = page.locator('.landing-list > p').last();
  await stats.waitFor();
  const lawRows = page.locator('section:has(.ranking)').first().locator('.ranking-row');
  const articleRows = page.locator('section:has(.ranking)').nth(1).locator('.ranking-row');
  const said: Record<string, number[]> = { held: digits(await stats.textContent()), laws: [], articles: [] };
  const counted: Record<string, number[]> = { held: [], laws: [], articles: [] };
  for (const label of ['Law', 'Document', 'Provision', 'Duty']) {
    counted['held']?.push(await one(ask, `MATCH (n:${label}) RETURN count(n)`));
  }
  for (const row of await lawRows.all()) {
    const href = (await row.getByRole('link').getAttribute('href')) ?? '';
    const id = decodeURIComponent(/\/law\/([^?]+)/.exec(href)?.[1] ?? '');
    said['laws']?.push(await lastNumber(row.locator('.ranking-count')));
    counted['laws']?.push(await one(ask, `${OUTSIDE} RETURN count(r)`, { id }));
  }
  for (const row of await articleRows.all()) {
    const href = (await row.getByRole('link').getAttribute('href')) ?? '';
    const id = new URL(href, 'http://x').searchParams.get('sel')?.slice(2) ?? '';
    said['articles']?.push(await lastNumber(row.locator('.ranking-count')));
    counted['articles']?.push(
      await one(
        ask,
        `MATCH (a:Provision {id: $id})-[:HAS_PART*0..3]->(p)<-[r:CITES]-() WHERE r.documentId <> a.documentId RETURN count(r)`,
        { id },
      ),
    );
  }
  return { said, counted };
};

const tabCount = async (page: Page, name: string): Promise<number> =>
  Number(await page.getByRole('tab', { name, exact: true }).locator('.tab-count').textContent());

/** A law's page, its list of citing provisions open: the counts on its tabs and at its buckets. */
export const lawSays = async (page: Page, ask: Ask, id: string) => {
  await page.locator('.citing-row').first().waitFor();
  const bucket = async (name: string) => lastNumber(page.getByRole('region', { name }).locator('h2'));
  const said: Counts = {
    articles: await tabCount(page, '条文'),
    citedBy: await tabCount(page, '被引用'),
    cites: await tabCount(page, '引用'),
    duties: await tabCount(page, '职责'),
    versions: await tabCount(page, '版本'),
    naming: await bucket('他法（指明条文）'),
    mentioning: await bucket('他法（仅提及）'),
    internal: await bucket('本法内'),
  };
  const text = `MATCH (:Law {id: $id})<-[:TEXT_OF]-(d:Document)`;
  const outside = (condition: string) => one(ask, `${OUTSIDE} AND ${condition} RETURN count(r)`, { id });
  const internal = await one(
    ask,
    `${text} MATCH (:Provision {documentId: d.id})-[r:CITES]->(to)
     WHERE (to:Law AND to.id = $id) OR EXISTS { MATCH (:Law {id: $id})<-[:TEXT_OF]-(:Document {id: to.documentId}) }
     RETURN count(r)`,
    { id },
  );
  const promoted = await one(ask, `MATCH (:Law {id: $id})<-[r:PROMOTES]-() RETURN count(r)`, { id });
  const counted: Counts = {
    articles: await one(ask, `${text} MATCH (p:Provision {documentId: d.id, level: 'article'}) RETURN count(p)`, {
      id,
    }),
    citedBy: (await outside('true')) + internal + promoted,
    cites: await one(ask, `${text} MATCH (:Provision {documentId: d.id})-[r:CITES|PROMOTES]->() RETURN count(r)`, {
      id,
    }),
    duties: await one(
      ask,
      `MATCH (duty:Duty) WHERE EXISTS { (duty)-[:UNDER]->(:Law {id: $id}) }
         OR EXISTS { MATCH (:Law {id: $id})<-[:TEXT_OF]-(d:Document) WHERE d.id = duty.documentId }
       RETURN count(duty)`,
      { id },
    ),
    versions: await one(ask, `${text} RETURN count(d)`, { id }),
    naming: await outside('(r.article IS NOT NULL OR endNode(r):Provision)'),
    mentioning: await outside('r.article IS NULL AND endNode(r):Law'),
    internal,
  };
  return { said, counted };
};

/** ←n at the articles that are on screen. */
export const articlesSay = async (page: Page, ask: Ask) => {
  await page.locator('.cited-count').first().waitFor();
  const said: Record<string, number> = {};
  const counted: Record<string, number> = {};
  for (const row of await page.locator('.article-row:has(.cited-count)').all()) {
    const href = (await row.locator('.article-number').getAttribute('href')) ?? '';
    const id = new URL(href, 'http://x').searchParams.get('sel')?.slice(2) ?? '';
    said[id] = await lastNumber(row.locator('.cited-count'));
    counted[id] = await one(ask, `MATCH (:Provision {id: $id})-[:HAS_PART*0..4]->(p)<-[r:CITES]-() RETURN count(r)`, {
      id,
    });
  }
  return { said, counted };
};

/** A 条 is a hit for what none of its 款 holds; a chapter for the words of its heading, which no article holds. */
const IN_TEXT = (label: string): string =>
  `MATCH (n:${label}) WHERE n.text CONTAINS $q
   AND NOT EXISTS {
     MATCH (n)-[:HAS_PART]->(part:Provision) WHERE part.text CONTAINS $q AND part.id STARTS WITH n.id + '/'
   } RETURN count(n)`;
const BY_NAME = (label: string): string => `MATCH (n:${label}) WHERE n.name CONTAINS $q RETURN count(n)`;
const GROUPS: Readonly<Record<string, string>> = {
  法律: `MATCH (n:Law) WHERE n.title CONTAINS $q OR any(short IN n.shortTitles WHERE short CONTAINS $q) RETURN count(n)`,
  条文: IN_TEXT('Provision'),
  职责: IN_TEXT('Duty'),
  职能: BY_NAME('Function'),
  主体: BY_NAME('Organ'),
  文档: BY_NAME('Document'),
};

/** The page of search results: how many of each group. A group that is empty is not on screen and counts 0. */
export const searchSays = async (page: Page, ask: Ask, q: string) => {
  await page.locator('.hit').first().waitFor();
  const said: Record<string, number> = {};
  const counted: Record<string, number> = {};
  for (const [name, query] of Object.entries(GROUPS)) {
    const heading = page.getByRole('region', { name, exact: true }).locator('h2');
    said[name] = (await heading.count()) === 0 ? 0 : await lastNumber(heading);
    counted[name] = await one(ask, query, { q });
  }
  return { said, counted };
};

/** 展开 of the node selected: how many neighbours of each kind there are. */
export const expandSays = async (page: Page, ask: Ask, id: string) => {
  await page.locator('.expand-row').first().waitFor();
  const totals = await Promise.all(
    (await page.locator('.expand-row .muted').allTextContents()).map(async (text) => digits(text).at(-1)),
  );
  const rows = await ask(
    `MATCH (n:Law {id: $id})-[r:!HAS_TEXT]-(m)
     RETURN count(DISTINCT m) AS count, type(r), startNode(r) = n, labels(m)`,
    { id },
  );
  const sorted = (numbers: readonly unknown[]): number[] => numbers.map(Number).sort((a, b) => a - b);
  return { said: sorted(totals), counted: sorted(rows.map(([count]) => count)) };
};

/** The legend beside a graph whose nodes have these ids. */
export const legendSays = async (page: Page, ask: Ask, ids: readonly string[]) => {
  const head = page.getByRole('complementary', { name: '图例与筛选' }).getByRole('button').first();
  // Where the pane is narrow the legend begins closed.
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
  await page.locator('.legend-row').first().waitFor();
  const numbers = (await page.locator('.legend-count').allTextContents()).map(Number);
  const nodes = await ask(`MATCH (n:!Text) WHERE n.id IN $ids UNWIND labels(n) AS label RETURN label, count(n)`, {
    ids,
  });
  const edges = await ask(`MATCH (n)-[r:!HAS_TEXT]->(m) WHERE n.id IN $ids AND m.id IN $ids RETURN type(r), count(r)`, {
    ids,
  });
  const sorted = (list: readonly unknown[]): number[] => list.map(Number).sort((a, b) => a - b);
  return { said: sorted(numbers), counted: sorted([...nodes, ...edges].map((row) => row[1])) };
};

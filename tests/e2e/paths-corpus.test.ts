import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CypherResponse } from '#model/wire/console.ts';
import { CitedByPage, LawsPage } from '#model/wire/laws.ts';
import { activate, type By, evidenceMark, searchAndOpen } from './support/act.ts';
import { canRun, openBrowser, openPage, shoot } from './support/browser.ts';
import { type Product, startProduct } from './support/product.ts';

const PORT = 18_250;
const CORPUS = '../shared/corpus';
const here = existsSync(CORPUS);
if (!here) console.warn(`${CORPUS} is not here: the paths over the imported sample are left out`);
const BY: readonly By[] = ['mouse', 'keyboard'];

describe('the click paths on the imported sample', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    if (!here) return;
    product = await startProduct(PORT);
    browser = await openBrowser();
    await promisify(execFile)(process.execPath, ['scripts/import.ts', CORPUS], {
      env: { ...process.env, FAMAI_DATA: product.data },
      maxBuffer: 100_000_000,
    });
    // The first questions after a large import plan and fill caches; the page waits for them, the tests need not.
    for (const path of ['/api/stats', '/api/graph?view=overview', '/api/laws?limit=20', '/api/documents']) {
      await expect.poll(async () => (await fetch(product.url + path)).status, { timeout: 120_000 }).toBe(200);
    }
  }, 1_200_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const get = async (path: string) => (await fetch(product.url + path)).json();
  const count = async (query: string, params: object) => {
    const answer = await fetch(`${product.url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, params }),
    });
    return Number(CypherResponse.parse(await answer.json()).rows[0]?.[0]);
  };
  const at = async (path: string, use: (page: Page) => Promise<void>): Promise<void> => {
    const { page, problems } = await openPage(browser);
    try {
      await page.goto(product.url + path);
      page.setDefaultTimeout(60_000);
      await use(page);
      // A busy machine may answer 503 or 504 once; the page asks again by itself.
      expect(problems.filter((problem) => !/status of 50[34]/.test(problem))).toEqual([]);
    } finally {
      await page.context().close();
    }
  };

  it.runIf(here && canRun)('opens on the library: the most cited laws', () =>
    at('/', async (page) => {
      const title = LawsPage.parse(await get('/api/laws?limit=1')).items[0]?.title ?? 'no law';
      await expect.poll(() => page.locator('main').textContent(), { timeout: 60_000 }).toContain(title);
      await page.waitForTimeout(3000);
      await shoot(page, 'corpus-landing');
    }),
  );

  it.runIf(here && canRun).each(BY)('1 and 2 who cites 网络安全法第二十一条, and the sentence (%s)', (by) =>
    at('/', async (page) => {
      await searchAndOpen(page, 'zh', '网络安全法第二十一条', /第二十一条/, by);
      await page.waitForURL(/\/document\//);
      const cited = page.getByRole('link', { name: /第五十九条/ }).first();
      await cited.waitFor();
      await activate(page, cited, by);
      const mark = evidenceMark(page, 'zh');
      await mark.first().waitFor();
      expect((await mark.allTextContents()).join('')).toContain('第二十一条');
      await shoot(page, `corpus-cited-${by}`);
    }),
  );

  it.runIf(here && canRun)('9 a copied address shows the same view in a fresh profile', async () => {
    const laws = LawsPage.parse(await get('/api/laws?limit=1'));
    const law = laws.items[0];
    const path = `/law/${encodeURIComponent(law?.id ?? '')}?tab=citedBy&bucket=articles`;
    const texts: (string | null)[] = [];
    for (let visit = 0; visit < 2; visit += 1) {
      await at(path, async (page) => {
        await page.locator('.citing-row').first().waitFor();
        texts.push(await page.locator('.law').textContent());
      });
    }
    expect(texts[0]).toBe(texts[1]);
  });

  it.runIf(here)('says numbers that the database counts', async () => {
    const laws = LawsPage.parse(await get('/api/laws?limit=20'));
    for (const law of laws.items.slice(0, 5)) {
      const page = CitedByPage.parse(await get(`/api/laws/${encodeURIComponent(law.id)}/cited-by?limit=1`));
      const outside = await count(
        `MATCH (l:Law {id: $id}) CALL (l) {
           MATCH (l)<-[r:CITES]-(p) RETURN r
           UNION MATCH (l)<-[:TEXT_OF]-(d:Document) MATCH (t:Provision {documentId: d.id})<-[r:CITES]-() RETURN r
         } WITH l, r WHERE NOT EXISTS { MATCH (l)<-[:TEXT_OF]-(:Document {id: r.documentId}) }
         RETURN count(DISTINCT r)`,
        { id: law.id },
      );
      expect([law.title, page.buckets.articles + page.buckets.mentions]).toEqual([law.title, outside]);
      expect([law.title, law.citedBy]).toEqual([law.title, outside]);
    }
  });

  it.runIf(here)(
    'changes nothing when it is imported again',
    async () => {
      const before = await get('/api/stats');
      await promisify(execFile)(process.execPath, ['scripts/import.ts', CORPUS], {
        env: { ...process.env, FAMAI_DATA: product.data },
        maxBuffer: 100_000_000,
      });
      expect(await get('/api/stats')).toEqual(before);
    },
    600_000,
  );
});

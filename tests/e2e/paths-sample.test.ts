import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GraphDto } from '#model/wire/common.ts';
import { activate, evidenceMark, namesIn } from './support/act.ts';
import { canRun, openBrowser, shoot } from './support/browser.ts';
import * as paths from './support/click-paths.ts';
import * as numbers from './support/numbers.ts';
import { type Product, startProduct } from './support/product.ts';
import { askOf, TWO_WAYS, visit, WAYS, walk } from './support/walking.ts';

const PORT = 18_250;
const SAMPLE = '../shared/corpus';
const here = existsSync(SAMPLE);
if (!here) console.warn(`${SAMPLE} is not here: the paths over an imported sample are left out`);
const run = it.runIf(here && canRun);
const walked = process.env['CI'] === undefined ? WAYS : TWO_WAYS;

const DOCUMENT = '最高检印发《关于加强新时代检察机关网络法治工作的意见》';
const LAW = 'law/网络安全法';
/** The two folders that hold most of the files; of these only those that name what the paths walk over. */
const LARGE = ['司法解释', '行政法规'];
const NAMED = /网络安全法|反不正当竞争法|未成年人网络保护条例/;

/** Some three hundred files of the sample: an import of all of them takes longer than the paths. */
const someOfSample = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'famai-sample-'));
  for (const entry of readdirSync(SAMPLE, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const large = LARGE.some((name) => entry.parentPath.startsWith(join(SAMPLE, name)));
    if (large && !NAMED.test(entry.name) && !NAMED.test(readFileSync(from, 'utf8'))) continue;
    cpSync(from, join(folder, from.slice(SAMPLE.length)));
  }
  return folder;
};

const focusedClass = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');

describe('the click paths on an imported sample', () => {
  let product: Product;
  let browser: Browser;
  let folder: string;
  const importSample = () =>
    promisify(execFile)(process.execPath, ['scripts/import.ts', folder], {
      env: { ...process.env, FAMAI_DATA: product.data },
      maxBuffer: 100_000_000,
    });
  beforeAll(async () => {
    if (!here || !canRun) return;
    folder = someOfSample();
    product = await startProduct(PORT);
    browser = await openBrowser();
    await importSample();
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  const on = (path: string, use: (page: Page) => Promise<void>) => visit(browser, product.url + path, 'zh', use);
  const lawPage = (query: string): string => `/law/${encodeURIComponent(LAW)}${query}`;

  run('answers at once after the import', async () => {
    for (const path of [
      '/api/stats',
      '/api/graph?view=overview',
      '/api/laws',
      '/api/documents',
      '/api/duties/matrix',
    ]) {
      expect([path, (await fetch(product.url + path)).status]).toEqual([path, 200]);
    }
  });

  run('opens on the library: the laws cited most and how they cite each other', () =>
    on('/', async (page) => {
      await page.locator('.ranking-row').first().waitFor();
      await page.getByRole('region', { name: '关系图谱' }).locator('canvas').first().waitFor();
      await page.locator('.summed-row').first().waitFor();
      await shoot(page, 'sample-landing');
    }),
  );

  run.each(walked)('1 who cites 网络安全法第二十一条 (%s, %s)', (...way) =>
    walk(product, browser, way, async (walking) => {
      const shown = await paths.whoCites(walking, '网络安全法第二十一条');
      const rows = await walking.ask(
        `MATCH (:Provision {id: $id})-[:HAS_PART*0..4]->(p)<-[r:CITES]-() RETURN count(r)`,
        { id: 'law/网络安全法@2016-11-07/art_21' },
      );
      expect(shown).toBe(rows[0]?.[0]);
      await walking.page
        .getByRole('link', { name: /第五十九条/ })
        .first()
        .waitFor();
    }),
  );
  run.each(walked)('2 open the sentence (%s, %s)', (...way) =>
    walk(product, browser, way, async (walking) => {
      await paths.openSentence(walking, '网络安全法第二十一条');
      await shoot(walking.page, `sample-sentence-${way.join('-')}`);
    }),
  );
  run.each(walked)('3 why does this relationship exist (%s, %s)', (...way) =>
    walk(product, browser, way, (walking) => paths.whyThisRelationship(walking, '反不正当竞争法')),
  );
  run.each(walked)('4 what must 各级检察机关 do under 公益诉讼检察 (%s, %s)', (...way) =>
    walk(product, browser, way, (walking) =>
      paths.dutiesUnder(walking, '各级检察机关', '公益诉讼检察', '积极开展网络治理领域检察公益诉讼'),
    ),
  );
  run.each(walked)('5 what does the document want changed (%s, %s)', (...way) =>
    walk(product, browser, way, (walking) => paths.wantedChanges(walking, DOCUMENT)),
  );
  run.each(walked)('6 path from 公益诉讼检察 to 未成年人网络保护条例 (%s, %s)', (...way) =>
    walk(product, browser, way, (walking) =>
      paths.pathBetween(walking, DOCUMENT, '公益诉讼检察', '未成年人网络保护条例'),
    ),
  );
  run.each(walked)('7 expand, undo, redo, collapse (%s, %s)', (...way) =>
    walk(product, browser, way, (walking) => paths.expandAndCollapse(walking, '反不正当竞争法', /不正当竞争民事案件/)),
  );
  run.each(walked)('8 the same result as rows and as CSV (%s, %s)', (...way) =>
    walk(product, browser, way, (walking) => paths.rowsAndCsv(walking, '反不正当竞争法')),
  );
  run.each(walked)('9 copy the link, open it in a fresh profile, same view (%s, %s)', (...way) =>
    walk(product, browser, way, (walking) => paths.copyLink(walking, '反不正当竞争法', /不正当竞争民事案件/)),
  );
  run.each(walked)('10 export GEXF and read it back: same counts (%s, %s)', (...way) =>
    walk(product, browser, way, (walking) => paths.gexfReadBack(walking, '反不正当竞争法')),
  );

  run('goes from a law to a sentence that cites it in two keys', () =>
    on(lawPage('?tab=articles'), async (page) => {
      await page.locator('.article-row').first().waitFor();
      await page.keyboard.press('i');
      await expect.poll(() => focusedClass(page)).toContain('citing-link');
      await page.keyboard.press('Enter');
      await evidenceMark(page, 'zh').first().waitFor();
    }),
  );

  run('walks a text by its keys: articles, highlights, graph, list, reader', () =>
    on(`/document/${encodeURIComponent('law/网络安全法@2016-11-07')}`, async (page) => {
      const chosen = () => page.locator('.reader-chosen').first().textContent();
      await page.getByRole('region', { name: '阅读器' }).locator('p').first().waitFor();
      await page.getByRole('region', { name: '关系图谱' }).locator('canvas').first().waitFor();
      await page.keyboard.press(']');
      await expect.poll(chosen).toContain('第一条');
      await page.keyboard.press(']');
      await expect.poll(chosen).toContain('第二条');
      await page.keyboard.press('[');
      await expect.poll(chosen).toContain('第一条');
      await page.keyboard.press('n');
      await expect.poll(() => focusedClass(page)).toContain('hl');
      await page.keyboard.press('g');
      await expect.poll(() => focusedClass(page)).toContain('pane-graph');
      await page.keyboard.press('l');
      await expect.poll(() => focusedClass(page)).toContain('link');
      await page.keyboard.press('r');
      await expect.poll(() => focusedClass(page)).toContain('reader-scroll');
    }),
  );

  describe('every number on a screen is what the database counts', () => {
    const same = ({ said, counted }: { readonly said: unknown; readonly counted: unknown }) => {
      expect(said).toEqual(counted);
    };
    run('on the landing page', () => on('/', async (page) => same(await numbers.landingSays(page, askOf(product)))));
    run('on the page of a law', () =>
      on(lawPage('?tab=citedBy'), async (page) => same(await numbers.lawSays(page, askOf(product), LAW))),
    );
    run('at its articles', () =>
      on(lawPage('?tab=articles'), async (page) => same(await numbers.articlesSay(page, askOf(product)))),
    );
    run('of search results', () =>
      on(`/search?q=${encodeURIComponent('网络安全')}`, async (page) =>
        same(await numbers.searchSays(page, askOf(product), '网络安全')),
      ),
    );
    run('in the legend', () =>
      on(lawPage(''), async (page) => {
        const answer = await fetch(`${product.url}/api/graph?view=law&id=${encodeURIComponent(LAW)}`);
        const { nodes } = GraphDto.parse(await answer.json());
        same(
          await numbers.legendSays(
            page,
            askOf(product),
            nodes.map(({ id }) => id),
          ),
        );
      }),
    );
    run('before an expansion', () =>
      on(lawPage(`?sel=${encodeURIComponent(`n:${LAW}`)}`), async (page) => {
        await activate(page, page.getByRole('button', { name: namesIn('zh').expand, exact: true }).first(), 'mouse');
        same(await numbers.expandSays(page, askOf(product), LAW));
      }),
    );
  });

  run(
    'changes nothing when it is imported again',
    async () => {
      const stats = async () => (await fetch(`${product.url}/api/stats`)).text();
      const before = await stats();
      await importSample();
      await vi.waitFor(async () => expect(await stats()).toBe(before));
    },
    300_000,
  );
});

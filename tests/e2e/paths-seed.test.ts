import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canRun, openBrowser, shoot } from './support/browser.ts';
import * as paths from './support/click-paths.ts';
import { type Product, startProduct } from './support/product.ts';
import { visit, WAYS, walk } from './support/walking.ts';

const PORT = 18_220;
const DOCUMENT = '最高检印发《关于加强新时代检察机关网络法治工作的意见》';

describe('the click paths on the seed document', () => {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct(PORT);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it.runIf(canRun)('opens on the graph of the seed, never on a blank canvas', () =>
    visit(browser, product.url, 'zh', async (page) => {
      await page.getByRole('region', { name: '关系图谱' }).locator('canvas').first().waitFor();
      await page.getByText('网络犯罪防治法').first().waitFor();
      await page.getByText('拟制定').first().waitFor();
      await shoot(page, 'seed-landing');
    }),
  );

  it.runIf(canRun).each(WAYS)('1 who cites 网络安全法第二十一条: its law, which is not held (%s, %s)', (...way) =>
    walk(product, browser, way, async (here) => {
      const shown = await paths.whoCites(here, '网络安全法第二十一条');
      const rows = await here.ask(`MATCH (:Law {title: '网络安全法'})<-[r:CITES|PROMOTES]-() RETURN count(r)`);
      expect(shown).toBe(rows[0]?.[0]);
    }),
  );
  it.runIf(canRun).each(WAYS)('2 open the sentence (%s, %s)', (...way) =>
    walk(product, browser, way, async (here) => {
      await paths.openSentence(here, '网络安全法');
      await shoot(here.page, `seed-reader-${way.join('-')}`);
    }),
  );
  it.runIf(canRun).each(WAYS)('3 why does this relationship exist (%s, %s)', (...way) =>
    walk(product, browser, way, (here) => paths.whyThisRelationship(here, '反不正当竞争法')),
  );
  it.runIf(canRun).each(WAYS)('4 what must 各级检察机关 do under 公益诉讼检察 (%s, %s)', (...way) =>
    walk(product, browser, way, (here) =>
      paths.dutiesUnder(here, '各级检察机关', '公益诉讼检察', '积极开展网络治理领域检察公益诉讼'),
    ),
  );
  it.runIf(canRun).each(WAYS)('5 what does the document want changed (%s, %s)', (...way) =>
    walk(product, browser, way, (here) => paths.wantedChanges(here, DOCUMENT)),
  );
  it.runIf(canRun).each(WAYS)('6 path from 公益诉讼检察 to 未成年人网络保护条例 (%s, %s)', (...way) =>
    walk(product, browser, way, async (here) => {
      await paths.pathBetween(here, DOCUMENT, '公益诉讼检察', '未成年人网络保护条例');
      await shoot(here.page, `seed-path-${way.join('-')}`);
    }),
  );
  it.runIf(canRun).each(WAYS)('7 expand, undo, redo, collapse (%s, %s)', (...way) =>
    walk(product, browser, way, (here) => paths.expandAndCollapse(here, '反不正当竞争法', /要求,要积极参与网络立法/)),
  );
  it.runIf(canRun).each(WAYS)('8 the same result as rows and as CSV (%s, %s)', (...way) =>
    walk(product, browser, way, (here) => paths.rowsAndCsv(here, '反不正当竞争法')),
  );
  it.runIf(canRun).each(WAYS)('9 copy the link, open it in a fresh profile, same view (%s, %s)', (...way) =>
    walk(product, browser, way, (here) => paths.copyLink(here, '反不正当竞争法', /要求,要积极参与网络立法/)),
  );
  it.runIf(canRun).each(WAYS)('10 export GEXF and read it back: same counts (%s, %s)', (...way) =>
    walk(product, browser, way, (here) => paths.gexfReadBack(here, '反不正当竞争法')),
  );
});

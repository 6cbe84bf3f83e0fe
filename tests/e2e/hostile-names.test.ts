import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canRun, openBrowser, openPage } from './support/browser.ts';
import { type Product, startProduct } from './support/product.ts';

const PORT = 18_240;
const TITLE = `<img src=x onerror="window.hacked=1">条例`;
const TEXT = `${TITLE}

第一条 为了规范=cmd|' /C calc'!A0的使用，根据《中华人民共和国网络安全法》，制定本条例。

第二条 任何单位和个人不得使用<script>window.hacked=1</script>。
`;

describe('a document with hostile names', () => {
  let product: Product;
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'famai-hostile-'));
  beforeAll(async () => {
    product = await startProduct(PORT);
    browser = await openBrowser();
    writeFileSync(join(folder, '敌意.txt'), TEXT);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.runIf(canRun)('goes through upload, reader, list and graph as text', async () => {
    const { page, problems } = await openPage(browser);
    await page.goto(`${product.url}/documents`);
    const form = new FormData();
    form.append('file', new File([TEXT], '敌意.txt', { type: 'text/plain' }));
    const job = await (await fetch(`${product.url}/api/imports`, { method: 'POST', body: form })).json();
    await expect
      .poll(async () => (await (await fetch(`${product.url}/api/imports/${job.id}`)).json()).state, { timeout: 60_000 })
      .toBe('done');
    const { items } = await (await fetch(`${product.url}/api/documents`)).json();
    const uploaded = items.find(({ title }: { title: string }) => title.includes('onerror'));
    expect(uploaded).toBeDefined();
    await page.goto(`${product.url}/document/${encodeURIComponent(uploaded.id)}`, { waitUntil: 'networkidle' });
    await page.getByRole('region', { name: '阅读器' }).getByText('onerror').first().waitFor();
    await page.goto(`${product.url}/documents`, { waitUntil: 'networkidle' });
    await page.getByText('onerror').first().waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('leaves in every export as data', async () => {
    const read = async (format: string) =>
      (await fetch(`${product.url}/api/export?view=overview&format=${format}`)).text();
    for (const format of ['gexf', 'graphml']) expect(await read(format)).not.toMatch(/<img|<script/);
    for (const format of ['csv-nodes', 'csv-edges']) expect(await read(format)).not.toMatch(/(^|,)"?=cmd/m);
  });
});

import { readFileSync } from 'node:fs';
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activate, type By, evidenceMark, type Language, namesIn, searchAndOpen } from './support/act.ts';
import { canRun, DESKTOP, openBrowser, openPage, shoot } from './support/browser.ts';
import { type Product, startProduct } from './support/product.ts';

const PORT = 18_220;
const WAYS: readonly (readonly [By, Language])[] = [
  ['mouse', 'zh'],
  ['keyboard', 'zh'],
  ['mouse', 'en'],
  ['keyboard', 'en'],
];

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

  const at = async (path: string, language: Language, use: (page: Page) => Promise<void>): Promise<void> => {
    const { page, problems } = await openPage(browser, { ...DESKTOP, language });
    try {
      await page.goto(product.url + path);
      await use(page);
      expect(problems).toEqual([]);
    } finally {
      await page.context().close();
    }
  };
  const rowsOf = async (page: Page, language: Language) => {
    const list = page.getByRole('region', { name: namesIn(language).list });
    return list.locator('tbody tr').count();
  };

  it.runIf(canRun)('shows the graph of the seed, never a blank canvas', () =>
    at('/', 'zh', async (page) => {
      await page.getByRole('region', { name: '关系图谱' }).locator('canvas').first().waitFor({ timeout: 20_000 });
      await page.waitForTimeout(1500);
      await shoot(page, 'seed-landing');
      expect(await page.getByText('网络犯罪防治法').first().isVisible()).toBe(true);
      expect(await page.getByText('拟制定').first().isVisible()).toBe(true);
    }),
  );

  it.runIf(canRun).each(WAYS)('2 search 网络安全法, open it, read the sentence (%s, %s)', (by, language) =>
    at('/', language, async (page) => {
      const names = namesIn(language);
      await searchAndOpen(page, language, '网络安全法', /网络安全法/, by);
      await page.waitForURL(/\/law\//);
      const citedBy = page.getByRole('tab', { name: names.citedBy });
      await citedBy.waitFor();
      if ((await citedBy.getAttribute('aria-selected')) !== 'true') await activate(page, citedBy, by);
      await activate(page, page.getByRole('link', { name: /推动制定修订网络安全法/ }).first(), by);
      await page.waitForURL(/\/document\/.*at=/);
      const mark = evidenceMark(page, language);
      await mark.first().waitFor();
      expect((await mark.allTextContents()).join('')).toContain('网络安全法');
      expect(await mark.first().evaluate((element) => element.closest('p')?.textContent)).toContain(
        '推动制定修订网络安全法、网络犯罪防治法、反不正当竞争法、未成年人网络保护条例',
      );
      await shoot(page, `seed-reader-${by}-${language}`);
    }),
  );

  it.runIf(canRun).each(WAYS)('3 why does this relationship exist (%s, %s)', (by, language) =>
    at('/', language, async (page) => {
      const names = namesIn(language);
      await activate(page, page.getByRole('button', { name: /反不正当竞争法/ }).first(), by);
      await activate(page, page.getByRole('link', { name: names.openSource }).first(), by);
      const mark = evidenceMark(page, language);
      await mark.first().waitFor();
      expect((await mark.allTextContents()).join('')).toContain('反不正当竞争法');
    }),
  );

  it.runIf(canRun).each(WAYS)('4 what must 各级检察机关 do under 公益诉讼检察 (%s, %s)', (by, language) =>
    at('/duties', language, async (page) => {
      const names = namesIn(language);
      const table = page.getByRole('table', { name: names.matrix });
      const row = table.getByRole('row', { name: /各级检察机关/ }).first();
      await activate(page, row.getByRole('button').first(), by);
      await page.getByText('积极开展网络治理领域检察公益诉讼').first().waitFor();
      await shoot(page, `seed-duties-${language}`);
    }),
  );

  it.runIf(canRun).each(WAYS)('6 path from 公益诉讼检察 to 未成年人网络保护条例 (%s, %s)', (by, language) =>
    at('/', language, async (page) => {
      const names = namesIn(language);
      const graph = page.getByRole('region', { name: names.graph });
      await graph.locator('canvas').first().waitFor();
      await activate(page, page.getByRole('button', { name: names.openList }), by);
      const list = page.getByRole('region', { name: names.list });
      await activate(page, list.getByRole('button', { name: '公益诉讼检察', exact: true }).first(), by);
      await activate(page, graph.getByRole('button', { name: names.path }), by);
      await activate(page, list.getByRole('button', { name: '未成年人网络保护条例', exact: true }).first(), by);
      await graph
        .getByRole('status')
        .getByText(language === 'zh' ? /最短路径/ : /shortest path/i)
        .waitFor();
      await shoot(page, `seed-path-${language}`);
    }),
  );

  it.runIf(canRun).each(WAYS)('7 expand, undo, redo, collapse (%s, %s)', (by, language) =>
    at(`/law/${encodeURIComponent('law/反不正当竞争法')}`, language, async (page) => {
      const names = namesIn(language);
      const graph = page.getByRole('region', { name: names.graph });
      await graph.locator('canvas').first().waitFor();
      await activate(page, page.getByRole('button', { name: names.openList }), by);
      const list = page.getByRole('region', { name: names.list });
      await activate(page, list.getByRole('button', { name: /要求,要积极参与网络立法/ }).first(), by);
      const before = await rowsOf(page, language);
      await activate(page, graph.getByRole('button', { name: names.expand, exact: true }), by);
      await activate(page, page.getByRole('button', { name: names.expandAll }), by);
      await expect.poll(() => rowsOf(page, language)).toBeGreaterThan(before);
      const grown = await rowsOf(page, language);
      await page.keyboard.press('Escape');
      await activate(page, graph.getByRole('button', { name: names.undo }), by);
      await expect.poll(() => rowsOf(page, language)).toBe(before);
      await activate(page, graph.getByRole('button', { name: names.redo }), by);
      await expect.poll(() => rowsOf(page, language)).toBe(grown);
      await activate(page, graph.getByRole('button', { name: names.collapse, exact: true }), by);
      await expect.poll(() => rowsOf(page, language)).toBe(before);
    }),
  );

  it.runIf(canRun)('10 export GEXF and read it back: same counts as the list', () =>
    at('/', 'zh', async (page) => {
      const graph = page.getByRole('region', { name: '关系图谱' });
      await graph.locator('canvas').first().waitFor();
      const counts = await graph
        .getByText(/\d+ 个节点 · \d+ 条关系/)
        .first()
        .textContent();
      const [nodes, edges] = [...(counts ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
      await graph.getByRole('button', { name: '导出' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: /GEXF/ }).click();
      const file = await (await download).path();
      const read = parse(MultiDirectedGraph, readFileSync(file, 'utf8'), {
        allowUndeclaredAttributes: true,
        addMissingNodes: false,
      });
      expect([read.order, read.size]).toEqual([nodes, edges]);
    }),
  );
});

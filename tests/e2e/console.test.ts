/** 查询控制台 as a person uses it: typing, running, stopping, looking, keeping, taking away. */
import { readFileSync } from 'node:fs';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { evidenceMark } from './support/act.ts';
import { canRun, openBrowser, openPage, shoot } from './support/browser.ts';
import { type Product, startProduct } from './support/product.ts';

const PORT = 18_250;
const LONG = 'UNWIND range(1, 100000000000) AS x RETURN count(x) AS c';
const WAIT = { timeout: 30_000 };

let product: Product;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  if (!canRun) return;
  product = await startProduct(PORT);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
beforeEach(async () => {
  if (!canRun) return;
  ({ page, problems } = await openPage(browser));
  await page.goto(`${product.url}/console`);
  await editor().waitFor();
});
afterEach(async ({ task }) => {
  if (!canRun) return;
  if (task.result?.state === 'fail') await shoot(page, `console-failed-${task.name.slice(0, 12)}`);
  // A refused query is an answer of 4xx, which the browser reports on its console.
  expect(problems.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);
  await page.context().close();
});

const editor = (): Locator => page.getByRole('textbox', { name: 'Cypher' });
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const tab = (name: string): Locator => page.getByRole('tab', { name, exact: true });
const table = (): Locator => page.getByRole('table', { name: '结果' });
const written = async (): Promise<string> => (await editor().locator('.cm-line').allTextContents()).join('\n').trim();

const write = async (text: string): Promise<void> => {
  await editor().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
};
const run = async (text: string): Promise<void> => {
  await write(text);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
};
/** Key by key, as a person does; a suggestion must come by itself. */
const suggests = async (typed: string, wanted: string): Promise<void> => {
  await editor().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(typed, { delay: 15 });
  const option = page.locator('.cm-tooltip-autocomplete li', { hasText: new RegExp(`^${wanted}`) }).first();
  await option.waitFor(WAIT);
  await page.keyboard.press('Escape');
};
const saved = async (download: Promise<Download>): Promise<string> =>
  readFileSync(await (await download).path(), 'utf8');

describe('writing a query', () => {
  it.runIf(canRun)('is completed with the labels, types and properties of this graph', async () => {
    await suggests('MATCH (n:La', 'Law');
    await suggests('MATCH (d:Duty)-[:EXE', 'EXERCISES');
    await suggests('MATCH (d:Duty) WHERE d.moda', 'modality');
    await suggests('CALL db.index.full', 'fulltext');
  });

  it.runIf(canRun)('knows which relationship joins which label', async () => {
    await suggests('MATCH (l:Law)<-[:UND', 'UNDER');
    await suggests('MATCH (d:Duty)-[:EXERCISES]->(f:Fun', 'Function');
  });

  it.runIf(canRun)('shows problems where they are, and warns of a label that is not there', async () => {
    await write('MATCH (n:Law RETURN n.title');
    await page.locator('.cm-lintRange-error').first().waitFor(WAIT);
    await write('MATCH (n:Nope) RETURN n');
    await page.locator('.cm-lintRange-warning').first().waitFor(WAIT);
    await run('MATCH (n:Law)\nRETURN nope(n)');
    const alert = page.getByRole('alert');
    await alert.getByText('第 2 行第 8 列').waitFor(WAIT);
    await run('MATCH (n:Law) SET n.x = 1');
    await alert.getByText('只允许只读查询').waitFor(WAIT);
    await shoot(page, 'console-refused');
  });

  it.runIf(canRun)('begins from the structure of the graph', async () => {
    await tab('图的结构').click();
    await page.getByRole('button', { name: /^Law/ }).first().click();
    expect(await written()).toBe('MATCH (n:Law)\nRETURN n\nLIMIT 25');
    await shoot(page, 'console-schema');
    await page.getByRole('button', { name: 'Duty → Function' }).click();
    expect(await written()).toContain('(:Duty)-[:EXERCISES]->(:Function)');
    await button('运行').click();
    await table().waitFor(WAIT);
  });

  it.runIf(canRun)('is laid out on demand', async () => {
    await write('match (n:Law) return n.title limit 3');
    await button('整理').click();
    await expect.poll(written).toBe('MATCH (n:Law)\nRETURN n.title\nLIMIT 3');
  });
});

describe('running it', () => {
  it.runIf(canRun)('opens the sentence a row rests on, and the answer is still there afterwards', async () => {
    await run('MATCH (p:Provision)-[r:PROMOTES]->(l:Law) RETURN l.title AS 法律, r ORDER BY 法律');
    await table().waitFor(WAIT);
    expect(await table().getByRole('row').count()).toBe(5);
    await shoot(page, 'console-table');
    await table().getByRole('link', { name: '原文' }).first().click();
    await evidenceMark(page, 'zh').waitFor(WAIT);
    await page.goBack();
    await table().waitFor(WAIT);
    expect(await written()).toContain('PROMOTES');
  });

  it.runIf(canRun)('shows the same answer as a graph and as JSON', async () => {
    await run('MATCH p = (:Provision)-[:PROMOTES]->(:Law) RETURN p');
    await table().waitFor(WAIT);
    await tab('图谱').click();
    await page.locator('.console-graph canvas').first().waitFor(WAIT);
    await shoot(page, 'console-graph');
    await tab('JSON').click();
    await page.locator('.console-raw').getByText('"$type": "path"').first().waitFor(WAIT);
  });

  it.runIf(canRun)('explains and profiles as a tree with rows and hits', async () => {
    await write('MATCH (d:Duty)-[:EXERCISES]->(f:Function) RETURN f.name, count(d) AS n ORDER BY n DESC');
    await button('解释').click();
    const plan = page.getByRole('region', { name: '执行计划' });
    await plan.getByText('没有运行，行数是估计。').waitFor(WAIT);
    await button('分析').click();
    await tab('执行计划').click();
    await plan.getByText(/共 [\d,]+ 次数据库访问/).waitFor(WAIT);
    expect(await plan.getByText('ProduceResults').count()).toBe(1);
    expect(await plan.getByText(/\d+ 行 · [\d,]+ 次数据库访问/).count()).toBeGreaterThan(2);
    await shoot(page, 'console-profile');
  });

  it.runIf(canRun)('keeps to the limits chosen and says what was cut', async () => {
    await page.getByRole('combobox', { name: '行数上限' }).selectOption('100');
    await page.getByRole('combobox', { name: '时限（秒）' }).selectOption('1');
    await run('UNWIND range(1, 5000) AS x RETURN x');
    await page.getByText('已截断：只取了前 100 行').waitFor(WAIT);
    await run(LONG);
    await page.getByRole('alert').getByText('查询超过时限').waitFor(WAIT);
  });

  it.runIf(canRun)('is stopped by 停止, and the next query runs', async () => {
    await run(LONG);
    await button('停止').click();
    await page.getByRole('alert').getByText('查询已停止').waitFor(WAIT);
    // On a machine that is slow to end the transaction the database is started again meanwhile, and says so.
    const answered = async (): Promise<boolean> => {
      await run('RETURN 1 AS one');
      await table().or(page.getByRole('alert')).first().waitFor(WAIT);
      return table().isVisible();
    };
    await expect.poll(answered, { timeout: 90_000, interval: 1000 }).toBe(true);
  });

  it.runIf(canRun)('takes parameters', async () => {
    await page.getByRole('textbox', { name: '参数' }).fill('{"q": "网络"}');
    await run('MATCH (l:Law) WHERE l.title CONTAINS $q RETURN l.title AS 标题');
    await table().getByText('网络').first().waitFor(WAIT);
    await page.getByRole('textbox', { name: '参数' }).fill('{"q": ');
    expect(await button('运行').isDisabled()).toBe(true);
  });

  it.runIf(canRun)('is taken away as CSV and JSON', async () => {
    await run("RETURN '=1+1' AS a, '网络' AS b, 3 AS c");
    await table().waitFor(WAIT);
    const csv = page.waitForEvent('download');
    await button('导出 CSV').click();
    expect(await saved(csv)).toContain(`'=1+1`);
    const json = page.waitForEvent('download');
    await button('导出 JSON').click();
    expect(JSON.parse(await saved(json))).toEqual({
      columns: ['a', 'b', 'c'],
      rows: [['=1+1', '网络', 3]],
      truncated: false,
    });
  });
});

describe('what is kept', () => {
  it.runIf(canRun)('is the history, over a new start of the page, and by Ctrl+↑ in the editor', async () => {
    await run('RETURN 1 AS first');
    await table().getByText('first').waitFor(WAIT);
    await run('RETURN 2 AS second');
    await table().getByText('second').waitFor(WAIT);
    await page.goto(`${product.url}/console`);
    await editor().click();
    await page.keyboard.press('Control+ArrowUp');
    await expect.poll(written).toBe('RETURN 2 AS second');
    await page.keyboard.press('Control+ArrowUp');
    await expect.poll(written).toBe('RETURN 1 AS first');
    await page.keyboard.press('Control+ArrowDown');
    await expect.poll(written).toBe('RETURN 2 AS second');
    await tab('历史').click();
    expect(await page.getByRole('button', { name: /RETURN 1 AS first/ }).count()).toBe(1);
  });

  it.runIf(canRun)('are saved queries, to a file and back', async () => {
    await write('RETURN 42 AS answer');
    await button('收藏').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '名称' }).fill('答案');
    await dialog.getByRole('button', { name: '收藏' }).click();
    await tab('我的').click();
    const file = page.waitForEvent('download');
    await button('导出收藏').click();
    const text = await saved(file);
    await button('删除 答案').click();
    await page.getByText('还没有收藏').waitFor(WAIT);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'famai-queries.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await write('RETURN 0');
    await page.getByRole('button', { name: /^答案/ }).click();
    expect(await written()).toBe('RETURN 42 AS answer');
  });

  it.runIf(canRun)('every query that comes with the product can be put into the editor and run', async () => {
    const list = page.getByRole('tabpanel', { name: '收藏的查询' });
    const items = list.locator('.console-list li > button');
    await items.first().waitFor(WAIT);
    expect(await items.count()).toBeGreaterThanOrEqual(20);
    await list.getByRole('textbox', { name: '筛选查询' }).fill('职能');
    await items.first().click();
    await button('运行').click();
    await table().waitFor(WAIT);
  });
});

/** The same steps by mouse or by keyboard alone. */
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';

export type By = 'mouse' | 'keyboard';

/** Clicks, or focuses and presses Enter; by keyboard the element must take the focus and be reachable by Tab. */
export const activate = async (page: Page, target: Locator, by: By): Promise<void> => {
  await target.waitFor({ state: 'visible', timeout: 20_000 });
  if (by === 'mouse') {
    await target.click();
    return;
  }
  // A control that the last step has just enabled takes the focus once it is drawn anew, and a menu that is
  // closing gives the focus back to its button a moment later: the focus has to stay for two frames.
  await vi.waitFor(
    async () => {
      await target.focus();
      expect(await target.evaluate(keepsTheFocus)).toBe(true);
    },
    { timeout: 20_000, interval: 100 },
  );
  expect(await target.evaluate((element) => (element instanceof HTMLElement ? element.tabIndex : -1))).toBeGreaterThan(
    -2,
  );
  await page.keyboard.press('Enter');
};

const keepsTheFocus = (element: Element): Promise<boolean> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(element === document.activeElement)));
  });

/** Presses `/` until the search box has the focus: the page listens for keys from its first commit on. */
const focusByKey = async (page: Page, box: Locator): Promise<void> => {
  await box.waitFor({ state: 'visible', timeout: 20_000 });
  await vi.waitFor(
    async () => {
      await page.keyboard.press('/');
      expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    },
    { timeout: 20_000, interval: 100 },
  );
};

const NAMES = {
  zh: {
    search: '搜索',
    reader: '阅读器',
    graph: '关系图谱',
    list: '列表',
    openList: /^打开列表/,
    matrix: '职责矩阵',
    citedBy: /^被引用/,
    expand: '展开',
    expandAll: '全部关系',
    collapse: '收起',
    undo: '撤销',
    redo: '重做',
    path: '最短路径',
    export: '导出',
    copyLink: '复制链接',
    openSource: '打开出处',
    exportCsv: '导出 CSV',
    showQuery: '显示查询',
  },
  en: {
    search: 'Search',
    reader: 'Reader',
    graph: 'Graph',
    list: 'List',
    openList: /^Open list/,
    matrix: 'Duty matrix',
    citedBy: /^Cited by/,
    expand: 'Expand',
    expandAll: 'All relationships',
    collapse: 'Collapse',
    undo: 'Undo',
    redo: 'Redo',
    path: 'Shortest paths',
    export: 'Export',
    copyLink: 'Copy link',
    openSource: 'Open the source',
    exportCsv: 'Export CSV',
    showQuery: 'Show query',
  },
} as const;
export type Language = keyof typeof NAMES;
export const namesIn = (language: Language) => NAMES[language];

/** Types into the search box and takes the option with this text. */
export const searchAndOpen = async (
  page: Page,
  language: Language,
  q: string,
  option: RegExp,
  by: By,
): Promise<void> => {
  const box = page.getByRole('searchbox', { name: namesIn(language).search });
  if (by === 'mouse') await box.click();
  else await focusByKey(page, box);
  await page.keyboard.type(q);
  const hit = page.getByRole('option', { name: option }).first();
  await hit.waitFor({ state: 'visible', timeout: 20_000 });
  if (by === 'mouse') {
    await hit.click();
    return;
  }
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('ArrowDown');
    if ((await hit.getAttribute('aria-selected')) === 'true') break;
  }
  expect(await hit.getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Enter');
};

/** The sentence shown as evidence in the reader. */
export const evidenceMark = (page: Page, language: Language): Locator =>
  page.getByRole('region', { name: namesIn(language).reader }).locator('mark[aria-current="true"]');

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
  expect(await target.evaluate(reachableByKeys)).toBe(true);
  await page.keyboard.press('Enter');
};

/** Reached by Tab, or by the arrow keys of the set it belongs to. */
const reachableByKeys = (element: Element): boolean =>
  element instanceof HTMLElement &&
  (element.tabIndex >= 0 || element.closest('[role="tablist"], [role="menu"], [role="listbox"]') !== null);

/** Chooses one of a set of radio buttons drawn as one control. */
export const choose = async (page: Page, option: Locator, by: By): Promise<void> => {
  await option.waitFor({ state: 'attached', timeout: 20_000 });
  if (by === 'mouse') {
    await option.evaluate((element) => element.closest('label')?.scrollIntoView({ block: 'nearest' }));
    await option.locator('xpath=..').click();
  } else {
    await option.focus();
    await page.keyboard.press('Space');
  }
  await expect.poll(() => option.isChecked()).toBe(true);
};

/** Opens a menu and takes the item with this name. */
export const takeFromMenu = async (page: Page, menu: Locator, item: RegExp, by: By): Promise<void> => {
  await activate(page, menu, by);
  const entry = page.getByRole('menuitem', { name: item });
  await entry.waitFor({ state: 'visible' });
  if (by === 'mouse') return entry.click();
  // The menu gives its first item the focus a moment after it opens, and moves it a moment after each key.
  const focused = page.locator('[role="menuitem"]:focus');
  await focused.waitFor();
  while (!(await entry.evaluate((element) => element === document.activeElement))) {
    const before = await focused.textContent();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused.textContent()).not.toBe(before);
  }
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
    hide: '隐藏',
    linkCopied: /已复制链接/,
    edges: /^关系 \d/,
    evidence: '证据句',
    namedLaws: '提到的法律文件',
    promotes: '推动制定修订',
    home: /首页/,
    pathFound: /条最短路径/,
    csvNodes: /CSV 节点表/,
    csvEdges: /CSV 关系表/,
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
    hide: 'Hide',
    linkCopied: /Link copied/,
    edges: /^Relationships \d/,
    evidence: 'Evidence',
    namedLaws: 'Instruments it names',
    promotes: 'asks for',
    home: /Home/,
    pathFound: /shortest paths of/,
    csvNodes: /CSV of nodes/,
    csvEdges: /CSV of relationships/,
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
  // While the answer to what was typed is on its way, the list still shows the one before.
  await page.locator('[role="listbox"][aria-busy="false"]').waitFor({ timeout: 20_000 });
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

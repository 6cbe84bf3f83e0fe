/** Stands a fresh profile on a page of the running product, and asks its database. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { CypherResponse } from '#model/wire/console.ts';
import type { By, Language } from './act.ts';
import { DESKTOP, openPage } from './browser.ts';
import type { Walk } from './click-paths.ts';
import type { Product } from './product.ts';

/** Every way a click path is walked: by mouse and by keys alone, in both languages. */
export const WAYS: readonly (readonly [By, Language])[] = [
  ['mouse', 'zh'],
  ['keyboard', 'zh'],
  ['mouse', 'en'],
  ['keyboard', 'en'],
];

/** Both hands and both languages in two walks, where four would take too long. */
export const TWO_WAYS = [
  ['mouse', 'zh'],
  ['keyboard', 'en'],
] as const satisfies typeof WAYS;

/** The rows of a Cypher query. */
export const askOf =
  (product: Product): Walk['ask'] =>
  async (query, params = {}) => {
    const answer = await fetch(`${product.url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, params }),
    });
    return CypherResponse.parse(await answer.json()).rows;
  };

/** Opens `path` in a profile that has never been here, and fails when the page reports an error. */
export const visit = async (
  browser: Browser,
  address: string,
  language: Language,
  use: (page: Page) => Promise<void>,
): Promise<void> => {
  const { page, problems } = await openPage(browser, { ...DESKTOP, language });
  try {
    await page.goto(address);
    await use(page);
    expect(problems).toEqual([]);
  } finally {
    await page.context().close();
  }
};

/** Walks a click path from the landing page. */
export const walk = (
  product: Product,
  browser: Browser,
  [by, language]: readonly [By, Language],
  path: (walk: Walk) => Promise<unknown>,
): Promise<void> =>
  visit(browser, product.url, language, async (page) => {
    const elsewhere: Walk['elsewhere'] = (address, use) => visit(browser, address, language, use);
    await path({ page, language, by, ask: askOf(product), elsewhere });
  });

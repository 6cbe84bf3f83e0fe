import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LawsPage } from '#model/wire/laws.ts';
import { canRun, openBrowser, openPage, shoot } from './support/browser.ts';
import { type Product, startProduct } from './support/product.ts';

const PORT = 18_230;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeFinding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
declare global {
  interface Window {
    axe: { run: (options: object) => Promise<{ violations: AxeFinding[] }> };
  }
}

const SCREENS = ['landing', 'law', 'document', 'duties', 'console', 'search', 'laws', 'documents'] as const;

describe('axe finds nothing', () => {
  let product: Product;
  let browser: Browser;
  let addresses: Record<(typeof SCREENS)[number], string>;
  beforeAll(async () => {
    product = await startProduct(PORT);
    browser = await openBrowser();
    const laws = LawsPage.parse(await (await fetch(`${product.url}/api/laws`)).json());
    const { items } = await (await fetch(`${product.url}/api/documents`)).json();
    const law = laws.items.find(({ title }) => title === '反不正当竞争法');
    addresses = {
      landing: '/',
      law: `/law/${encodeURIComponent(law?.id ?? '')}?tab=citedBy`,
      document: `/document/${encodeURIComponent(items[0].id)}?at=856-861`,
      duties: '/duties',
      console: '/console',
      search: `/search?q=${encodeURIComponent('网络')}`,
      laws: '/laws',
      documents: '/documents',
    };
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const cases = (['light', 'dark'] as const).flatMap((theme) =>
    (['zh', 'en'] as const).flatMap((language) => SCREENS.map((screen) => ({ theme, language, screen }))),
  );
  it.runIf(canRun).each(cases)('on $screen, $theme, $language', async ({ theme, language, screen }) => {
    const { page, problems } = await openPage(browser, { width: 1440, height: 900, theme, language });
    await page.goto(product.url + addresses[screen], { waitUntil: 'networkidle' });
    await page.waitForTimeout(600);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const found = await window.axe.run({ resultTypes: ['violations'] });
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
      );
    });
    await shoot(page, `a11y-${screen}-${theme}-${language}`);
    expect(violations).toEqual([]);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  const sizes = [
    [1440, 900],
    [1024, 768],
    [390, 844],
  ] as const;
  it.runIf(canRun).each(sizes)('nothing is wider than a window of %d×%d', async (width, height) => {
    for (const screen of SCREENS) {
      const { page } = await openPage(browser, { width, height, theme: 'light', language: 'zh' });
      await page.goto(product.url + addresses[screen], { waitUntil: 'networkidle' });
      await shoot(page, `size-${screen}-${width}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await page.context().close();
    }
  });
});

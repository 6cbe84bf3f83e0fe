/** A real Chromium, with software rendering and nothing that calls home. */
import { existsSync, mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const CANDIDATES = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export const browserPath = CANDIDATES.find((path): path is string => path !== undefined && existsSync(path));

/** Without a browser these tests are left out, but in CI that is a failure. */
export const canRun = browserPath !== undefined || process.env['CI'] !== undefined;

export const openBrowser = (): Promise<Browser> => {
  if (browserPath === undefined) throw new Error('no Chromium found: install it, or set CHROMIUM_PATH');
  return chromium.launch({ executablePath: browserPath, headless: true, args: FLAGS });
};

export interface View {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly language: 'zh' | 'en';
}
export const DESKTOP: View = { width: 1440, height: 900, theme: 'light', language: 'zh' };

/** A page of its own profile that fails the test when the page reports an error. */
export const openPage = async (browser: Browser, view: View = DESKTOP): Promise<{ page: Page; problems: string[] }> => {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.theme,
    locale: view.language === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  await context.addInitScript(
    (language) =>
      localStorage.setItem('famai.preferences', JSON.stringify({ language, theme: 'system', shortcuts: true })),
    view.language,
  );
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, problems };
};

/** Screenshots are build output, under build/screenshots. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  mkdirSync('build/screenshots', { recursive: true });
  await page.screenshot({ path: `build/screenshots/${name}.png` });
};

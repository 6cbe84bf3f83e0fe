/** `npm run bench -- client`: our picture against plain Sigma and Cytoscape, the same graph on the same camera path, one run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { build, preview } from 'vite';

const SUBJECTS = ['sigma', 'famai', 'cytoscape'] as const;
type SubjectName = (typeof SUBJECTS)[number];
type Measured = { firstFrameMs: number; framesPerSecond: number };

const NODES = 5000;
const EDGES = 10_000;
const SECONDS = 5;
const ROUNDS = 3;
const ROOT = fileURLToPath(new URL('../client', import.meta.url));
/** Software GL, the same for all: what a machine without a graphics card does. */
const FLAGS = [
  '--headless',
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

/** Each measurement has a page of its own: no renderer inherits another's caches or contexts. */
const measureOne = async (browser: Browser, address: string, name: SubjectName): Promise<Measured> => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(address);
    await page.waitForFunction('typeof window.runBench === "function"');
    return await page.evaluate<Measured>(`window.runBench('${name}', ${NODES}, ${EDGES}, ${SECONDS})`);
  } finally {
    await page.close();
  }
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const report = (results: ReadonlyMap<SubjectName, readonly Measured[]>): void => {
  const first = (name: SubjectName) => median((results.get(name) ?? []).map((one) => one.firstFrameMs));
  const rate = (name: SubjectName) => median((results.get(name) ?? []).map((one) => one.framesPerSecond));
  console.log(`${NODES} nodes, ${EDGES} relationships, Chinese labels, software GL, median of ${ROUNDS}`);
  for (const name of SUBJECTS) {
    console.log(`  ${name.padEnd(10)} first frame ${first(name).toFixed(0)} ms, ${rate(name).toFixed(1)} frames/s`);
  }
  const slower = first('famai') / first('sigma');
  const faster = rate('famai') / rate('sigma');
  console.log(`first frame against plain sigma: ${slower.toFixed(2)} times (target at most 1.5)`);
  console.log(`frames per second against plain sigma: ${faster.toFixed(1)} times (target at least 2, goal 4)`);
  console.log(`frames per second against cytoscape: ${(rate('famai') / rate('cytoscape')).toFixed(1)} times`);
  if (slower > 1.5 || faster < 2) process.exitCode = 1;
};

/** Builds the page, measures every renderer in turn three times over, prints the medians and their ratios. */
export const benchClient = async (): Promise<void> => {
  const outDir = await mkdtemp(join(tmpdir(), 'famai-bench-'));
  const options = { configFile: false as const, root: join(ROOT, 'bench'), logLevel: 'error' as const };
  await build({ ...options, build: { outDir, emptyOutDir: true, target: 'es2023' } });
  const server = await preview({
    ...options,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 18190 },
  });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
  const address = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:18190/';
  const results = new Map<SubjectName, Measured[]>(SUBJECTS.map((name) => [name, []]));
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of SUBJECTS) results.get(name)?.push(await measureOne(browser, address, name));
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  }
  report(results);
};

/** Builds the client when it is missing or older than its sources. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FamaiError } from '#model/errors.ts';

/** What the client is built from. */
const SOURCES = ['client', 'graph-data/model', 'vite.config.ts', 'package.json'];

const newest = async (path: string): Promise<number> => {
  const info = await stat(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const times = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))),
  );
  return Math.max(info.mtimeMs, ...times.map((one) => one.mtimeMs));
};

const builtAt = async (root: string): Promise<number> => {
  const page = await stat(join(root, 'dist', 'client', 'index.html')).catch(() => null);
  return page?.mtimeMs ?? 0;
};

/** True when the built client is as new as its sources. Where these were left out, as in a container, it is taken as it is. */
const isCurrent = async (root: string): Promise<boolean> => {
  const built = await builtAt(root);
  if (built === 0) return false;
  if (!existsSync(join(root, 'client'))) return true;
  const sources = await Promise.all(SOURCES.map((path) => newest(join(root, path)).catch(() => 0)));
  return built >= Math.max(...sources);
};

/** @throws FamaiError INTERNAL with the last lines of the build when it fails */
export const ensureClient = async (root: string, say: (line: string) => void): Promise<void> => {
  if (await isCurrent(root)) return;
  say('正在构建页面… / Building the page…');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--config', join(root, 'vite.config.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  const read = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-2000);
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) {
    throw new FamaiError(
      'INTERNAL',
      `页面构建失败：请运行 npm ci 后重试。 / The page could not be built: run npm ci and try again.\n${output}`,
    );
  }
};

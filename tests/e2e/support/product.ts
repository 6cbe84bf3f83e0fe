/** Starts the whole product as a user does, on a port and a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Product {
  readonly url: string;
  readonly data: string;
  readonly output: () => string;
  readonly process: ChildProcess;
  readonly stop: () => Promise<number | null>;
}

const URL_LINE = /https?:\/\/127\.0\.0\.1:\d+/;
const START_TIMEOUT_MS = 170_000;

/** Resolves when the line with the URL is printed; rejects with the output when the process ends before. */
export const startProduct = async (port: number, env: Readonly<Record<string, string>> = {}): Promise<Product> => {
  const data = env['FAMAI_DATA'] ?? mkdtempSync(join(tmpdir(), 'famai-e2e-'));
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), FAMAI_DATA: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGTERM');
      reject(new Error(`no URL within ${START_TIMEOUT_MS} ms:\n${output}`));
    }, START_TIMEOUT_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = URL_LINE.exec(output);
      if (found !== null) {
        clearTimeout(timer);
        resolve(found[0]);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code} before it was ready:\n${output}`));
    });
  });
  return {
    url,
    data,
    output: () => output,
    process: child,
    stop: async () => {
      child.kill('SIGINT');
      const code = await exited;
      if (env['FAMAI_DATA'] === undefined) rmSync(data, { recursive: true, force: true });
      return code;
    },
  };
};

/** Commands of the product as processes of their own: what they print, and how they end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Running {
  readonly child: ChildProcess;
  /** All it has printed so far, both streams. */
  output(): string;
  /** Resolves once it has printed something that matches. Rejects when it ends before. */
  said(pattern: RegExp): Promise<string>;
  readonly ended: Promise<number | null>;
}

/** Starts `scripts/NAME.ts` with this runtime. */
export const runScript = (name: string, args: readonly string[], env: Readonly<Record<string, string>>): Running => {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', `${name}.ts`), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    text += chunk.toString('utf8');
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((done) => {
    child.once('close', (code) => {
      done(code);
      for (const listener of listeners) listener();
    });
  });
  const said = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = pattern.exec(text);
        if (match !== null) resolve(match[0]);
        else if (child.exitCode !== null || child.signalCode !== null) reject(new Error(`ended without it: ${text}`));
        else return;
        listeners.delete(look);
      };
      listeners.add(look);
      look();
    });
  return { child, output: () => text, said, ended };
};

/** Waits until `condition` holds. @throws Error after `ms` */
export const until = async (condition: () => boolean | Promise<boolean>, ms: number): Promise<void> => {
  const end = Date.now() + ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Runs a short-lived program and gathers what it says. */
import { spawn } from 'node:child_process';

export interface CommandResult {
  /** Null when the program is not there. */
  readonly code: number | null;
  readonly output: string;
}

const KEPT_OUTPUT = 20_000;

/** Runs `program` without a shell. Never rejects: a program that is missing gives `code: null`. */
export const runCommand = (
  program: string,
  args: readonly string[],
  onLine: (line: string) => void = () => {},
): Promise<CommandResult> =>
  new Promise((done) => {
    let output = '';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const hear = (chunk: Buffer): void => {
      const text = chunk.toString('utf8');
      output = (output + text).slice(-KEPT_OUTPUT);
      for (const line of text.split('\n')) if (line.trim() !== '') onLine(line);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', () => done({ code: null, output }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });

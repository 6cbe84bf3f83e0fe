/** The server a load run is about: one that runs already, or one started with the corpus imported. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export interface ServerUnderTest {
  readonly url: string;
  /** Resident memory of app and database in MB; null where it cannot be read. */
  memory(): Promise<{ app: number | null; database: number | null }>;
  close(): Promise<void>;
}

const State = z.object({ pid: z.int() });
const ROOT = join(import.meta.dirname, '../..');

const residentMb = async (pid: number): Promise<number | null> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kb = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
  return kb === undefined ? null : Math.round(Number(kb) / 1024);
};

const run = (script: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
  spawn(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });

/** `FAMAI_URL` names a running one, whose memory is then not ours to read; `data` is a folder that is filled already. */
export const openServer = async (corpus: string, data: string | undefined): Promise<ServerUnderTest> => {
  const given = process.env['FAMAI_URL'];
  if (given !== undefined && given !== '') {
    return { url: given, memory: async () => ({ app: null, database: null }), close: async () => {} };
  }
  const folder = data ?? (await mkdtemp(join(tmpdir(), 'famai-load-')));
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', FAMAI_DATA: folder };
  const server = run('scripts/start.ts', [], env);
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    server.once('exit', () => reject(new Error('the server did not start')));
  });
  if (data === undefined) {
    const filled = run('scripts/import.ts', [corpus], env);
    filled.stdout.resume();
    await new Promise<void>((resolve) => filled.once('exit', () => resolve()));
  }
  return {
    url,
    memory: async () => {
      const state = State.safeParse(
        JSON.parse(await readFile(join(folder, 'neo4j-state.json'), 'utf8').catch(() => '{}')),
      );
      return {
        app: await residentMb(server.pid ?? 0),
        database: state.success ? await residentMb(state.data.pid) : null,
      };
    },
    close: async () => {
      server.kill('SIGINT');
      await ended;
      if (data === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
};

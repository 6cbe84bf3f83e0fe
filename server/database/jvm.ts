/** One JVM with one Neo4j in it: started, awaited, ended. Restarting is the supervisor's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { FamaiError } from '#model/errors.ts';
import type { DatabaseFolders } from './folders.ts';
import type { Jdk } from './java.ts';
import { portInUse } from './port.ts';

/** Neo4j ends within seconds when asked, but never while an expression is stuck that no timeout stops. */
const STOP_MS = 15_000;
/** A fresh store on a busy machine took 21 s. */
const START_MS = 120_000;
const KEPT_OUTPUT = 100_000;

export interface JvmOptions {
  readonly jdk: Jdk;
  readonly classPath: string;
  readonly folders: DatabaseFolders;
  readonly port: number;
  /** `512m`, `1g`. */
  readonly heap: string;
}

export interface Jvm {
  readonly pid: number;
  /** Settles when the process has ended, whatever the reason. */
  readonly ended: Promise<void>;
  /** SIGTERM, and SIGKILL after 15 s. */
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** What Neo4j printed on its way down, as one line a user can act on. */
export const startError = (output: string, port: number): FamaiError => {
  if (/Address already in use|BindException/.test(output)) return portInUse(port);
  if (/locked by another process|FileLockException|store_lock|Unable to obtain lock/.test(output)) {
    return new FamaiError(
      'DATA_LOCKED',
      '数据目录正被另一个进程使用：请先结束它，或用 FAMAI_DATA 换一个目录。 / The data folder is in use by another process: end it first or choose another folder with FAMAI_DATA.',
    );
  }
  if (/No space left on device/.test(output)) {
    return new FamaiError(
      'DATABASE_UNAVAILABLE',
      '磁盘已满，数据库无法启动：请腾出空间后重试。 / The disk is full, the database cannot start: free some space and try again.',
    );
  }
  if (/Could not reserve enough space|OutOfMemoryError/.test(output)) {
    return new FamaiError(
      'DATABASE_UNAVAILABLE',
      '内存不足，数据库无法启动：请释放内存，或用 FAMAI_HEAP 减小堆。 / Not enough memory to start the database: free some or lower FAMAI_HEAP.',
    );
  }
  const cause = output.split('\n').findLast((line) => /Caused by|Exception|Error/.test(line));
  return new FamaiError(
    'DATABASE_UNAVAILABLE',
    `本地数据库未能启动：详情见数据目录中的 neo4j/logs/debug.log。 / The local database did not start: see neo4j/logs/debug.log in the data folder. (${(cause ?? 'no message').trim().slice(0, 200)})`,
  );
};

const javaArguments = ({ classPath, folders, heap }: JvmOptions): string[] => [
  `-Xmx${heap}`,
  // Deeply nested queries overflow the default stack of 1 MB and then are never answered.
  '-Xss16m',
  '-XX:+UseG1GC',
  // The second compiler costs more than it brings in a database that lives for minutes beside its app on two cores:
  // half the start-up work, an import 2 to 4 times as fast.
  '-XX:TieredStopAtLevel=1',
  '-XX:MaxDirectMemorySize=512m',
  '-Dfile.encoding=UTF-8',
  '-Djava.awt.headless=true',
  '-cp',
  classPath,
  'Launcher',
  folders.home,
  folders.settings,
];

const whenEnded = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });

const signaller = (child: ChildProcess, ended: Promise<void>) => {
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
  };
  return { kill, stop };
};

/**
 * Starts the JVM and waits until Neo4j answers on Bolt.
 * Its standard input is a pipe from this process: when this process dies, however it dies, the JVM ends too.
 * It gets its own process group, so that Ctrl-C in a terminal reaches the app alone, which then stops it in order.
 * @param unwanted Ends a start that nobody waits for any more.
 * @throws FamaiError PORT_IN_USE, DATA_LOCKED, DATABASE_UNAVAILABLE with the reason
 */
export const startJvm = async (options: JvmOptions, unwanted?: AbortSignal): Promise<Jvm> => {
  const child = spawn(options.jdk.java, javaArguments(options), {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8' },
  });
  const ended = whenEnded(child);
  // The JVM may die while the pipe is being closed: that is no news.
  child.stdin.on('error', () => {});
  let output = '';
  const { kill, stop } = signaller(child, ended);
  const ready = new Promise<boolean>((done) => {
    const hear = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-KEPT_OUTPUT);
      if (output.includes('FAMAI READY')) done(true);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => done(false));
    setTimeout(() => done(false), START_MS).unref();
    unwanted?.addEventListener('abort', () => done(false), { once: true });
  });
  if (!(await ready) || child.pid === undefined) {
    await kill();
    throw startError(output, options.port);
  }
  return { pid: child.pid, ended, stop, kill };
};

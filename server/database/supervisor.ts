/** Keeps one local Neo4j alive: starts it, waits for it, notices when it dies or hangs, starts it again, ends it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FamaiError } from '#model/errors.ts';
import { type Connection, connect, type DatabaseConfig, isStorageFailure, ping } from '#server/store/driver.ts';
import { ensurePassword } from '#server/store/first-password.ts';
import { claimFolder } from './claim.ts';
import { databaseFolders, dataFolder, libraryFolder, makeDataFolder } from './folders.ts';
import { ensureLibraries, findJdk } from './java.ts';
import { type Jvm, type JvmOptions, startJvm } from './jvm.ts';
import { freePort } from './port.ts';
import { readOrMakePassword, writeSettings } from './settings.ts';
import { removeState, writeState } from './state-file.ts';

export type DatabaseState = 'starting' | 'ready' | 'restarting' | 'unreachable' | 'stopped';
/** Why the database is started again, as it is told to a person. */
const RESTART_REASONS = {
  ended: { zh: '进程意外结束', en: 'it ended unexpectedly' },
  unwritable: { zh: '写盘失败，磁盘可能已满', en: 'it could not write, the disk may be full' },
  silent: { zh: '没有应答', en: 'it does not answer' },
  stuck: { zh: '一个查询无法停止', en: 'a query could not be stopped' },
} as const;
export type RestartReason = keyof typeof RESTART_REASONS;
export type StateListener = (state: DatabaseState, message: string | null) => void;

export interface ManagedDatabaseOptions {
  /** Where the store, the settings and the password are kept; `FAMAI_DATA` by default. */
  readonly dataFolder?: string;
  /** Bolt port on 127.0.0.1; 0, the default, takes any free one. */
  readonly port?: number;
  /** Heap of the JVM, `1g` by default. */
  readonly heap?: string;
  /** Progress for a person: one line at a time. */
  readonly say?: (line: string) => void;
  /** Milliseconds between two health checks. */
  readonly healthEveryMs?: number;
}

export interface ManagedDatabase extends DatabaseConfig {
  /** Of the JVM that runs now. */
  pid(): number;
  state(): DatabaseState;
  /** For a person: what is wrong and what happens next; null when all is well. */
  message(): string | null;
  /** Calls back at every change until the returned function is called. */
  onState(listener: StateListener): () => void;
  /** Kills the JVM and starts it again: for work that no timeout stops. */
  restart(reason: RestartReason): Promise<void>;
  /** SIGKILL and no restart. */
  kill(): Promise<void>;
  /** Ends the database in order. Data stays. */
  stop(): Promise<void>;
}

const USER = 'neo4j';
const DATABASE = 'neo4j';
/** Waits before each new try after a crash. When all have failed it says so and goes on trying: a full disk may be emptied. */
const RETRY_MS = [0, 1_000, 3_000, 10_000, 30_000];
const KEEP_TRYING_MS = 30_000;
const MISSED_PINGS = 3;
const PING_MS = 10_000;

const stillDown = (error: unknown): string => {
  const [zh, en] = error instanceof FamaiError ? error.message.split(' / ') : [];
  return `数据库重启失败，每 ${KEEP_TRYING_MS / 1000} 秒再试一次。${zh ?? ''} / The database could not be restarted and is tried again every ${KEEP_TRYING_MS / 1000} s. ${en ?? ''}`.trim();
};

class Supervisor {
  readonly config: DatabaseConfig;
  #jvm: Jvm;
  #state: DatabaseState = 'ready';
  #message: string | null = null;
  /** Aborted when the database shall end. */
  readonly #unwanted = new AbortController();
  #restarting: Promise<void> | null = null;
  readonly #listeners = new Set<StateListener>();
  readonly #launch: (unwanted: AbortSignal) => Promise<Jvm>;
  readonly #health: Connection;
  readonly #beat: NodeJS.Timeout;
  #missed = 0;

  constructor(
    config: DatabaseConfig,
    jvm: Jvm,
    launch: (unwanted: AbortSignal) => Promise<Jvm>,
    healthEveryMs: number,
  ) {
    this.config = config;
    this.#jvm = jvm;
    this.#launch = launch;
    this.#health = connect(config, { maxConnectionPoolSize: 1 });
    this.#beat = setInterval(() => void this.#check(), healthEveryMs);
    this.#beat.unref();
    this.#watch(jvm);
  }

  pid = (): number => this.#jvm.pid;
  state = (): DatabaseState => this.#state;
  message = (): string | null => this.#message;

  onState = (listener: StateListener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  restart = async (reason: RestartReason): Promise<void> => {
    if (this.#restarting === null) {
      const { zh, en } = RESTART_REASONS[reason];
      this.#enter('restarting', `数据库正在重启：${zh}。 / The database is restarting: ${en}.`);
      this.#restarting = this.#recover().finally(() => {
        this.#restarting = null;
      });
    }
    await this.#restarting;
  };

  kill = (): Promise<void> => this.#end((jvm) => jvm.kill());
  stop = (): Promise<void> => this.#end((jvm) => jvm.stop());

  #wanted(): boolean {
    return !this.#unwanted.signal.aborted;
  }

  #enter(state: DatabaseState, message: string | null): void {
    this.#state = state;
    this.#message = message;
    for (const listener of this.#listeners) listener(state, message);
  }

  #watch(jvm: Jvm): void {
    void jvm.ended.then(() => {
      if (this.#wanted() && this.#restarting === null && this.#jvm === jvm) void this.restart('ended');
    });
  }

  async #recover(): Promise<void> {
    await this.#jvm.kill();
    for (let tried = 0; ; tried += 1) {
      await sleep(RETRY_MS[tried] ?? KEEP_TRYING_MS, undefined, { signal: this.#unwanted.signal }).catch(() => {});
      if (!this.#wanted()) return;
      try {
        this.#jvm = await this.#launch(this.#unwanted.signal);
        this.#missed = 0;
        this.#watch(this.#jvm);
        // A stop that came while the JVM was starting found no JVM to end.
        if (this.#wanted()) this.#enter('ready', null);
        return;
      } catch (error) {
        if (tried >= RETRY_MS.length - 1) this.#enter('unreachable', stillDown(error));
      }
    }
  }

  /** A JVM that lives but does not answer is as bad as a dead one. */
  async #check(): Promise<void> {
    if (this.#state !== 'ready' || !this.#wanted()) return;
    try {
      await ping(this.#health, PING_MS);
      this.#missed = 0;
    } catch (error) {
      this.#missed += 1;
      if (isStorageFailure(error)) await this.restart('unwritable');
      else if (this.#missed >= MISSED_PINGS) await this.restart('silent');
    }
  }

  async #end(how: (jvm: Jvm) => Promise<void>): Promise<void> {
    this.#unwanted.abort();
    clearInterval(this.#beat);
    await how(this.#jvm);
    await this.#restarting;
    await how(this.#jvm);
    await this.#health.close();
    if (this.#state !== 'stopped') this.#enter('stopped', null);
  }
}

/**
 * Starts the local Neo4j of a data folder and keeps it alive until `stop`.
 * The first call on a machine fetches Neo4j with Maven; the first on a folder makes its password.
 * @throws FamaiError JAVA_MISSING, MAVEN_MISSING, PORT_IN_USE, DATA_LOCKED, CONFIG, DATABASE_UNAVAILABLE
 */
export const startManagedDatabase = async (options: ManagedDatabaseOptions = {}): Promise<ManagedDatabase> => {
  const say = options.say ?? (() => {});
  const folders = databaseFolders(options.dataFolder ?? dataFolder());
  const jdk = await findJdk();
  const classPath = await ensureLibraries(libraryFolder(), jdk, say);
  await makeDataFolder(folders);
  await claimFolder(folders);
  const port = await freePort(options.port ?? 0);
  const fresh = !existsSync(join(folders.home, 'data', 'databases', 'system'));
  const password = await readOrMakePassword(folders);
  const config: DatabaseConfig = { uri: `bolt://127.0.0.1:${port}`, user: USER, password, database: DATABASE };
  await writeSettings(folders, port);
  const jvmOptions: JvmOptions = { jdk, classPath, folders, port, heap: options.heap ?? '1g' };
  const launch = async (unwanted?: AbortSignal): Promise<Jvm> => {
    const jvm = await startJvm(jvmOptions, unwanted);
    await writeState(folders, {
      pid: jvm.pid,
      ownerPid: process.pid,
      uri: config.uri,
      startedAt: new Date().toISOString(),
    });
    return jvm;
  };
  say('正在启动本地 Neo4j… / Starting the local Neo4j…');
  const jvm = await launch();
  try {
    await ensurePassword(config, fresh);
  } catch (error) {
    await jvm.kill();
    await removeState(folders);
    throw error;
  }
  const supervisor = new Supervisor(config, jvm, launch, options.healthEveryMs ?? 10_000);
  const { pid, state, message, onState, restart } = supervisor;
  const stop = async (): Promise<void> => {
    await supervisor.stop();
    await removeState(folders);
  };
  const kill = async (): Promise<void> => {
    await supervisor.kill();
    await removeState(folders);
  };
  return { ...config, pid, state, message, onState, restart, kill, stop };
};

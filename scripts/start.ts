/** `npm start`: the database, the page, the documents that come with it, and the server, until Ctrl-C. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isLoopback } from '#server/api/security/hosts.ts';
import { type Config, loadConfig } from '#server/config.ts';
import { startManagedDatabase } from '#server/database/supervisor.ts';
import { startApp } from '#server/main.ts';
import { type DatabaseStatus, externalStatus, managedStatus } from '#server/services/database.ts';
import { connect, ping, toFamaiError } from '#server/store/driver.ts';
import { ensureSchema } from '#server/store/schema.ts';
import { runCommandLine } from './command-line.ts';
import { ensureClient } from './start/client-build.ts';
import { ensureDocuments } from './start/documents.ts';
import { openLog } from './start/log.ts';
import { checkPort } from './start/port.ts';

const HELP = `用法 / usage: npm start

启动本地 Neo4j（设置了 NEO4J_URI 时用它）、页面与服务器，打印网址；Ctrl-C 全部结束，数据保留。
Starts the local Neo4j (or uses NEO4J_URI), the page and the server, prints the URL; Ctrl-C ends it all, data stays.

环境变量 / environment:
  PORT               端口 / port (3000)
  HOST               监听地址 / address to listen on (127.0.0.1)
  FAMAI_HOSTS        开放后接受的域名 / names an opened server answers to
  FAMAI_TOKEN        开放后写入与导入所需的令牌 / token for writing and importing on an opened server
  FAMAI_DATA         数据目录 / data folder (.famai)
  FAMAI_LOG          日志级别 / level of logs/famai.log in the data folder (info)
  FAMAI_HEAP         本地 Neo4j 的 JVM 堆 / heap of the local Neo4j (1g)
  FAMAI_BOLT_PORT    本地 Neo4j 的端口 / port of the local Neo4j (any free one)
  NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE   自己的 Neo4j / a Neo4j of your own
`;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Tries to reach the user's own database for as long as it may take to come up beside us. */
const WAIT_MS = 60_000;
const TRY_MS = 2_000;

const waitForExternal = async (config: NonNullable<Config['neo4j']>, stopped: AbortSignal): Promise<void> => {
  const connection = connect(config, { maxConnectionPoolSize: 1 });
  const deadline = Date.now() + WAIT_MS;
  try {
    for (let told = false; ; told = true) {
      try {
        await ping(connection, 5_000);
        return;
      } catch (error) {
        const reason = toFamaiError(error);
        if (reason.code === 'CONFIG' || Date.now() > deadline || stopped.aborted) throw reason;
        if (!told) say('等待 NEO4J_URI 所指的数据库… / Waiting for the database at NEO4J_URI…');
        await sleep(TRY_MS, undefined, { signal: stopped }).catch(() => {});
      }
    }
  } finally {
    await connection.close();
  }
};

interface Opened {
  readonly status: DatabaseStatus;
  stop(): Promise<void>;
}

const openDatabase = async (config: Config, stopped: AbortSignal): Promise<Opened> => {
  if (config.neo4j !== null) {
    await waitForExternal(config.neo4j, stopped);
    const status = externalStatus(config.neo4j);
    return { status, stop: status.close };
  }
  const database = await startManagedDatabase({
    dataFolder: config.dataFolder,
    port: config.boltPort,
    ...(config.heap === null ? {} : { heap: config.heap }),
    say,
  });
  return { status: managedStatus(database), stop: database.stop };
};

const prepareStore = async (config: Config, status: DatabaseStatus): Promise<void> => {
  const connection = connect(status.config);
  try {
    await ensureSchema(connection);
    await ensureDocuments(connection, join(config.projectRoot, 'graph-data', 'documents'), say);
  } finally {
    await connection.close();
  }
};

/** An opened server has strangers: they may read, and write only with the token. */
const sayWhoMayWrite = ({ host, token }: Config): void => {
  if (isLoopback(host)) return;
  say(
    token === null
      ? `服务器对外开放（${host}）且未设置 FAMAI_TOKEN：只读，写入与导入已关闭。 / Open to others and FAMAI_TOKEN is not set: reading only.`
      : `服务器对外开放（${host}）：写入与导入需要 FAMAI_TOKEN。 / Open to others: writing and importing need FAMAI_TOKEN.`,
  );
};

/** Aborted at the first signal; a second one ends the process at once. */
const onSignal = (): AbortSignal => {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      process.once(name, () => process.exit(130));
      controller.abort();
    });
  }
  return controller.signal;
};

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const start = async (): Promise<void> => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const config = loadConfig(process.env);
  sayWhoMayWrite(config);
  await checkPort(config.port, config.host);
  const stopped = onSignal();
  // Both take seconds and neither needs the other.
  const built = ensureClient(config.projectRoot, say);
  built.catch(() => {});
  const opened = await openDatabase(config, stopped);
  try {
    await built;
    if (stopped.aborted) return;
    await prepareStore(config, opened.status);
    const log = await openLog(config.dataFolder, config.logLevel);
    const app = await startApp(config, { database: opened.status, log });
    opened.status.onState((state, message) => {
      if (message !== null) say(message);
      else if (state === 'ready') say('数据库已就绪 / The database is ready again');
    });
    process.stdout.write(`法脉 Famai: ${app.url}\n`);
    await whenAborted(stopped);
    say('正在结束… / Stopping…');
    await app.close();
  } finally {
    await opened.stop();
  }
};

await runCommandLine(start);

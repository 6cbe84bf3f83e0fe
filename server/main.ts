/** The server: everything between a database that is there and an address that answers. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { z } from 'zod';
import { FamaiError } from '#model/errors.ts';
import { createApp } from './api/app.ts';
import { httpServerOptions } from './api/security/http-options.ts';
import type { Config } from './config.ts';
import { createConsole } from './console/console.ts';
import { readLackingGuards } from './console/external-guards.ts';
import { loadSavedQueries } from './console/saved-queries.ts';
import type { DatabaseStatus } from './services/database.ts';
import { createLibrary } from './services/library.ts';
import { createSavedViews } from './services/saved-views.ts';
import { createUploads } from './services/uploads.ts';
import { keepWarm } from './services/warm-up.ts';
import { connect } from './store/driver.ts';
import { createGraphWriter } from './store/writer.ts';

export interface AppDeps {
  readonly database: DatabaseStatus;
  readonly log: Logger;
  /** The built client; `dist/client` of the project by default. */
  readonly clientFolder?: string;
  /** How often to look whether an import has changed the graph; seconds by default. */
  readonly warmEveryMs?: number;
}

export interface RunningApp {
  readonly url: string;
  /** Takes no more requests, lets the running ones end, closes every connection. */
  close(): Promise<void>;
}

/**
 * How long a request may wait for one of the connections: with hundreds of visitors on a database that has just started, a
 * page that comes late is better than an error.
 */
const PATIENCE_MS = 30_000;

/** How long running requests may take to end before their connections are cut. */
const GRACE_MS = 5000;

const Package = z.object({ version: z.string() });
const versionOf = (projectRoot: string): string =>
  Package.parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))).version;

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new FamaiError(
              'PORT_IN_USE',
              `端口 ${port} 已被占用：请关闭占用它的程序，或设置 PORT 换一个端口。 / Port ${port} is in use: end the program that holds it, or set PORT.`,
            )
          : new FamaiError(
              'CONFIG',
              `无法监听 ${host}:${port}：请检查 HOST 与 PORT。 / Cannot listen on ${host}:${port}: check HOST and PORT.`,
              { cause: error },
            ),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });

const stop = async (server: Server): Promise<void> => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(cut);
};

/** Only a database of the user's own can lack the settings that guard the console. */
const guardsLacking = async (database: DatabaseStatus, log: Logger): Promise<string[]> => {
  if (database.managed) return [];
  try {
    return await readLackingGuards(database.config);
  } catch (err) {
    log.warn({ err }, 'the settings of the database could not be read');
    return [];
  }
};

/**
 * Starts answering. The database may come and go: the server says so and goes on by itself.
 * @throws FamaiError PORT_IN_USE, CONFIG
 */
export const startApp = async (config: Config, deps: AppDeps): Promise<RunningApp> => {
  const { database, log } = deps;
  const connection = connect(database.config, { connectionAcquisitionTimeout: PATIENCE_MS });
  const library = createLibrary(connection);
  const cypherConsole = createConsole({
    database: () => database.config,
    restart: database.managed ? database.restart : null,
  });
  const uploads = createUploads(createGraphWriter(connection));
  const warnings = await guardsLacking(database, log);
  for (const warning of warnings) log.warn(warning);
  const { app, close: closeApp } = await createApp({
    config,
    version: versionOf(config.projectRoot),
    log,
    database,
    library,
    console: cypherConsole,
    queries: await loadSavedQueries(join(config.projectRoot, 'graph-data', 'queries')),
    imports: { uploads, uploadFolder: join(config.dataFolder, 'uploads') },
    views: createSavedViews(config.dataFolder),
    warnings: () => warnings,
    clientFolder: deps.clientFolder ?? join(config.projectRoot, 'dist', 'client'),
  });
  const server = createServer(httpServerOptions, app);
  const forget = database.onState((state, message) => log.info({ state }, message ?? `database ${state}`));
  const release = async (): Promise<void> => {
    forget();
    closeApp();
    await uploads.close();
    await cypherConsole.close();
    await connection.close();
  };
  try {
    const port = await listen(server, config.port, config.host);
    const warming = new AbortController();
    const warm = keepWarm(library, warming.signal, {
      ...(deps.warmEveryMs === undefined ? {} : { everyMs: deps.warmEveryMs }),
      onWarm: (ms) => {
        log.info({ ms: Math.round(ms) }, 'warmed up');
        cypherConsole.schema().catch(() => {});
      },
    }).catch((err: unknown) => log.warn({ err }, 'warm-up failed'));
    const host = isIPv6(config.host) ? `[${config.host}]` : config.host;
    log.info({ port, host: config.host }, 'listening');
    return {
      url: `http://${host}:${port}`,
      close: async () => {
        warming.abort();
        await stop(server);
        await warm;
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
};

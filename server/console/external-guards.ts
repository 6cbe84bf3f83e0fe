/** What the configuration of a Neo4j of the user's own leaves open: said at the start and by /api/health, in plain words. */
import { z } from 'zod';
import { type Connection, connect, type DatabaseConfig } from '#server/store/driver.ts';

const Setting = z.object({ name: z.string(), value: z.string() });

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** `10s`, `1m30s` as seconds; 0 is no limit. */
const secondsOf = (value: string): number =>
  [...value.matchAll(/([\d.]+)(ms|s|m|h)/g)].reduce(
    (sum, match) => sum + Number(match[1]) * (SECONDS[match[2] ?? 's'] ?? 1),
    0,
  );

const isNone = (value: string): boolean => /^0(\.0*)?\s*[a-zA-Z]*$/.test(value);

/** Each setting with what is wrong about its value, null when nothing is. */
const CHECKS: Readonly<Record<string, (value: string) => string | null>> = {
  'dbms.security.auth_enabled': (value) =>
    value === 'true'
      ? null
      : '没有启用登录：任何网页都能写入它。 / Authentication is off: any web page can write to it.',
  'dbms.security.allow_csv_import_from_file_urls': (value) =>
    value === 'false' ? null : 'LOAD CSV 可读取服务器上的文件。 / LOAD CSV may read files of the server.',
  'db.transaction.timeout': (value) =>
    secondsOf(value) > 0 ? null : '事务没有时限。 / Transactions have no time limit.',
  'db.memory.transaction.max': (value) =>
    isNone(value) ? '单个事务没有内存上限。 / A transaction has no memory limit.' : null,
};
/** An internal setting is not listed, so the door itself is tried: the discard port of the database's own machine. */
const PROBE = "LOAD CSV FROM 'http://127.0.0.1:9/famai-guard-check' AS row RETURN row";
const NETWORK_OPEN =
  'internal.dbms.cypher_ip_blocklist 未设置：LOAD CSV 可访问网络，控制台只靠执行计划检查拦住它。 / Not set: only the plan check keeps LOAD CSV from the network.';

/** One sentence for each guard that the settings lack. Pure. */
export function lackingGuards(settings: readonly z.infer<typeof Setting>[]): string[] {
  const values = new Map(settings.map(({ name, value }) => [name, value]));
  return Object.entries(CHECKS).flatMap(([name, check]) => {
    const value = values.get(name);
    const wrong = value === undefined ? null : check(value.toLowerCase());
    return wrong === null ? [] : [`${name}=${value}：${wrong}`];
  });
}

/** Asks the database. A user without the right to list settings gets one sentence saying so. */
export async function readLackingGuards(config: DatabaseConfig): Promise<string[]> {
  const connection: Connection = connect(config, { maxConnectionPoolSize: 1 });
  try {
    const session = connection.session('READ');
    const { records } = await session.run(
      'SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN name, value',
      { names: Object.keys(CHECKS) },
      { timeout: 5000 },
    );
    const lacking = lackingGuards(records.map((record) => Setting.parse(record.toObject())));
    return (await reachesNetwork(connection)) ? [...lacking, NETWORK_OPEN] : lacking;
  } catch {
    return ['无法读取数据库的设置：不知道它缺少哪些防护。 / The settings of the database cannot be read.'];
  } finally {
    await connection.close();
  }
}

async function reachesNetwork(connection: Connection): Promise<boolean> {
  const session = connection.session('READ');
  try {
    await session.run(PROBE, {}, { timeout: 5000 });
    return true;
  } catch (error) {
    return !(error instanceof Error && /cypher_ip_blocklist/.test(error.message));
  } finally {
    await session.close();
  }
}

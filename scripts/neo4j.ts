/** `npm run neo4j`: the local database alone. */
import { parseArgs } from 'node:util';
import { databaseFolders, dataFolder } from '#server/database/folders.ts';
import { startManagedDatabase } from '#server/database/supervisor.ts';
import { runCommandLine } from './command-line.ts';

const HELP = `用法 / usage: npm run neo4j

启动本地 Neo4j，打印 Bolt 地址与密码所在文件；Ctrl-C 结束。
Starts the local Neo4j, prints its Bolt address and where its password is; Ctrl-C ends it.

环境变量 / environment:
  FAMAI_DATA        数据目录 / data folder (.famai)
  FAMAI_BOLT_PORT   Bolt 端口 / port (7687 if free, else any)
  FAMAI_HEAP        JVM 堆 / heap (1g)
`;

const serve = async (): Promise<void> => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const port = process.env['FAMAI_BOLT_PORT'];
  const heap = process.env['FAMAI_HEAP'];
  const database = await startManagedDatabase({
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(heap === undefined ? {} : { heap }),
    say: (line) => process.stderr.write(`${line}\n`),
  });
  // Before the address is printed: whoever reads it may answer with a signal at once.
  const asked = new Promise<void>((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
  process.stdout.write(
    `Neo4j: ${database.uri}\n用户 / user: ${database.user}\n密码文件 / password file: ${databaseFolders(dataFolder()).password}\n`,
  );
  database.onState((state, message) => process.stderr.write(`${state}${message === null ? '' : `: ${message}`}\n`));
  await asked;
  await database.stop();
};

await runCommandLine(serve);

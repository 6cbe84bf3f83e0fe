/** `npm run restore -- FILE`: a backup into an empty database. */
import { parseArgs } from 'node:util';
import { FamaiError } from '#model/errors.ts';
import { restore } from './backup/transfer.ts';
import { runCommandLine } from './command-line.ts';
import { withDatabase } from './with-database.ts';

const HELP = `用法 / usage: npm run restore -- [--replace] FILE

把备份恢复到空的数据库；先整体校验，再写入。
Restores a backup into an empty database; the file is checked whole before anything is written.

  --replace   先清空数据库 / empty the database first
`;

await runCommandLine(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const [file] = positionals;
  if (file === undefined)
    throw new FamaiError('BAD_REQUEST', '请给出备份文件（--help）。 / Name the backup file (--help).');
  const { nodes, relations } = await withDatabase((connection) => restore(connection, file, values.replace));
  process.stdout.write(`${nodes} 个节点 nodes，${relations} 条关系 relationships\n`);
});

/** `npm run backup -- --out FILE`: the whole graph to one file. */
import { parseArgs } from 'node:util';
import { FamaiError } from '#model/errors.ts';
import { backUp } from './backup/transfer.ts';
import { runCommandLine } from './command-line.ts';
import { withDatabase } from './with-database.ts';

const HELP = `用法 / usage: npm run backup -- --out FILE

把整个图谱写入一个文件（gzip，含校验和）；导入进行时不能备份。
Writes the whole graph to one file (gzip, with a checksum); not while an import runs.
`;

await runCommandLine(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const file = values.out;
  if (file === undefined) throw new FamaiError('BAD_REQUEST', '请用 --out 给出文件名。 / Name the file with --out.');
  const { nodes, relations } = await withDatabase((connection) => backUp(connection, file));
  process.stdout.write(`${file}: ${nodes} 个节点 nodes，${relations} 条关系 relationships\n`);
});

/** `npm run import -- PATH…`: files and folders into the graph. */
import { parseArgs } from 'node:util';
import { importFiles } from '#ingest/import-files.ts';
import type { ImportOutcome } from '#ingest/report.ts';
import { FamaiError } from '#model/errors.ts';
import { openDatabase } from '#server/database/open.ts';
import { connect } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { runCommandLine } from './command-line.ts';
import { createProgressBar } from './import/progress.ts';
import { createImportLog } from './import/report-file.ts';
import { summarise } from './import/summary.ts';

const HELP = `用法 / usage: npm run import -- [--dry-run] [--remove-missing] [--report FILE] PATH…

把文件或文件夹导入图谱：.txt .md .html .docx .pdf；已导入且未变的文件跳过，变了的替换。
Imports files and folders; a file that has not changed is skipped, a changed one replaces what it brought.

  --dry-run          只读取与统计，不写入、不需要数据库 / read and report only, no database needed
  --remove-missing   文件夹里已不存在的文件，从图谱中移除 / remove what is gone from the folder
  --report FILE      逐条记录写入 FILE（JSON Lines）/ write the full report to FILE (JSON Lines)
  --threads N        解析线程数 / threads that parse
  -h, --help

中断后再次运行即可补全。 / Interrupted: run it again to complete it.
退出码 / exit code: 0 全部完成 / done, 1 失败 / failed, 2 用法有误 / wrong use, 3 有文件未能读取 / some files could not be read, 130 中断 / interrupted
`;

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  'remove-missing': { type: 'boolean', default: false },
  report: { type: 'string' },
  threads: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Ctrl-C ends the import after the transaction under way; a second one ends the process at once. */
const abortOnSignal = (): AbortSignal => {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      say('正在中断… / Stopping…');
      controller.abort();
      process.once(name, () => process.exit(130));
    });
  }
  return controller.signal;
};

const threadsOf = (text: string | undefined): { threads?: number } => {
  if (text === undefined) return {};
  const threads = Number(text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return { threads };
  throw new FamaiError('BAD_REQUEST', `--threads 应为 1–64 的整数 / must be an integer, 1 to 64`);
};

const importInto = async (
  paths: readonly string[],
  flags: { dryRun: boolean; removeMissing: boolean; report: string | undefined; threads?: number },
  signal: AbortSignal,
): Promise<ImportOutcome> => {
  const log = await createImportLog(flags.report);
  const bar = createProgressBar(process.stderr);
  const database = flags.dryRun ? null : await openDatabase(say);
  const connection = database === null ? null : connect(database.config);
  try {
    const outcome = await importFiles({
      paths,
      writer: connection === null ? null : createGraphWriter(connection),
      removeMissing: flags.removeMissing,
      ...(flags.threads === undefined ? {} : { threads: flags.threads }),
      signal,
      onProgress: bar.update,
      onFindings: log.findings,
      onProblem: ({ shown, message }) => bar.line(`${shown}: ${message}`),
    });
    await log.end(outcome);
    return outcome;
  } finally {
    bar.stop();
    await log.close();
    await connection?.close();
    await database?.close();
  }
};

await runCommandLine(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  if (positionals.length === 0) {
    throw new FamaiError('BAD_REQUEST', '请给出文件或文件夹（--help）。 / Name files or folders (--help).');
  }
  const signal = abortOnSignal();
  try {
    const flags = {
      dryRun: values['dry-run'],
      removeMissing: values['remove-missing'],
      report: values.report,
      ...threadsOf(values.threads),
    };
    const outcome = await importInto(positionals, flags, signal);
    process.stdout.write(summarise(outcome, flags.dryRun));
    if (outcome.outcomes.failed > 0) process.exitCode = 3;
  } catch (error) {
    if (error instanceof FamaiError && error.code === 'QUERY_CANCELLED') process.exitCode = 130;
    throw error;
  }
});

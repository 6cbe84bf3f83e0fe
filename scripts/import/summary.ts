/** What an import did, on a screen: by file, by kind of relationship, by reason. */
import type { ImportOutcome } from '#ingest/report.ts';

const REASONS: Readonly<Record<string, string>> = {
  not_held: '未收录 / not held',
  planned: '拟制定 / planned',
  not_yet_issued: '尚未公布 / not yet issued',
  no_such_article: '条号不存在 / no such article',
  no_such_paragraph: '款项不存在 / no such paragraph or item',
  ambiguous: '有歧义 / ambiguous',
};

const table = (
  title: string,
  counts: Readonly<Record<string, number>>,
  names: Readonly<Record<string, string>> = {},
) => {
  const rows = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  if (rows.length === 0) return '';
  return `${title}\n${rows.map(([name, count]) => `  ${String(count).padStart(9)}  ${names[name] ?? name}\n`).join('')}`;
};

const MISSING_SHOWN = 10;

/** The last lines of the command. */
export const summarise = (outcome: ImportOutcome, dryRun: boolean): string => {
  const { imported, replaced, unchanged, duplicate, failed, removed } = outcome.outcomes;
  const rows = [outcome.written.nodes, outcome.written.relationships]
    .flatMap((counts) => Object.values(counts))
    .reduce((sum, count) => sum + count, 0);
  const seconds = outcome.ms / 1000;
  const missing = outcome.missing.slice(0, MISSING_SHOWN).map((path) => `  ${path}\n`);
  return [
    dryRun ? '试运行，未写入 / dry run, nothing was written\n' : '',
    `文件 / files: 新导入 imported ${imported}，替换 replaced ${replaced}，未变 unchanged ${unchanged}，重复 duplicate ${duplicate}，移除 removed ${removed}，失败 failed ${failed}`,
    outcome.skipped > 0 ? `，说明文件略过 notes skipped ${outcome.skipped}\n` : '\n',
    `写入 / written: ${rows} 行 rows，${seconds.toFixed(1)} 秒 s，${Math.round(rows / seconds)} 行/秒 rows/s\n`,
    table('本次写入的关系 / relationships written', outcome.written.relationships),
    table('未能解决的引用 / citations not resolved', outcome.written.reasons, REASONS),
    table('修补与未解析 / repaired and not parsed', outcome.findings),
    outcome.missing.length > 0
      ? `文件夹中已不存在、仍留在图谱中的 ${outcome.missing.length} 个文件（--remove-missing 移除）/ gone from the folder, still in the graph (--remove-missing removes them):\n${missing.join('')}`
      : '',
  ].join('');
};

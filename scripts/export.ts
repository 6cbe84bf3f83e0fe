/** `npm run export -- --format … --out FILE`: the whole graph for other programs. */
import { createWriteStream } from 'node:fs';
import { parse } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { NODE_LABELS } from '#model/entities.ts';
import { FamaiError } from '#model/errors.ts';
import { type ExportFormat, exportGraph } from '#server/services/export/formats.ts';
import { runCommandLine } from './command-line.ts';
import { readWholeGraph } from './export/whole.ts';
import { withDatabase } from './with-database.ts';

const FORMATS = ['gexf', 'graphml', 'json', 'csv'] as const;

const HELP = `用法 / usage: npm run export -- --format gexf|graphml|json|csv --out FILE

导出整个图谱，每条关系附证据句；csv 另写一个节点文件（FILE 名后加 .nodes）。
Exports the whole graph, every relationship with its evidence; csv writes relationships to FILE and nodes to a second
file beside it (.nodes before the ending).

  --labels A,B   只导出这些标签的节点 / only nodes with these labels: ${NODE_LABELS.join(', ')}
`;

const isFormat = (text: string): text is (typeof FORMATS)[number] => FORMATS.some((format) => format === text);

const filesOf = (format: (typeof FORMATS)[number], out: string): { file: string; format: ExportFormat }[] => {
  if (format !== 'csv') return [{ file: out, format }];
  const { dir, name, ext } = parse(out);
  return [
    { file: out, format: 'csv-edges' },
    { file: `${dir === '' ? '' : `${dir}/`}${name}.nodes${ext}`, format: 'csv-nodes' },
  ];
};

await runCommandLine(async () => {
  const { values } = parseArgs({
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      labels: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { format, out } = values;
  if (format === undefined || out === undefined || !isFormat(format)) {
    throw new FamaiError(
      'BAD_REQUEST',
      `请给出 --format（${FORMATS.join('、')}）与 --out。 / Give --format and --out (--help).`,
    );
  }
  const labels = values.labels?.split(',') ?? NODE_LABELS;
  const unknown = labels.find((label) => !NODE_LABELS.some((known) => known === label));
  if (unknown !== undefined)
    throw new FamaiError('BAD_REQUEST', `没有标签 ${unknown}（--help）。 / There is no label ${unknown}.`);
  const graph = await withDatabase((connection) =>
    readWholeGraph(
      connection,
      NODE_LABELS.filter((label) => labels.includes(label)),
    ),
  );
  for (const target of filesOf(format, out)) {
    await pipeline(Readable.from(exportGraph(graph, target.format)), createWriteStream(target.file)).catch(
      (cause: unknown) => {
        throw new FamaiError(
          'CONFIG',
          `无法写入 ${target.file}：请检查路径、权限与磁盘空间。 / The file cannot be written.`,
          { cause },
        );
      },
    );
    process.stdout.write(
      `${target.file}: ${graph.nodes.length} 个节点 nodes，${graph.edges.length} 条关系 relationships\n`,
    );
  }
});

/** Carries out an export: the writer is loaded when first asked for, the file goes to the browser's downloads. */
import type { Stage } from '#client/sigma/stage.ts';
import type { ExportView } from './types.ts';

export const EXPORT_FORMATS = ['png', 'svg', 'gexf', 'graphml', 'json', 'csvNodes', 'csvEdges'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

type FileKind = { readonly ending: string; readonly type: string };
const KINDS: Readonly<Record<ExportFormat, FileKind>> = {
  png: { ending: '.png', type: 'image/png' },
  svg: { ending: '.svg', type: 'image/svg+xml' },
  gexf: { ending: '.gexf', type: 'application/xml' },
  graphml: { ending: '.graphml', type: 'application/xml' },
  json: { ending: '.json', type: 'application/json' },
  csvNodes: { ending: '-nodes.csv', type: 'text/csv;charset=utf-8' },
  csvEdges: { ending: '-edges.csv', type: 'text/csv;charset=utf-8' },
};

const write = async (format: Exclude<ExportFormat, 'png'>, view: ExportView): Promise<string> => {
  switch (format) {
    case 'svg':
      return (await import('./svg.ts')).svg(view);
    case 'gexf':
      return (await import('./gexf.ts')).gexf(view);
    case 'graphml':
      return (await import('./graphml.ts')).graphMl(view);
    case 'json':
      return (await import('./tables.ts')).graphJson(view);
    case 'csvNodes':
      return (await import('./tables.ts')).nodesCsv(view);
    case 'csvEdges':
      return (await import('./tables.ts')).edgesCsv(view);
  }
};

/** A file name any system takes. */
const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 60) || 'famai';

const save = (content: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};

export const exportView = async (format: ExportFormat, view: ExportView, stage: Stage | null): Promise<void> => {
  const { ending, type } = KINDS[format];
  const content = format === 'png' ? await stage?.picture() : new Blob([await write(format, view)], { type });
  if (content) save(content, `${fileName(view.title)}${ending}`);
};

/** Nodes and relationships as tables in the columns Gephi expects (Id, Label; Source, Target, Type), and as JSON. */
import { toCsv } from '#client/text/csv.ts';
import type { ExportView } from './types.ts';

const scalar = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : value === true ? 'true' : null;

export const nodesCsv = (view: ExportView): string =>
  toCsv(
    ['Id', 'Label', 'Kind', '类型', 'Degree', 'Date', 'Status', 'X', 'Y'],
    view.nodes.map((node) => {
      const at = view.positions.get(node.id);
      return [
        node.id,
        node.name,
        node.label,
        view.words.label(node.label),
        node.degree,
        scalar(node.properties['date']),
        scalar(node.properties['status']),
        at ? Math.round(at.x * 100) / 100 : null,
        at ? Math.round(at.y * 100) / 100 : null,
      ];
    }),
  );

export const edgesCsv = (view: ExportView): string =>
  toCsv(
    [
      'Source',
      'Target',
      'Type',
      'Id',
      'Label',
      '关系',
      'Article',
      'Paragraph',
      'Item',
      'Reason',
      'Document',
      'Start',
      'End',
      'Quote',
      'Rule',
    ],
    view.edges.map((edge) => [
      edge.from,
      edge.to,
      'Directed',
      edge.id,
      edge.type,
      view.words.relation(edge.type),
      edge.citation?.article ?? null,
      edge.citation?.paragraph ?? null,
      edge.citation?.item ?? null,
      edge.citation?.reason ?? null,
      edge.evidence?.documentId ?? null,
      edge.evidence?.start ?? null,
      edge.evidence?.end ?? null,
      edge.evidence?.quote ?? null,
      edge.evidence?.rule ?? null,
    ]),
  );

export const graphJson = (view: ExportView): string =>
  JSON.stringify(
    {
      title: view.title,
      nodes: view.nodes.map((node) => ({ ...node, ...view.positions.get(node.id) })),
      edges: view.edges,
    },
    null,
    2,
  );

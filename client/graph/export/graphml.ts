/** GraphML by hand: the graphology package reads it but does not write it. */
import { xmlText } from './text-safe.ts';
import type { ExportView } from './types.ts';

type Key = { readonly id: string; readonly on: 'node' | 'edge'; readonly type: 'string' | 'double' | 'int' };
const KEYS: readonly Key[] = [
  { id: 'label', on: 'node', type: 'string' },
  { id: 'kind', on: 'node', type: 'string' },
  { id: 'degree', on: 'node', type: 'int' },
  { id: 'x', on: 'node', type: 'double' },
  { id: 'y', on: 'node', type: 'double' },
  { id: 'type', on: 'edge', type: 'string' },
  { id: 'document', on: 'edge', type: 'string' },
  { id: 'start', on: 'edge', type: 'int' },
  { id: 'end', on: 'edge', type: 'int' },
  { id: 'quote', on: 'edge', type: 'string' },
];

const data = (values: Readonly<Record<string, string | number | null | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => `<data key="${key}">${xmlText(String(value))}</data>`)
    .join('');

export const graphMl = (view: ExportView): string => {
  const keys = KEYS.map(({ id, on, type }) => `<key id="${id}" for="${on}" attr.name="${id}" attr.type="${type}"/>`);
  const nodes = view.nodes.map((node) => {
    const at = view.positions.get(node.id);
    const values = { label: node.name, kind: node.label, degree: node.degree, x: at?.x, y: at?.y };
    return `<node id="${xmlText(node.id)}">${data(values)}</node>`;
  });
  const edges = view.edges.map((edge) => {
    const values = {
      type: edge.type,
      document: edge.evidence?.documentId,
      start: edge.evidence?.start,
      end: edge.evidence?.end,
      quote: edge.evidence?.quote,
    };
    const ends = `source="${xmlText(edge.from)}" target="${xmlText(edge.to)}"`;
    return `<edge id="${xmlText(edge.id)}" ${ends}>${data(values)}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    `<graph id="${xmlText(view.title)}" edgedefault="directed">`,
    ...nodes,
    ...edges,
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
};

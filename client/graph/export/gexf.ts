/** GEXF for Gephi, with places, sizes and colours. */
/// <reference path="./gexf-writer.d.ts" />
import { MultiDirectedGraph } from 'graphology';
import write from 'graphology-gexf/common/writer.js';
import { sizeOf } from '../build.ts';
import { xmlChars } from './text-safe.ts';
import type { ExportView } from './types.ts';

const clean = (text: string | null | undefined): string => xmlChars(text ?? '');

export const gexf = (view: ExportView): string => {
  const graph = new MultiDirectedGraph();
  for (const node of view.nodes) {
    graph.addNode(clean(node.id), {
      label: clean(node.name),
      kind: node.label,
      degree: node.degree,
      size: sizeOf(node),
      color: view.theme.border[node.label],
      ...(view.positions.get(node.id) ?? { x: 0, y: 0 }),
    });
  }
  for (const edge of view.edges) {
    graph.addEdgeWithKey(clean(edge.id), clean(edge.from), clean(edge.to), {
      type: edge.type,
      document: clean(edge.evidence?.documentId),
      start: edge.evidence?.start ?? -1,
      end: edge.evidence?.end ?? -1,
      quote: clean(edge.evidence?.quote),
    });
  }
  return write(graph, {
    version: '1.3',
    formatNode: (_key, { label, kind, degree, size, color, x, y }) => ({
      label,
      viz: { size, color, x, y, z: 0 },
      attributes: { kind, degree },
    }),
    formatEdge: (_key, attributes) => ({ label: attributes['type'], attributes }),
  });
};

/** Files of a graph: GEXF, GraphML, JSON, and CSV of nodes and of edges as Gephi reads them. Pure; text comes in pieces. */
import { csvCell, xmlText } from './cells.ts';
import { type Column, type ColumnType, EDGE_COLUMNS, type ExportedGraph, innerEdges, nodeColumns } from './columns.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const GEXF_TYPES: Record<ColumnType, string> = {
  string: 'string',
  integer: 'integer',
  double: 'double',
  boolean: 'boolean',
};
const GRAPHML_TYPES: Record<ColumnType, string> = { ...GEXF_TYPES, integer: 'long' };

/** Ids in XML files are made here, never from names; the real id is the first attribute. */
const numbered = (graph: ExportedGraph): Map<string, string> =>
  new Map(graph.nodes.map((node, index) => [node.id, `n${index}`]));

const filled = <T>(columns: readonly Column<T>[], item: T) =>
  columns.flatMap(({ of }, index) => {
    const value = of(item);
    return value === null ? [] : [{ index, text: xmlText(String(value)) }];
  });

function* gexf(graph: ExportedGraph): Generator<string> {
  const ids = numbered(graph);
  const columns = nodeColumns(graph.nodes);
  const attributes = <T>(owner: string, list: readonly Column<T>[]): string =>
    `<attributes class="${owner}">${list
      .map(({ name, type }, index) => `<attribute id="${index}" title="${xmlText(name)}" type="${GEXF_TYPES[type]}"/>`)
      .join('')}</attributes>\n`;
  const values = <T>(list: readonly Column<T>[], item: T): string =>
    `<attvalues>${filled(list, item)
      .map(({ index, text }) => `<attvalue for="${index}" value="${text}"/>`)
      .join('')}</attvalues>`;
  yield `${XML}<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="static" defaultedgetype="directed">\n`;
  yield attributes('node', columns);
  yield attributes('edge', EDGE_COLUMNS);
  yield '<nodes>\n';
  for (const node of graph.nodes) {
    yield `<node id="${ids.get(node.id)}" label="${xmlText(node.name)}">${values(columns, node)}</node>\n`;
  }
  yield '</nodes><edges>\n';
  let number = 0;
  for (const edge of innerEdges(graph)) {
    yield `<edge id="e${number}" source="${ids.get(edge.from)}" target="${ids.get(edge.to)}" label="${edge.type}">${values(EDGE_COLUMNS, edge)}</edge>\n`;
    number += 1;
  }
  yield '</edges></graph></gexf>\n';
}

function* graphml(graph: ExportedGraph): Generator<string> {
  const ids = numbered(graph);
  const columns = nodeColumns(graph.nodes);
  const keys = <T>(owner: string, prefix: string, list: readonly Column<T>[]): string =>
    list
      .map(
        ({ name, type }, index) =>
          `<key id="${prefix}${index}" for="${owner}" attr.name="${xmlText(name)}" attr.type="${GRAPHML_TYPES[type]}"/>\n`,
      )
      .join('');
  const data = <T>(prefix: string, list: readonly Column<T>[], item: T): string =>
    filled(list, item)
      .map(({ index, text }) => `<data key="${prefix}${index}">${text}</data>`)
      .join('');
  yield `${XML}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`;
  yield '<key id="name" for="node" attr.name="label" attr.type="string"/>\n';
  yield keys('node', 'v', columns);
  yield keys('edge', 'w', EDGE_COLUMNS);
  yield '<graph edgedefault="directed">\n';
  for (const node of graph.nodes) {
    yield `<node id="${ids.get(node.id)}"><data key="name">${xmlText(node.name)}</data>${data('v', columns, node)}</node>\n`;
  }
  let number = 0;
  for (const edge of innerEdges(graph)) {
    yield `<edge id="e${number}" source="${ids.get(edge.from)}" target="${ids.get(edge.to)}">${data('w', EDGE_COLUMNS, edge)}</edge>\n`;
    number += 1;
  }
  yield '</graph></graphml>\n';
}

function* json(graph: ExportedGraph): Generator<string> {
  yield '{"nodes":[\n';
  for (const [index, node] of graph.nodes.entries()) yield `${index === 0 ? '' : ',\n'}${JSON.stringify(node)}`;
  yield '\n],"edges":[\n';
  for (const [index, edge] of graph.edges.entries()) yield `${index === 0 ? '' : ',\n'}${JSON.stringify(edge)}`;
  yield '\n]}\n';
}

/** Spreadsheets take a file without it for the system's old encoding. */
const BOM = '\uFEFF';
const line = (cells: readonly (string | number | boolean | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function* csvNodes({ nodes }: ExportedGraph): Generator<string> {
  const columns = nodeColumns(nodes).filter(({ name }) => name !== 'id');
  yield BOM + line(['Id', 'Label', ...columns.map(({ name }) => name)]);
  for (const node of nodes) yield line([node.id, node.name, ...columns.map(({ of }) => of(node))]);
}

function* csvEdges(graph: ExportedGraph): Generator<string> {
  const columns = EDGE_COLUMNS.filter(({ name }) => name !== 'id' && name !== 'type');
  yield BOM + line(['Source', 'Target', 'Type', 'Id', 'Label', ...columns.map(({ name }) => name)]);
  for (const edge of innerEdges(graph)) {
    yield line([edge.from, edge.to, 'Directed', edge.id, edge.type, ...columns.map(({ of }) => of(edge))]);
  }
}

/** Every format with what a browser is told about it. */
export const EXPORT_FORMATS = {
  gexf: { write: gexf, type: 'application/xml; charset=utf-8', ending: 'gexf' },
  graphml: { write: graphml, type: 'application/xml; charset=utf-8', ending: 'graphml' },
  json: { write: json, type: 'application/json; charset=utf-8', ending: 'json' },
  'csv-nodes': { write: csvNodes, type: 'text/csv; charset=utf-8', ending: 'csv' },
  'csv-edges': { write: csvEdges, type: 'text/csv; charset=utf-8', ending: 'csv' },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

/** The file's text, in pieces of a line or so. */
export const exportGraph = (graph: ExportedGraph, format: ExportFormat): Generator<string> =>
  EXPORT_FORMATS[format].write(graph);

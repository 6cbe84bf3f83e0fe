import { DOMParser } from '@xmldom/xmldom';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphMl } from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import { gexf } from '#client/graph/export/gexf.ts';
import { graphMl } from '#client/graph/export/graphml.ts';
import { svg } from '#client/graph/export/svg.ts';
import { edgesCsv, graphJson, nodesCsv } from '#client/graph/export/tables.ts';
import type { ExportView } from '#client/graph/export/types.ts';
import { createTheme } from '#client/graph/theme.ts';
import { createCanvas } from '#client/state/canvas/reducer.ts';
import { visibleGraph } from '#client/state/canvas/visible.ts';
import { edge, node, part } from './support.ts';

const AWKWARD = '《网络安全法》<第二十一条> & "引号" \u0001';
const law = { ...node('law/网络安全法'), name: AWKWARD };
const formula = { ...node('organ/=1+1', 'Organ'), name: '=HYPERLINK("http://x")' };
const article = node('doc/1/art_21', 'Provision');
const canvas = createCanvas(
  part(
    [law, formula, article],
    [
      edge(article.id, law.id, 'CITES', AWKWARD),
      edge(article.id, law.id, 'CITES', '另一处'),
      edge(article.id, formula.id, 'MENTIONS', '-1'),
    ],
  ),
  'force',
);
const view: ExportView = {
  title: '网络安全法 & 其他',
  ...visibleGraph(canvas),
  positions: new Map([law, formula, article].map(({ id }, index) => [id, { x: index * 50, y: index * 20 }])),
  bands: [{ title: { kind: 'year', year: '2016' }, left: -10, right: 60, top: 10, bottom: -30 }],
  theme: createTheme((property) => (property === '--font' ? '"Noto Sans CJK SC", sans-serif' : '#345678')),
  words: { label: (label) => label, relation: (type) => type, band: () => '2016 年' },
};

/** Throws on anything that is not well-formed XML. */
const wellFormed = (xml: string) =>
  new DOMParser({
    errorHandler: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, 'text/xml');

/** Rows of a CSV as a spreadsheet would read them. */
const rowsOf = (csv: string): string[][] =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell).slice(0, -1));

describe('GEXF', () => {
  it('reads back in graphology with the same nodes, relationships and names', () => {
    const read = parseGexf(MultiDirectedGraph, gexf(view));
    expect([read.order, read.size]).toEqual([3, 3]);
    expect(read.getNodeAttribute(article.id, 'kind')).toBe('Provision');
    expect(read.getNodeAttribute(law.id, 'label')).toBe(AWKWARD.replace('\u0001', ''));
    expect(read.getNodeAttribute(formula.id, 'x')).toBe(50);
  });
});

describe('GraphML', () => {
  it('reads back in graphology with the same nodes and relationships', () => {
    const read = parseGraphMl(MultiDirectedGraph, graphMl(view));
    expect([read.order, read.size]).toEqual([3, 3]);
    expect(read.getNodeAttribute(law.id, 'label')).toBe(AWKWARD.replace('\u0001', ''));
  });
});

describe('SVG', () => {
  it('is well-formed, with a shape and real text for every node and a line for every bundle', () => {
    const document = wellFormed(svg(view));
    expect(document.getElementsByTagName('g')).toHaveLength(3);
    const texts = Array.from(document.getElementsByTagName('text')).map((text) => text.textContent);
    expect(texts.some((text) => text?.replaceAll(/\s/g, '').includes('第二十一条'))).toBe(true);
    const lines = Array.from(document.getElementsByTagName('path')).filter((path) => path.getAttribute('marker-end'));
    expect(lines).toHaveLength(2);
  });
});

describe('CSV', () => {
  it('has the columns Gephi takes and a row for each node', () => {
    const [head = [], ...rows] = rowsOf(nodesCsv(view));
    expect(head.slice(0, 2)).toEqual(['"Id"', '"Label"']);
    expect(rows).toHaveLength(3);
  });

  it('has a row for each relationship with its sentence', () => {
    const [head = [], ...rows] = rowsOf(edgesCsv(view));
    expect(head.slice(0, 3)).toEqual(['"Source"', '"Target"', '"Type"']);
    expect(rows.map((row) => row[head.indexOf('"Quote"')])).toContain('"另一处"');
  });

  it('lets no name and no quote run as a formula', () => {
    const cells = [...rowsOf(nodesCsv(view)), ...rowsOf(edgesCsv(view))].flat();
    expect(cells.filter((cell) => /^"[=+\-@]/.test(cell))).toEqual([]);
    expect(nodesCsv(view)).toContain(`"'=HYPERLINK`);
  });
});

describe('JSON', () => {
  it('holds the nodes with their places and every relationship', () => {
    const read: unknown = JSON.parse(graphJson(view));
    expect(read).toMatchObject({ title: view.title, nodes: [{ id: law.id, x: 0, y: 0 }, {}, {}], edges: [{}, {}, {}] });
  });
});

import { MultiDirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GraphDto } from '#model/wire/common.ts';
import { DocumentDto, DocumentsPage } from '#model/wire/documents.ts';
import { SearchDto } from '#model/wire/explore.ts';
import { of, startFilledApp, type TestApp } from './support/app.ts';
import { HOSTILE_TITLE } from './support/texts.ts';

let app: TestApp;
let id: string;
beforeAll(async () => {
  app = await startFilledApp();
  const page = await app.json(DocumentsPage, '/api/documents?limit=500');
  id = page.items.find((document) => document.title === HOSTILE_TITLE)?.id ?? '';
});
afterAll(() => app.close());

const exported = async (format: string, more = ''): Promise<string> => {
  const response = await app.get(`/api/export?format=${format}&view=document&id=${of(id)}&limit=100${more}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  // response.text() would swallow the byte order mark.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
};

describe('a document titled <img src=x onerror=…> with cells that begin with =', () => {
  it('passes through JSON as it is, never as a page', async () => {
    const response = await app.get(`/api/documents/${of(id)}`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const document = DocumentDto.parse(await response.json());
    expect(document.document.title).toBe(HOSTILE_TITLE);
    expect(document.text).toContain("=cmd|' /C calc'!A0");
    expect(document.text).toContain('"><script>alert(1)</script>');
  });

  it('is found by its text, marked by positions and not by tags', async () => {
    const { groups } = await app.json(SearchDto, `/api/search?q=${of('<script>')}`);
    const hit = groups.find(({ group }) => group === 'Provision')?.items[0];
    expect(hit?.documentId).toBe(id);
    expect(hit?.snippet.marks.map(([from, to]) => hit.snippet.text.slice(from, to))).toContain('<script>');
  });

  it('passes through GEXF: read back, it has the same nodes, names and relationships', async () => {
    const graph = await app.json(GraphDto, `/api/graph?view=document&id=${of(id)}&limit=100`);
    const xml = await exported('gexf');
    expect(xml).not.toContain('<img');
    const read = parseGexf(MultiDirectedGraph, xml);
    expect([read.order, read.size]).toEqual([graph.nodes.length, graph.edges.length]);
    expect(read.mapNodes((_, attributes) => attributes['label'])).toContain(HOSTILE_TITLE);
  });

  it('passes through GraphML as text', async () => {
    const xml = await exported('graphml');
    expect(xml).not.toContain('<img');
    expect(xml).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('passes through JSON export: the same nodes and relationships', async () => {
    const graph = await app.json(GraphDto, `/api/graph?view=document&id=${of(id)}&limit=100`);
    const file = z
      .object({ nodes: z.array(z.unknown()), edges: z.array(z.unknown()) })
      .parse(JSON.parse(await exported('json')));
    expect(file).toEqual({ nodes: graph.nodes, edges: graph.edges });
  });

  it('begins no cell of a CSV with a sign that a spreadsheet would calculate', async () => {
    for (const format of ['csv-nodes', 'csv-edges']) {
      const csv = await exported(format);
      const cells = [...csv.matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
        (match) => match[1] ?? match[2] ?? '',
      );
      expect(cells.filter((cell) => /^[=+@＝＋＠]/.test(cell))).toEqual([]);
      expect(csv.startsWith('\uFEFF')).toBe(true);
    }
  });

  it('names no header of an answer, whatever name the file is given', async () => {
    const response = await app.get(`/api/export?format=json&limit=1&name=${of('a\r\nSet-Cookie: x=1/../"网络')}`);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="famai.json"; filename*=UTF-8''${of('a Set-Cookie  x=1 .. 网络.json')}`,
    );
  });
});

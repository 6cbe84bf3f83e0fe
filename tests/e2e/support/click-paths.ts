/** The ten click paths, each walked by mouse or by keys alone, in either language, over any library that holds its texts. */
import { readFileSync } from 'node:fs';
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { activate, type By, choose, evidenceMark, type Language, namesIn, searchAndOpen, takeFromMenu } from './act.ts';

/** One walk: a page that stands on the landing page, and the database to compare what it says with. */
export interface Walk {
  readonly page: Page;
  readonly language: Language;
  readonly by: By;
  /** The rows of a Cypher query. */
  readonly ask: (query: string, params?: Readonly<Record<string, string | readonly string[]>>) => Promise<unknown[][]>;
  /** Opens an address in a profile that has never been here. */
  readonly elsewhere: (address: string, use: (page: Page) => Promise<void>) => Promise<void>;
}

const COUNTS = /(\d+) (?:个节点|nodes) · (\d+) (?:条关系|relationships)/;
const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');
const idIn = (page: Page): string => {
  const { pathname } = new URL(page.url());
  return decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1));
};

const graphOf = ({ page, language }: Walk): Locator =>
  page.getByRole('region', { name: namesIn(language).graph, exact: true });
const listOf = ({ page, language }: Walk): Locator =>
  page.getByRole('region', { name: namesIn(language).list, exact: true });

/** How many nodes and relationships the list under the picture says there are. */
const counted = async (list: Locator): Promise<readonly [number, number]> => {
  const line = list.getByText(COUNTS);
  await line.waitFor();
  const found = COUNTS.exec((await line.textContent()) ?? '');
  return [Number(found?.[1]), Number(found?.[2])];
};

/** Waits for the graph to be drawn and laid out, and opens the list under it. */
const openList = async (walk: Walk): Promise<Locator> => {
  await graphOf(walk).locator('canvas').first().waitFor();
  await graphOf(walk).locator('progress').waitFor({ state: 'detached' });
  await activate(walk.page, walk.page.getByRole('button', { name: namesIn(walk.language).openList }), walk.by);
  const list = listOf(walk);
  await list.locator('tbody tr').first().waitFor();
  return list;
};

/** Finds a law by its name and stands on its page, at the list of who cites it. */
const openCitedBy = async (walk: Walk, title: string): Promise<string> => {
  const { page, language, by } = walk;
  await searchAndOpen(page, language, title, new RegExp(title), by);
  await page.waitForURL(/\/law\//);
  const tab = page.getByRole('tab', { name: namesIn(language).citedBy });
  await tab.waitFor();
  if ((await tab.getAttribute('aria-selected')) !== 'true') await activate(page, tab, by);
  await page.locator('.citing-row').first().waitFor();
  return idIn(page);
};

/** The reader stands at the sentence of a relationship, and marks that sentence and nothing else. */
const readSentence = async (walk: Walk): Promise<void> => {
  const { page, language, ask } = walk;
  const chosen = (url: URL): string => url.searchParams.get('sel') ?? '';
  await page.waitForURL((url) => url.pathname.startsWith('/document/') && chosen(url).startsWith('e:'));
  const rows = await ask('MATCH ()-[r]->() WHERE r.id = $id RETURN r.quote', {
    id: chosen(new URL(page.url())).slice(2),
  });
  const mark = evidenceMark(page, language);
  await expect
    .poll(async () => withoutBlanks((await mark.allTextContents()).join('')))
    .toBe(withoutBlanks(String(rows[0]?.[0])));
};

/** 1. Who cites an article: straight from the search box to the list. Answers how many the list shows. */
export const whoCites = async (walk: Walk, citation: string): Promise<number> => {
  const { page, language, by } = walk;
  await searchAndOpen(page, language, citation, /./, by);
  await page.waitForURL(/\/(?:document|law)\//);
  await page.locator('.citing-row').first().waitFor();
  return page.locator('.citing-row').count();
};

/** 2. From there, the sentence: one more click. */
export const openSentence = async (walk: Walk, citation: string): Promise<void> => {
  await whoCites(walk, citation);
  await activate(walk.page, walk.page.locator('.citing-link').first(), walk.by);
  await readSentence(walk);
};

/** 3. Why a relationship exists: choose it, read its sentence beside the graph, open it in its text. */
export const whyThisRelationship = async (walk: Walk, title: string): Promise<void> => {
  const { page, language, by } = walk;
  await openCitedBy(walk, title);
  const list = await openList(walk);
  await choose(page, list.getByRole('radio', { name: namesIn(language).edges }), by);
  const row = list
    .getByRole('row')
    .filter({ hasText: title })
    .filter({ has: page.locator('.link-quote') });
  await activate(page, row.first().getByRole('rowheader').getByRole('button'), by);
  const evidence = page.getByRole('region', { name: namesIn(language).evidence });
  await evidence.locator('mark').waitFor();
  await activate(page, evidence.getByRole('link', { name: namesIn(language).openSource }), by);
  await readSentence(walk);
};

/** 4. What an actor must do under a function: the matrix, one function, one cell, its duties with their sentences. */
export const dutiesUnder = async (walk: Walk, bearer: string, functionName: string, sentence: string) => {
  const { page, language, by, ask } = walk;
  await activate(page, page.getByRole('link', { name: namesIn(language).matrix, exact: true }).first(), by);
  await page.waitForURL(/\/duties/);
  await choose(page, page.getByRole('radio', { name: functionName }), by);
  await page.waitForURL(/functionId=/);
  const table = page.getByRole('table', { name: namesIn(language).matrix });
  const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: bearer, exact: true }) });
  const total = row.getByRole('button').last();
  const rows = await ask(
    `MATCH (d:Duty {bearer: $bearer})-[:EXERCISES]->(:Function {name: $functionName}) RETURN count(DISTINCT d)`,
    { bearer, functionName },
  );
  await expect.poll(async () => Number(await total.textContent())).toBe(rows[0]?.[0]);
  await activate(page, total, by);
  await page.getByRole('dialog').getByText(sentence).first().waitFor();
};

/** 5. What a document wants changed: the laws it asks for, each with its state. */
export const wantedChanges = async (walk: Walk, document: string): Promise<void> => {
  const { page, language, by, ask } = walk;
  await searchAndOpen(page, language, document, new RegExp(document), by);
  await page.waitForURL(/\/document\//);
  await page
    .getByRole('region', { name: namesIn(language).reader })
    .locator('p')
    .first()
    .waitFor();
  const id = idIn(page);
  await activate(page, page.getByRole('link', { name: namesIn(language).home }), by);
  const named = page.getByRole('region', { name: namesIn(language).namedLaws });
  const wanted = named.getByRole('listitem').filter({ hasText: namesIn(language).promotes });
  await wanted.first().waitFor();
  const titles = await wanted.locator('.named-law-title').allTextContents();
  const rows = await ask(`MATCH (:Provision {documentId: $id})-[:PROMOTES]->(l:Law) RETURN DISTINCT l.title AS title`, {
    id,
  });
  expect(titles.sort()).toEqual(rows.map(([title]) => String(title)).sort());
};

/** 6. All shortest paths between two nodes picked from the list. */
export const pathBetween = async (walk: Walk, document: string, from: string, to: string): Promise<void> => {
  const { page, language, by, ask } = walk;
  await searchAndOpen(page, language, document, new RegExp(document), by);
  await page.waitForURL(/\/document\//);
  const graph = graphOf(walk);
  const list = await openList(walk);
  await activate(page, list.getByRole('button', { name: from, exact: true }), by);
  await activate(page, graph.getByRole('button', { name: namesIn(language).path }), by);
  await activate(page, list.getByRole('button', { name: to, exact: true }), by);
  const status = graph.getByRole('status').getByText(namesIn(language).pathFound);
  await status.waitFor();
  const [, length] = [...((await status.textContent()) ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const rows = await ask(
    `MATCH (a:Function {name: $from}), (b:Law {title: $to})
     MATCH p = shortestPath((a)-[*..8]-(b)) RETURN length(p)`,
    { from, to },
  );
  expect(length).toBe(rows[0]?.[0]);
};

/** 7. Expand a node, take it back, do it again, collapse it. */
export const expandAndCollapse = async (walk: Walk, title: string, node: RegExp): Promise<void> => {
  const { page, language, by } = walk;
  const names = namesIn(language);
  await openCitedBy(walk, title);
  const list = await openList(walk);
  const graph = graphOf(walk);
  const size = async () => (await counted(list)).join(' ');
  await activate(page, list.getByRole('button', { name: node }).first(), by);
  const before = await size();
  await activate(page, graph.getByRole('button', { name: names.expand, exact: true }), by);
  await activate(page, page.getByRole('button', { name: names.expandAll }), by);
  await expect.poll(size).not.toBe(before);
  const grown = await size();
  await page.keyboard.press('Escape');
  await activate(page, graph.getByRole('button', { name: names.undo }), by);
  await expect.poll(size).toBe(before);
  await activate(page, graph.getByRole('button', { name: names.redo }), by);
  await expect.poll(size).toBe(grown);
  await activate(page, graph.getByRole('button', { name: names.collapse, exact: true }), by);
  await expect.poll(size).toBe(before);
};

const downloaded = async (page: Page, ask: () => Promise<void>): Promise<string> => {
  const download = page.waitForEvent('download');
  await ask();
  return readFileSync(await (await download).path(), 'utf8');
};
/** Rows of a CSV file without its head; no cell of these files holds a line break outside quotes. */
const csvRows = (text: string): number => {
  let quotes = 0;
  let rows = 0;
  for (const char of text) {
    if (char === '"') quotes += 1;
    if (char === '\n' && quotes % 2 === 0) rows += 1;
  }
  return (text.endsWith('\n') ? rows : rows + 1) - 1;
};

/** 8. The same result as rows and as CSV: who cites a law, and what the graph shows. */
export const rowsAndCsv = async (walk: Walk, title: string): Promise<void> => {
  const { page, language, by, ask } = walk;
  const names = namesIn(language);
  const id = await openCitedBy(walk, title);
  const rows = await ask(
    `MATCH (l:Law {id: $id}) CALL (l) {
       MATCH (l)<-[r:CITES|PROMOTES]-() RETURN r
       UNION MATCH (l)<-[:TEXT_OF]-(d:Document) MATCH (:Provision {documentId: d.id})<-[r:CITES]-() RETURN r
     } RETURN count(DISTINCT r)`,
    { id },
  );
  const panel = page.getByRole('tabpanel');
  const citing = await downloaded(page, () => activate(page, panel.getByRole('button', { name: names.exportCsv }), by));
  expect(csvRows(citing)).toBe(rows[0]?.[0]);
  const list = await openList(walk);
  const [nodes, edges] = await counted(list);
  const exporting = graphOf(walk).getByRole('button', { name: names.export, exact: true });
  const nodesCsv = await downloaded(page, () => takeFromMenu(page, exporting, names.csvNodes, by));
  const edgesCsv = await downloaded(page, () => takeFromMenu(page, exporting, names.csvEdges, by));
  expect([csvRows(nodesCsv), csvRows(edgesCsv)]).toEqual([nodes, edges]);
  expect(await list.locator('tbody tr').count()).toBe(Math.min(100, nodes));
};

/** 9. The link of a canvas changed by hand shows the same in a fresh profile. */
export const copyLink = async (walk: Walk, title: string, node: RegExp): Promise<void> => {
  const { page, language, by } = walk;
  const names = namesIn(language);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCitedBy(walk, title);
  const list = await openList(walk);
  const graph = graphOf(walk);
  const [before] = await counted(list);
  await activate(page, list.getByRole('button', { name: node }).first(), by);
  await activate(page, graph.getByRole('button', { name: names.hide, exact: true }), by);
  await expect.poll(async () => (await counted(list))[0]).toBe(before - 1);
  const seen = await counted(list);
  const texts = await list.locator('tbody th').allTextContents();
  await activate(page, graph.getByRole('button', { name: names.copyLink }), by);
  await graph.getByRole('status').getByText(names.linkCopied).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const panel = await page.locator('.law').textContent();
  await walk.elsewhere(link, async (fresh) => {
    const there = await openList({ ...walk, page: fresh });
    expect(await counted(there)).toEqual(seen);
    expect((await there.locator('tbody th').allTextContents()).sort()).toEqual(texts.sort());
    await expect.poll(() => fresh.locator('.law').textContent()).toBe(panel);
  });
};

/** 10. GEXF, read back by another library: the same counts. */
export const gexfReadBack = async (walk: Walk, title: string): Promise<void> => {
  const { page, language, by } = walk;
  await openCitedBy(walk, title);
  const list = await openList(walk);
  const exporting = graphOf(walk).getByRole('button', { name: namesIn(language).export, exact: true });
  const text = await downloaded(page, () => takeFromMenu(page, exporting, /GEXF/, by));
  const read = parse(MultiDirectedGraph, text, { allowUndeclaredAttributes: true, addMissingNodes: false });
  expect([read.order, read.size]).toEqual(await counted(list));
};

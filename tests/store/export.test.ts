import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import type { Connection } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { fragmentOf } from '#tests/support/fragments.ts';
import { connectTest, wipe } from '#tests/support/neo4j.ts';
import { runScript } from '#tests/support/process.ts';

/** Names come from documents: nothing keeps them from looking like markup or like a formula. */
const HOSTILE = '<img src=x onerror=alert(1)>&"\'\u0001';
const FORMULA = '=cmd|"/C calc"!A0';

describe('exporting the whole graph', { timeout: 120_000 }, () => {
  let connection: Connection;
  let folder: string;
  beforeAll(async () => {
    connection = await connectTest();
    await wipe(connection);
    folder = await mkdtemp(join(tmpdir(), 'famai-export-'));
    const session = await createGraphWriter(connection).open();
    await session.write([
      fragmentOf({ id: 'doc/1', path: 'a.md', text: `第一条 ${HOSTILE}`, cites: [HOSTILE, FORMULA] }),
    ]);
    await session.finish();
    await session.close();
  });
  afterAll(async () => {
    await connection.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = async (format: string): Promise<string> => {
    const file = join(folder, `graph.${format}`);
    const command = runScript('export', ['--format', format, '--out', file], {
      NEO4J_URI: inject('neo4j').uri,
      NEO4J_PASSWORD: inject('neo4j').password,
      FAMAI_DATA: folder,
    });
    expect(await command.ended, command.output()).toBe(0);
    return readFile(file, 'utf8');
  };

  it('as JSON holds every node and every relationship with its evidence', async () => {
    const shape = z.object({
      nodes: z.array(z.object({ id: z.string(), name: z.string() })),
      edges: z.array(z.object({ type: z.string(), evidence: z.object({ quote: z.string() }).nullable() })),
    });
    const graph = shape.parse(JSON.parse(await run('json')));
    expect(graph.nodes.map(({ name }) => name)).toContain(HOSTILE);
    expect(graph.edges.filter(({ type }) => type === 'CITES').map(({ evidence }) => evidence?.quote)).toEqual([
      `第一条 ${HOSTILE}`,
      `第一条 ${HOSTILE}`,
    ]);
  });

  it('as GraphML is read back by another program with as many nodes and edges', async () => {
    const graph = parseGraphml(MultiDirectedGraph, await run('graphml'));
    expect([graph.order, graph.size]).toEqual([5, 4]);
  });

  it('as GEXF names nothing by a text of the documents but in escaped values', async () => {
    const text = await run('gexf');
    expect(text).not.toContain('<img');
    expect(text).not.toContain('\u0001');
    expect(text.match(/<node /g)).toHaveLength(5);
  });

  it('as CSV lets no name become a formula, and puts the nodes in a second file', async () => {
    await run('csv');
    const nodes = await readFile(join(folder, 'graph.nodes.csv'), 'utf8');
    expect(nodes).toContain(`"'=cmd|`);
    expect(nodes).not.toMatch(/(^|,)"?=cmd/m);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NODE_LABELS } from '#model/entities.ts';
import type { Connection } from '#server/store/driver.ts';
import { createReader, defineQuery } from '#server/store/read.ts';
import { ensureSchema, SCHEMA_VERSION } from '#server/store/schema.ts';
import { connectTest, wipe } from '#tests/support/neo4j.ts';

const constraints = defineQuery()({
  name: 'constraints',
  cypher:
    'SHOW CONSTRAINTS YIELD labelsOrTypes, properties RETURN labelsOrTypes[0] AS label, properties ORDER BY label',
  row: z.object({ label: z.string(), properties: z.array(z.string()) }),
});
const setVersion = "MERGE (m:Meta {id: 'meta'}) SET m.schemaVersion = toInteger($version)";

describe('the schema', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await connectTest();
    await wipe(connection);
  });
  afterAll(() => connection.close());

  it('keeps ids of every label apart', async () => {
    const found = await createReader(connection).run(constraints, {});
    for (const label of NODE_LABELS) expect(found).toContainEqual({ label, properties: ['id'] });
  });

  it('is made once: making it again changes nothing', async () => {
    const before = await createReader(connection).run(constraints, {});
    await ensureSchema(connection);
    expect(await createReader(connection).run(constraints, {})).toEqual(before);
  });

  it('is made once when several programs start at once on an empty database', async () => {
    const before = await createReader(connection).run(constraints, {});
    const session = connection.session('WRITE');
    const names = async (cypher: string): Promise<string[]> =>
      (await session.run(cypher)).records.map((record) => String(record.get('name')));
    for (const name of await names('SHOW CONSTRAINTS YIELD name')) await session.run(`DROP CONSTRAINT ${name}`);
    const indexes = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name";
    for (const name of await names(indexes)) await session.run(`DROP INDEX ${name}`);
    await session.run('MATCH (m:Meta) DELETE m');
    await session.close();
    const programs = await Promise.all([1, 2, 3].map(() => connectTest()));
    expect(await createReader(connection).run(constraints, {})).toEqual(before);
    for (const program of programs) await program.close();
  });

  it('refuses a database that a newer program wrote, and says what to do', async () => {
    const session = connection.session('WRITE');
    await session.run(setVersion, { version: SCHEMA_VERSION + 1 });
    await expect(ensureSchema(connection)).rejects.toMatchObject({
      code: 'SCHEMA_TOO_NEW',
      message: expect.stringContaining('请升级程序'),
    });
    await session.run(setVersion, { version: SCHEMA_VERSION });
    await session.close();
  });

  it('finds Chinese substrings by a quoted phrase', async () => {
    const session = connection.session('WRITE');
    await session.run(
      "CREATE (:Provision {id: 'p1', text: '依法给予行政处罚'}), (:Provision {id: 'p2', text: '行政机关处罚'})",
    );
    await session.close();
    const search = defineQuery<{ phrase: string }>()({
      name: 'phrase',
      cypher: "CALL db.index.fulltext.queryNodes('node_text', $phrase) YIELD node RETURN node.id AS id",
      row: z.object({ id: z.string() }),
    });
    expect(await createReader(connection).run(search, { phrase: '"行政处罚"' })).toEqual([{ id: 'p1' }]);
  });
});

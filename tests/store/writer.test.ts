import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GraphFragment } from '#model/graph.ts';
import type { Connection } from '#server/store/driver.ts';
import { createGraphWriter } from '#server/store/writer.ts';
import { dumpGraph } from '#tests/support/dump.ts';
import { fragmentOf } from '#tests/support/fragments.ts';
import { connectTest, wipe } from '#tests/support/neo4j.ts';

const 网安法 = fragmentOf({
  id: 'law/网络安全法@2016-11-07',
  path: 'a.md',
  text: '第一条 为了保障网络安全',
  textOf: '网络安全法',
});
const 条例 = fragmentOf({
  id: 'law/未成年人网络保护条例@2023-10-16',
  path: 'b.md',
  text: '第一条 根据网络安全法，制定本条例',
  textOf: '未成年人网络保护条例',
  basedOn: ['网络安全法'],
  cites: ['未成年人保护法'],
  citesProvisions: ['law/网络安全法@2016-11-07/art_1'],
});

describe('writing documents', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await connectTest();
  });
  beforeEach(() => wipe(connection));
  afterAll(() => connection.close());

  const importAll = async (...batches: readonly GraphFragment[][]): Promise<void> => {
    const session = await createGraphWriter(connection).open();
    try {
      for (const batch of batches) await session.write(batch);
      await session.finish();
    } finally {
      await session.close();
    }
  };

  it('gives the same graph whatever the order of documents', async () => {
    await importAll([网安法, 条例]);
    const together = await dumpGraph(connection);
    await wipe(connection);
    await importAll([条例], [网安法]);
    expect(await dumpGraph(connection)).toEqual(together);
  });

  it('gives the same graph when batches that cite each other are written side by side', async () => {
    const batches = Array.from({ length: 6 }, (_, b) =>
      Array.from({ length: 8 }, (_, d) =>
        fragmentOf({
          id: `law/法${b}号${d}@2020-01-01`,
          path: `${b}-${d}.md`,
          text: `第一条 依照有关规定${b}${d}`,
          textOf: `法${b}号${d}`,
          cites: ['刑法', `法${(b + 1) % 6}号${d}`],
          citesProvisions: [1, 5].map((step) => `law/法${(b + step) % 6}号${(d * 3 + step) % 8}@2020-01-01/art_1`),
        }),
      ),
    );
    await importAll(...batches);
    const oneByOne = await dumpGraph(connection);
    expect(oneByOne.filter((line) => line.includes('"type":"CITES"'))).toHaveLength(48 * 4);
    for (let round = 0; round < 3; round += 1) {
      await wipe(connection);
      const session = await createGraphWriter(connection).open();
      await Promise.all(batches.map((batch) => session.write(batch)));
      await session.finish();
      await session.close();
      expect(await dumpGraph(connection)).toEqual(oneByOne);
    }
  });

  it('gives the same graph when documents are written again', async () => {
    await importAll([网安法, 条例]);
    const once = await dumpGraph(connection);
    await importAll([条例], [网安法]);
    expect(await dumpGraph(connection)).toEqual(once);
  });

  it('keeps what other documents say of a provision when its document is written again', async () => {
    await importAll([网安法, 条例]);
    await importAll([网安法]);
    expect(await dumpGraph(connection)).toContainEqual(
      expect.stringContaining('"to":"law/网络安全法@2016-11-07/art_1","type":"CITES"'),
    );
  });

  it('takes away what a changed document no longer says, and the laws nobody names any more', async () => {
    await importAll([网安法, 条例]);
    await importAll([
      fragmentOf({ id: 条例.documentId, path: 'b.md', text: '第一条 另有规定', textOf: '未成年人网络保护条例' }),
    ]);
    const dump = await dumpGraph(connection);
    expect(dump.filter((line) => line.includes('未成年人保护法'))).toEqual([]);
    expect(dump.filter((line) => line.includes('BASED_ON'))).toEqual([]);
  });

  it('removes a document with all it brought, and nothing else', async () => {
    await importAll([网安法]);
    const alone = await dumpGraph(connection);
    await importAll([条例]);
    const session = await createGraphWriter(connection).open();
    await session.remove([条例.documentId], ['b.md']);
    await session.finish();
    await session.close();
    expect(await dumpGraph(connection)).toEqual(alone);
  });

  it('leaves no empty provision when the text it belongs to never comes', async () => {
    await importAll([条例]);
    const dump = await dumpGraph(connection);
    expect(dump.filter((line) => line.includes('"id":"law/网络安全法@2016-11-07/art_1"'))).toEqual([]);
  });

  it('settles a law as its own text has it, with its pinyin', async () => {
    await importAll([条例], [网安法]);
    const law = (await dumpGraph(connection)).find(
      (line) => line.includes('"labels":["Law"]') && line.includes('"id":"law/网络安全法"'),
    );
    expect(law).toContain('"status":"in_force"');
    expect(law).toContain('"pinyin":["wangluoanquanfa","wlaqf"]');
  });

  it('writes a document of 20,000 rows within the memory a transaction may take', async () => {
    const many = Array.from({ length: 200 }, (_, n) => `法${n}`);
    const big = Array.from({ length: 50 }, (_, n) =>
      fragmentOf({ id: `doc/${n}`, path: `${n}.md`, text: `第一条 ${'依照有关规定'.repeat(50)}${n}`, cites: many }),
    );
    await importAll(big);
    expect((await dumpGraph(connection)).filter((line) => line.includes('"type":"CITES"'))).toHaveLength(10_000);
  });

  it('refuses a second import while one runs, and names who runs it', async () => {
    const first = await createGraphWriter(connection).open();
    await expect(createGraphWriter(connection).open()).rejects.toMatchObject({
      code: 'DATA_LOCKED',
      message: expect.stringContaining(String(process.pid)),
    });
    await first.close();
    await (await createGraphWriter(connection).open()).close();
  });

  it('stops an import whose lock another one took after it ran out', async () => {
    const slow = await createGraphWriter(connection).open();
    const session = connection.session('WRITE');
    await session.run("MATCH (l:Meta {id: 'import-lock'}) SET l.expiresAt = 0");
    await session.close();
    const quick = await createGraphWriter(connection).open();
    await expect(slow.write([网安法])).rejects.toMatchObject({ code: 'DATA_LOCKED' });
    await quick.close();
    await slow.close();
  });
});

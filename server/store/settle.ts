/** The last step of an import: what documents share is brought to its final form, whatever the order they were written in. */
import { z } from 'zod';
import { type LawView, mergeLaw, pinyinOf } from '#ingest/laws.ts';
import type { Counts } from '#ingest/writer-port.ts';
import { LawNode, NODE_LABELS, NodeLabel } from '#model/entities.ts';
import { RelationType } from '#model/relations.ts';
import type { Connection } from './driver.ts';
import { createReader, defineQuery } from './read.ts';
import type { Row } from './rows.ts';
import type { Writer } from './write.ts';

const READ_MS = 120_000;
const PAGE = 500;
const CHUNK = 5_000;

/** Nodes that only exist because something points at them, and what keeps each. */
const ORPHANS = [
  'MATCH (n:Provision) WHERE n.documentId IS NULL',
  'MATCH (n:Source) WHERE NOT EXISTS { (n)-[:COPY_OF]->() }',
  'MATCH (n:Text) WHERE NOT EXISTS { (n)<-[:HAS_TEXT]-() }',
  ...NODE_LABELS.filter((label) => !['Provision', 'Source', 'Document', 'Duty'].includes(label)).map(
    (label) => `MATCH (n:${label}) WHERE NOT EXISTS { (n)--() }`,
  ),
].map((match) => `${match} WITH n LIMIT ${CHUNK} DETACH DELETE n RETURN count(*) AS gone`);

const VIEWS = defineQuery<{ after: string; limit: number }>()({
  name: 'import.lawViews',
  cypher: 'MATCH (t:Text) WHERE t.id > $after RETURN t.id AS id, t.laws AS laws ORDER BY t.id LIMIT $limit',
  row: z.object({ id: z.string(), laws: z.string() }),
});
const LawViews = z.array(z.object({ law: LawNode, own: z.boolean() }));

const LABEL_COUNTS = defineQuery()({
  name: 'import.labelCounts',
  cypher: NODE_LABELS.map((label) => `MATCH (n:${label}) RETURN '${label}' AS name, count(n) AS count`).join(
    '\nUNION ALL ',
  ),
  row: z.object({ name: NodeLabel, count: z.int() }),
});
const TYPE_COUNTS = defineQuery()({
  name: 'import.typeCounts',
  cypher: RelationType.options
    .map((type) => `MATCH ()-[r:${type}]->() RETURN '${type}' AS name, count(r) AS count`)
    .join('\nUNION ALL '),
  row: z.object({ name: RelationType, count: z.int() }),
});
const REASON_COUNTS = defineQuery()({
  name: 'import.reasonCounts',
  cypher: 'MATCH ()-[r:CITES]->() WHERE r.reason IS NOT NULL RETURN r.reason AS name, count(*) AS count ORDER BY name',
  row: z.object({ name: z.string(), count: z.int() }),
});

/** Different views of a law by their text: a law named by a thousand documents has a handful. */
const collectViews = async (connection: Connection): Promise<Map<string, Map<string, LawView>>> => {
  const reader = createReader(connection, { timeoutMs: READ_MS });
  const laws = new Map<string, Map<string, LawView>>();
  for (let after = ''; ; ) {
    const page = await reader.run(VIEWS, { after, limit: PAGE });
    for (const row of page) {
      for (const view of LawViews.parse(JSON.parse(row.laws))) {
        const known = laws.get(view.law.id);
        const key = JSON.stringify(view);
        if (known === undefined) laws.set(view.law.id, new Map([[key, view]]));
        else known.set(key, view);
      }
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return laws;
    after = last.id;
  }
};

const SET_LAW = `UNWIND $rows AS row MATCH (l:Law {id: row[0]})
SET l = {id: row[0], name: row[1], title: row[2], shortTitles: row[3], rank: row[4], status: row[5], issuer: row[6],
  date: row[7], extent: row[8], pinyin: row[9]}`;

const lawRow = (law: LawNode): Row => [
  law.id,
  law.name,
  law.title,
  law.shortTitles,
  law.rank,
  law.status,
  law.issuer,
  law.date,
  law.extent,
  pinyinOf(law.title),
];

/** Merges the properties of every law and removes what nothing points at any more. */
export const settle = async (connection: Connection, writer: Writer): Promise<void> => {
  for (const orphans of ORPHANS) await writer.repeat(orphans, {});
  const rows: Row[] = [];
  for (const views of (await collectViews(connection)).values()) {
    const law = mergeLaw([...views.values()]);
    if (law !== null) rows.push(lawRow(law));
  }
  await writer.run([{ first: SET_LAW, again: SET_LAW, rows }]);
  await writer.transact((tx) => tx.run('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()'));
};

const record = (rows: readonly { name: string; count: number }[]): Record<string, number> =>
  Object.fromEntries(rows.map(({ name, count }) => [name, count]));

/** What the whole store holds, by label, type and reason. */
export const countAll = async (connection: Connection): Promise<Counts> => {
  const reader = createReader(connection, { timeoutMs: READ_MS });
  return {
    nodes: record(await reader.run(LABEL_COUNTS, {})),
    relationships: record(await reader.run(TYPE_COUNTS, {})),
    reasons: record(await reader.run(REASON_COUNTS, {})),
  };
};

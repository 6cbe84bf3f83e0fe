/** The store's side of an import: `GraphWriter` over Neo4j. */
import type { LawView } from '#ingest/laws.ts';
import type { FileRecord, GraphWriter, ImportSession } from '#ingest/writer-port.ts';
import type { GraphFragment } from '#model/graph.ts';
import { toStatements, type Written } from './batch.ts';
import type { Connection } from './driver.ts';
import { takeImportLock } from './import-lock.ts';
import { createStateReader } from './import-state.ts';
import type { Row, Statement } from './rows.ts';
import { ensureSchema } from './schema.ts';
import { countAll, settle } from './settle.ts';
import { createTurns } from './turns.ts';
import { createWriter, type Writer, whole } from './write.ts';

const LIMIT = 5_000;
/** Documents written side by side: more than two wait for each other in the database. */
const LANES = 2;
const CHANGED = 'RETURN count(*) AS changed';

/** What a document brought, except the nodes others point at: those keep their identity when it is written again. */
const FORGET_RELATIONS = [
  'MATCH (n:Provision)-[r]->() WHERE n.documentId IN $ids',
  'MATCH (n:Document)-[r]->() WHERE n.id IN $ids',
  'MATCH (n:Document)<-[r:COPY_OF]-() WHERE n.id IN $ids',
  // Between two laws: found by an index of the relationship, for neither end belongs to the document.
  ...['BASED_ON', 'INTERPRETS', 'AMENDS', 'REPEALS'].map(
    (type) => `MATCH ()-[r:${type}]->() WHERE r.documentId IN $ids`,
  ),
].map((match) => `${match} WITH r LIMIT ${LIMIT} DELETE r ${CHANGED}`);
const FORGET_DUTIES = `MATCH (n:Duty) WHERE n.documentId IN $ids WITH n LIMIT ${LIMIT} DETACH DELETE n ${CHANGED}`;
const FORGET_DOCUMENTS = [
  'MATCH (n:Provision) WHERE n.documentId IN $ids',
  'MATCH (n:Document) WHERE n.id IN $ids',
  'MATCH (n:Text) WHERE n.id IN $ids',
].map((match) => `${match} WITH n LIMIT ${LIMIT} DETACH DELETE n ${CHANGED}`);

const PROVISIONS = 'MATCH (p:Provision) WHERE p.documentId IN $ids RETURN collect(p.id) AS ids';
const FORGET_PROVISIONS = 'UNWIND $rows AS row MATCH (p:Provision {id: row[0]}) DETACH DELETE p';

const WRITE_TEXT = `UNWIND $rows AS row MATCH (d:Document {id: row[0]}) MERGE (t:Text {id: row[0]})
SET t.text = row[1], t.textOffset = row[2], t.namedLaws = row[3], t.laws = row[4], t.complete = false
MERGE (d)-[:HAS_TEXT]->(t)`;
const COMPLETE = 'UNWIND $rows AS row MATCH (t:Text {id: row[0]}) SET t.complete = true';
const WRITE_FILE =
  'UNWIND $rows AS row MERGE (f:ImportedFile {id: row[0]}) SET f.record = row[1], f.text = CASE WHEN row[3] THEN row[2] ELSE f.text END';
const FORGET_FILE = 'UNWIND $rows AS row MATCH (f:ImportedFile {id: row[0]}) DELETE f';

const BEGIN = `MERGE (m:Meta {id: 'import-state'}) SET m.running = true
WITH m UNWIND $ids AS id MATCH (t:Text {id: id}) SET t.complete = false`;

const statement = (cypher: string, rows: readonly Row[]): Statement => ({ first: cypher, again: cypher, rows });

const lawViews = ({ documentId, nodes, relations }: GraphFragment): LawView[] => {
  const own = new Set(
    relations.filter((relation) => relation.type === 'TEXT_OF' && relation.from === documentId).map(({ to }) => to),
  );
  return nodes.flatMap((node) => (node.label === 'Law' ? [{ law: node, own: own.has(node.id) }] : []));
};

const textRow = (fragment: GraphFragment): Row => [
  fragment.documentId,
  fragment.text,
  whole(fragment.textOffset),
  fragment.namedLaws,
  JSON.stringify(lawViews(fragment)),
];

const forgetOld = async (writer: Writer, fragments: readonly GraphFragment[]): Promise<void> => {
  const ids = fragments.map(({ documentId }) => documentId);
  for (const cypher of [...FORGET_RELATIONS, FORGET_DUTIES]) await writer.repeat(cypher, { ids });
  const kept = new Set(fragments.flatMap(({ nodes }) => nodes.map(({ id }) => id)));
  const stored = await writer.transact(async (tx) => {
    const { records } = await tx.run(PROVISIONS, { ids });
    const list: unknown = records[0]?.get('ids');
    return Array.isArray(list) ? list.map(String) : [];
  });
  const gone = stored.filter((id) => !kept.has(id)).map((id) => [id]);
  await writer.run([statement(FORGET_PROVISIONS, gone)]);
};

/** @param connection Stays open: whoever made it closes it. */
export const createGraphWriter = (connection: Connection): GraphWriter => ({
  open: async () => {
    await ensureSchema(connection);
    const lock = await takeImportLock(connection);
    const writer = createWriter(connection, lock.fence);
    const reader = createStateReader(connection);
    try {
      const state = await reader.load();
      return createSession(connection, writer, reader, state, lock.release);
    } catch (error) {
      await lock.release().catch(() => {});
      throw error;
    }
  },
});

const createSession = (
  connection: Connection,
  writer: Writer,
  reader: ReturnType<typeof createStateReader>,
  state: ImportSession['state'],
  release: () => Promise<void>,
): ImportSession => {
  const written: Written = {
    isOld: (id) => state.interrupted || state.documents.has(id),
    placeholders: new Set(),
    shared: new Set(),
  };
  // The relationships of one batch to what many documents share are written beside the next batch's own nodes.
  const own = createTurns();
  const across = createTurns();
  const write = async (fragments: readonly GraphFragment[]): Promise<void> => {
    const rest = await own(async () => {
      const old = fragments.filter(({ documentId }) => state.documents.has(documentId));
      if (old.length > 0) await forgetOld(writer, old);
      const batch = toStatements(fragments, written, LANES);
      await writer.run(batch.shared);
      for (const id of batch.sharedIds) written.shared.add(id);
      await Promise.all(
        batch.lanes.map((lane) => writer.run([...lane.statements, statement(WRITE_TEXT, lane.fragments.map(textRow))])),
      );
      return batch.across;
    });
    const ids = fragments.map(({ documentId }) => [documentId]);
    await across(() => writer.run([...rest, statement(COMPLETE, ids)]));
  };

  const remember = async (files: readonly FileRecord[], texts: ReadonlyMap<string, string | null>): Promise<void> => {
    const rows = files.map((file) => [
      file.path,
      JSON.stringify(file),
      texts.get(file.path) ?? null,
      texts.has(file.path),
    ]);
    await writer.run([statement(WRITE_FILE, rows)]);
  };

  const remove = async (documents: readonly string[], files: readonly string[]): Promise<void> => {
    for (let at = 0; at < documents.length; at += LIMIT) {
      const ids = documents.slice(at, at + LIMIT);
      for (const cypher of [...FORGET_RELATIONS, FORGET_DUTIES, ...FORGET_DOCUMENTS])
        await writer.repeat(cypher, { ids });
    }
    await writer.run([
      statement(
        FORGET_FILE,
        files.map((path) => [path]),
      ),
    ]);
  };

  const finish = async () => {
    await settle(connection, writer);
    await writer.transact((tx) => tx.run("MERGE (m:Meta {id: 'import-state'}) SET m.running = false"));
    return countAll(connection);
  };

  return {
    state,
    documentsNaming: reader.documentsNaming,
    fileText: reader.fileText,
    begin: async (ids) => {
      await writer.transact((tx) => tx.run(BEGIN, { ids }));
    },
    write,
    remember,
    remove,
    finish,
    counts: () => countAll(connection),
    close: () => release().catch(() => {}),
  };
};

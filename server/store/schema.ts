/** Constraints, indexes and the version of what is stored. Made once, checked at every start. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Neo4jError, type Session } from 'neo4j-driver';
import { NODE_LABELS } from '#model/entities.ts';
import { FamaiError } from '#model/errors.ts';
import { type Connection, isTransient, toFamaiError } from './driver.ts';

/** Raised when stored data would be misread by an older program. */
export const SCHEMA_VERSION = 1;

/** Labels the store keeps for itself; no answer to a user counts them. */
export const INTERNAL_LABELS = ['Meta', 'Text', 'ImportedFile'] as const;

/** Name of the full-text index over everything a person searches by words. */
export const TEXT_INDEX = 'node_text';

/** By name: what a store has is told by the names of its indexes. */
const STATEMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...NODE_LABELS, ...INTERNAL_LABELS].map((label) => {
      const name = `${label.toLowerCase()}_id`;
      return [name, `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`];
    }),
  ),
  // Everything one document brought is found and replaced by this property.
  provision_document: 'CREATE INDEX provision_document IF NOT EXISTS FOR (n:Provision) ON (n.documentId)',
  duty_document: 'CREATE INDEX duty_document IF NOT EXISTS FOR (n:Duty) ON (n.documentId)',
  duty_modality: 'CREATE INDEX duty_modality IF NOT EXISTS FOR (n:Duty) ON (n.modality)',
  law_title: 'CREATE INDEX law_title IF NOT EXISTS FOR (n:Law) ON (n.title)',
  document_hash: 'CREATE INDEX document_hash IF NOT EXISTS FOR (n:Document) ON (n.textHash)',
  ...Object.fromEntries(
    ['BASED_ON', 'INTERPRETS', 'AMENDS', 'REPEALS'].map((type) => {
      const name = `${type.toLowerCase()}_document`;
      return [name, `CREATE INDEX ${name} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.documentId)`];
    }),
  ),
  // Eventually consistent, because an import would otherwise wait for Lucene in every commit (4 times as long in all); an
  // import ends by waiting for it once. cjk makes pairs of neighbouring characters: a quoted phrase finds exactly the substring.
  [TEXT_INDEX]: `CREATE FULLTEXT INDEX ${TEXT_INDEX} IF NOT EXISTS
   FOR (n:Law|Provision|Duty|Function|Organ|Aspect|Crime|Document) ON EACH [n.title, n.shortTitles, n.text, n.name, n.pinyin]
   OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'cjk', \`fulltext.eventually_consistent\`: true}}`,
};

/** Building indexes over a full store takes longer than a reader may wait. */
const PATIENCE_MS = 150_000;

const storedVersion = async (session: Session): Promise<number | null> => {
  const { records } = await session.run(
    "MATCH (m:Meta {id: 'meta'}) RETURN m.schemaVersion AS version",
    {},
    {
      timeout: PATIENCE_MS,
    },
  );
  const version: unknown = records[0]?.get('version');
  return version === undefined || version === null ? null : Number(version);
};

const missingStatements = async (session: Session): Promise<string[]> => {
  const { records } = await session.run('SHOW INDEXES YIELD name', {}, { timeout: PATIENCE_MS });
  const present = new Set(records.map((record) => String(record.get('name'))));
  return Object.entries(STATEMENTS).flatMap(([name, statement]) => (present.has(name) ? [] : [statement]));
};

/** How often making the schema is tried while another program makes the same one. */
const TRIES = 10;
const AGAIN_MS = 1_000;

/** Another program made the same constraint or index in the same moment, or held the lock that it takes. */
const isRace = (error: unknown): boolean =>
  isTransient(error) || (error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Schema.'));

const makeSchema = async (session: Session): Promise<void> => {
  const stored = await storedVersion(session);
  if (stored !== null && stored > SCHEMA_VERSION) {
    throw new FamaiError(
      'SCHEMA_TOO_NEW',
      `数据库由更新版本的法脉写成（结构版本 ${stored}，本程序支持到 ${SCHEMA_VERSION}）：请升级程序，或换一个数据目录。 / The database was written by a newer Famai (schema ${stored}, this one knows ${SCHEMA_VERSION}): upgrade, or use another data folder.`,
    );
  }
  const missing = await missingStatements(session);
  if (missing.length === 0 && stored === SCHEMA_VERSION) return;
  const tx = await session.beginTransaction({ timeout: PATIENCE_MS });
  try {
    for (const statement of missing) await tx.run(statement);
    await tx.commit();
  } finally {
    await tx.close();
  }
  await session.run('CALL db.awaitIndexes(120)', {}, { timeout: PATIENCE_MS });
  const version = "MERGE (m:Meta {id: 'meta'}) SET m.schemaVersion = toInteger($version)";
  await session.run(version, { version: SCHEMA_VERSION }, { timeout: PATIENCE_MS });
};

/**
 * Makes the schema where it is missing; a second call changes nothing, and two programs may call it at once.
 * @throws FamaiError SCHEMA_TOO_NEW when a newer program wrote the database, DATABASE_UNAVAILABLE when it cannot be reached
 */
export const ensureSchema = async (connection: Connection): Promise<void> => {
  const session = connection.session('WRITE');
  try {
    for (let tried = 1; ; tried += 1) {
      try {
        return await makeSchema(session);
      } catch (error) {
        if (tried === TRIES || !isRace(error)) throw error;
        await sleep(AGAIN_MS);
      }
    }
  } catch (error) {
    throw toFamaiError(error);
  } finally {
    await session.close();
  }
};

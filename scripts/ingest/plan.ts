/** Which documents to write, rewrite and remove: a pure function of what is stored and what was found, whatever the order of files. */
import type { SourceNode } from '#model/entities.ts';
import type { InstrumentText } from '#model/mentions.ts';
import type { FileRecord, FoundDocument } from './writer-port.ts';

/** One document of the graph and every file that holds its text. */
export interface PlannedDocument {
  readonly id: string;
  readonly parsedId: string;
  readonly title: string;
  readonly textHash: string;
  /** The file all offsets point into. */
  readonly path: string;
  /** All copies, the one that offsets point into first. */
  readonly sources: readonly SourceNode[];
  readonly instrument: InstrumentText | null;
}

interface Candidate {
  readonly path: string;
  readonly found: FoundDocument;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The captures with a date in their id come first: an undated one knows less about the same text. */
const byPreference = (a: Candidate, b: Candidate): number =>
  Number(a.found.parsedId.endsWith('@undated')) - Number(b.found.parsedId.endsWith('@undated')) ||
  byText(a.path, b.path) ||
  byText(a.found.parsedId, b.found.parsedId);

const groupBy = <T>(items: Iterable<T>, key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
};

const planOne = (id: string, candidates: readonly Candidate[]): PlannedDocument | null => {
  const [first] = candidates;
  if (first === undefined) return null;
  const instrument = first.found.instrument;
  return {
    id,
    parsedId: first.found.parsedId,
    title: first.found.title,
    textHash: first.found.textHash,
    path: first.path,
    sources: candidates.flatMap(({ found }) => found.sources),
    instrument: instrument === null ? null : { ...instrument, documentId: id },
  };
};

/**
 * All documents these files hold. The same text in several files is one document with several sources;
 * different texts under one id are told apart by the hash of the text, the first file's keeps the plain id.
 */
export const planDocuments = (files: Iterable<FileRecord>): Map<string, PlannedDocument> => {
  const candidates: Candidate[] = [];
  for (const file of files) for (const found of file.documents) candidates.push({ path: file.path, found });
  const texts = [...groupBy(candidates, ({ found }) => found.textHash).values()].map((group) =>
    group.sort(byPreference),
  );
  const documents = new Map<string, PlannedDocument>();
  for (const [parsedId, group] of groupBy(texts, ([first]) => first?.found.parsedId ?? '')) {
    group.sort(([a], [b]) => (a === undefined || b === undefined ? 0 : byPreference(a, b)));
    group.forEach((sameText, index) => {
      const hash = sameText[0]?.found.textHash.slice(0, 8) ?? '';
      const planned = planOne(index === 0 ? parsedId : `${parsedId}~${hash}`, sameText);
      if (planned !== null) documents.set(planned.id, planned);
    });
  }
  return documents;
};

export interface ImportPlan {
  /** To be written, in order of id. */
  readonly write: readonly PlannedDocument[];
  /** Ids to be removed. */
  readonly remove: readonly string[];
  /** Titles of which another set of texts is held than before: whoever names one is resolved again. */
  readonly changedLaws: readonly string[];
}

/** What must be equal for a stored document to stay as it is. */
const fingerprint = (document: PlannedDocument): string =>
  JSON.stringify([document.parsedId, document.textHash, document.path, document.sources]);

const instrumentsByTitle = (documents: Iterable<PlannedDocument>): Map<string, string> => {
  const texts = new Map<string, string[]>();
  for (const { instrument } of documents) {
    if (instrument === null) continue;
    const list = texts.get(instrument.title);
    if (list === undefined) texts.set(instrument.title, [JSON.stringify(instrument)]);
    else list.push(JSON.stringify(instrument));
  }
  return new Map([...texts].map(([title, list]) => [title, list.sort().join('\n')]));
};

/**
 * Compares what is stored with what shall be.
 * @param reread Paths of files whose rules or text changed: their documents are written even if they look the same.
 */
export const planImport = (
  before: ReadonlyMap<string, PlannedDocument>,
  after: ReadonlyMap<string, PlannedDocument>,
  stored: { readonly documents: ReadonlySet<string>; readonly unfinished: ReadonlySet<string> },
  reread: ReadonlySet<string>,
): ImportPlan => {
  const write = [...after.values()].filter((document) => {
    const old = before.get(document.id);
    return (
      old === undefined ||
      !stored.documents.has(document.id) ||
      stored.unfinished.has(document.id) ||
      reread.has(document.path) ||
      fingerprint(old) !== fingerprint(document)
    );
  });
  const remove = [...stored.documents].filter((id) => !after.has(id));
  const [held, holding] = [instrumentsByTitle(before.values()), instrumentsByTitle(after.values())];
  const changedLaws = [...new Set([...held.keys(), ...holding.keys()])].filter(
    (title) => held.get(title) !== holding.get(title),
  );
  return { write: write.sort((a, b) => byText(a.id, b.id)), remove: remove.sort(), changedLaws: changedLaws.sort() };
};

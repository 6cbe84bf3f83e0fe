/** What importing needs of a store. The store implements it; importing knows no database. */
import type { SourceNode } from '#model/entities.ts';
import type { GraphFragment } from '#model/graph.ts';
import type { InstrumentText } from '#model/mentions.ts';

/** One text found in a file, before it is known which other files hold the same. */
export interface FoundDocument {
  /** As parsing names it; `PlannedDocument.id` is what it is called in the graph. */
  readonly parsedId: string;
  readonly title: string;
  /** Two files with the same one hold the same text. */
  readonly textHash: string;
  readonly sources: readonly SourceNode[];
  /** Set when the text is an instrument's own, so that citations of it can be led to its provisions. */
  readonly instrument: InstrumentText | null;
}

/** What the store remembers of a file, to know later what changed. */
export interface FileRecord {
  /** Key of the file: path below the imported root, the root's name first. */
  readonly path: string;
  readonly sha256: string;
  readonly encoding: string;
  /** Of the rules that read it: another version reads it again. */
  readonly extractor: string;
  /** Hash of the folder it was imported from, and of the file's own place: no path of a machine is stored. */
  readonly root: string;
  readonly place: string;
  readonly documents: readonly FoundDocument[];
}

/** What the store holds when an import begins. */
export interface StoredState {
  readonly files: readonly FileRecord[];
  /** Ids of all documents, finished or not. */
  readonly documents: ReadonlySet<string>;
  /** Documents that an interrupted import left to be written again. */
  readonly unfinished: ReadonlySet<string>;
  /** An import ended before its last step. */
  readonly interrupted: boolean;
}

export interface Counts {
  nodes: Record<string, number>;
  relationships: Record<string, number>;
  reasons: Record<string, number>;
}

/** One import. Every method may be repeated after a failure and leaves the same graph. */
export interface ImportSession {
  readonly state: StoredState;
  /** Ids of documents that name one of these laws. */
  documentsNaming(titles: readonly string[]): Promise<string[]>;
  /** Decoded text of a file of an earlier import, by its key or by a document that fills it; null when it is not there. */
  fileText(path: string, documentId: string): Promise<string | null>;
  /** Marks what is about to be rewritten, so that an import that dies in between is made good by the next. */
  begin(documents: readonly string[]): Promise<void>;
  /** Writes documents whole: what they brought earlier and no longer bring is gone. */
  write(fragments: readonly GraphFragment[]): Promise<void>;
  /**
   * The files' documents are written: remember them. `texts` are decoded texts by path, for reading a file again without
   * its disk: null for one that its document holds already, absent where the one kept stays.
   */
  remember(files: readonly FileRecord[], texts: ReadonlyMap<string, string | null>): Promise<void>;
  /** Removes documents and the records of files. */
  remove(documents: readonly string[], files: readonly string[]): Promise<void>;
  /** Settles what documents share: properties of laws, nodes that nothing names any more. Answers the counts of the whole store. */
  finish(): Promise<Counts>;
  counts(): Promise<Counts>;
  /** Gives the lock back. Never throws. */
  close(): Promise<void>;
}

export interface GraphWriter {
  /**
   * Begins an import; nobody else can begin one until it is closed, or its process is dead.
   * @throws FamaiError DATA_LOCKED naming who imports
   */
  open(): Promise<ImportSession>;
}

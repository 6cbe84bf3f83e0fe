/** A document as the extraction stages pass it on. All offsets here are into the clean text unless said otherwise. */
import type { DocumentKind, ProvisionLevel, Rank } from './entities.ts';
import type { Finding } from './graph.ts';

/** Clean text with a way back: `rawOffsets[i]` is where clean code unit i stands in the decoded file; one more entry for the end. */
export interface CleanText {
  readonly text: string;
  readonly rawOffsets: Uint32Array;
}

/** One structural unit. `parent` indexes into the same list, -1 for the root. In text order, parents before children. */
export interface StructureUnit {
  readonly level: ProvisionLevel;
  readonly number: string | null;
  readonly printed: string;
  readonly path: string;
  readonly parent: number;
  /** Whole unit with its number and its children. */
  readonly start: number;
  readonly end: number;
  /** After the printed number, where the wording begins. */
  readonly textStart: number;
}

/** One document found in a file: the file's n-th distinct text, cleaned and split. */
export interface ParsedDocument {
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly rank: Rank;
  readonly issuer: string | null;
  /** yyyy-mm-dd; of making or publication. */
  readonly date: string | null;
  readonly clean: CleanText;
  /** Before this offset stand title and history lines (`<!-- INFO END -->`), where nothing is extracted. */
  readonly bodyStart: number;
  readonly units: readonly StructureUnit[];
  readonly findings: readonly Finding[];
}

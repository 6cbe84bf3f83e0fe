/** What is known while the clauses of a sentence are walked: who bears, what governs, what counts. */
import type { Modality } from '#model/entities.ts';

type Span = { readonly start: number; readonly end: number };
export interface Bearer {
  readonly name: string | null;
  readonly span: Span | null;
}
export const NOBODY: Bearer = { name: null, span: null };

/** Anaphora: a standing committee named alone is that of the people's congress. */
export const resolved = (name: string | null): string | null =>
  name !== null && /^(?:常委会|常务委员会)$/.test(name) ? '人大常委会' : name;

export interface SentenceState {
  /** Modality of the governing modal, null before one. */
  modality: Modality | null;
  /** That of the place where the unit began; it holds again after a unit with a condition: …的，不得A；B. */
  unitModality: Modality | null;
  unitConditional: boolean;
  /** A bare verb phrase counts: a modal or a duty went before, or the style orders by bare verbs. */
  active: boolean;
  /** An actor was named in a segment without a modal: the next bare verb phrase is what it does. */
  subjectOpen: boolean;
  bearer: Bearer | null;
  /** Whom a 督促 of this sentence puts to work. */
  caused: Bearer | null;
  /** The bearer was only named in a condition: it is the one who is punished. */
  conditional: boolean;
  /** Background or description: only clauses with a modal count. */
  described: boolean;
  skip: boolean;
}

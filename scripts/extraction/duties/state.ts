/** What is known while the clauses of a sentence are walked: who bears, what governs, what counts. */
import type { Modality } from '#model/entities.ts';

type Span = { readonly start: number; readonly end: number };
export interface Bearer {
  readonly name: string | null;
  readonly span: Span | null;
}
export const NOBODY: Bearer = { name: null, span: null };

/** 该单位, 上述机关: who was named last, when its name ends so. */
const MAX_MODIFIER = 12;
const ANAPHOR = /^(?:该|上述|前述)([^的、和]{2,10})$/;

/** Anaphora, also: a standing committee named alone is that of the people's congress. `before` was named last. */
export const resolved = (found: Bearer, before: Bearer): Bearer => {
  const { name, span } = found;
  if (name === null) return found;
  if (name === '常委会' || name === '常务委员会') return { name: '人大常委会', span };
  const head = ANAPHOR.exec(name)?.[1];
  if (head === undefined || before.name === null || before.name.includes('该')) return found;
  return before.name.endsWith(head) && before.name.length <= head.length + MAX_MODIFIER ? before : found;
};

export interface SentenceState {
  /** Modality of the governing modal, null before one. */
  modality: Modality | null;
  /** That modality comes from a modal, not from a list whose header has none: there 支持 is still what is encouraged. */
  governed: boolean;
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
  /** What the sentence is about, before its duties: 在民事检察工作中, 办理民事诉讼监督案件. */
  setting: Span | null;
  /** The bearer was only named in a condition: it is the one who is punished. */
  conditional: boolean;
  /** After a condition that names a party: the organ that acts then. */
  before: Bearer | null;
  /** An item of a list whose header names the bearer: its conditions name none. */
  ofItem: boolean;
  /** Background or description: only clauses with a modal count. */
  described: boolean;
  skip: boolean;
}

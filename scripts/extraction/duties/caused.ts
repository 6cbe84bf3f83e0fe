/** Who is put to work: 督促有关方面认真实施…, 禁止任何单位和个人…. */
import { ADVERB, PREPOSITION, VERB } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import { type Reader, wordAt } from './reading.ts';
import { boundary } from './subject.ts';

/** The actor that stands right after the causative verb and before another verb; null when there is none. */
export const causedActor = (
  reader: Reader,
  organs: Organs,
  from: number,
  end: number,
): { start: number; end: number } | null => {
  const first = wordAt(reader, from, end, VERB | ADVERB | PREPOSITION);
  const bare = first.length > 1 || (first.classes & PREPOSITION) !== 0;
  if (bare && !organs.begins(from)) return null;
  const to = boundary(reader, organs, from, end);
  return to > 0 && to - from <= 60 ? { start: from, end: to } : null;
};

/** X由Y V: Y is who acts. */
import { Characters } from '../clauses/characters.ts';
import { indexWithin } from '../clauses/scan.ts';
import { PREPOSITION } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import { type Reader, wordAt } from './reading.ts';
import { boundary } from './subject.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Y, when 由 stands at `at`. */
export const agentAt = (reader: Reader, organs: Organs, at: number, end: number): Span | null => {
  if (at < 0 || reader.text[at] !== '由') return null;
  const organ = organs.endFrom(at + 1);
  const to = boundary(reader, organs, at + 1, end, true);
  if (to > 0) return { start: at + 1, end: to };
  return organ > 0 && organ < end ? { start: at + 1, end: organ } : null;
};

/** 交由, 报由, …的由. */
const NO_ACTOR_AFTER = new Characters('的交报移转改提');

/** Y, when 由 stands after the noun phrase that begins at `from`. 交由, 报由 and …的由 name no actor of the clause. */
export const findAgent = (reader: Reader, organs: Organs, from: number, end: number): Span | null => {
  const { text } = reader;
  for (let at = indexWithin(text, '由', from, end); at >= 0; at = indexWithin(text, '由', at + 1, end)) {
    if (wordAt(reader, at, end, PREPOSITION).length !== 1 || NO_ACTOR_AFTER.at(text, at - 1)) continue;
    const agent = agentAt(reader, organs, at, end);
    if (agent !== null) return agent;
  }
  return null;
};

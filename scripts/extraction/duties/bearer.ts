/** Who bears a duty: its own subject, whom a prohibition names, whom a 督促 before it puts to work, the actor of the sentence. */
import { causedActor } from './caused.ts';
import type { Clause } from './clause.ts';
import { CAUSATIVE, MUST_NOT } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import type { Reader } from './reading.ts';
import type { Bearer, SentenceState } from './state.ts';
import { bearerText } from './subject.ts';

/** 禁止, 不允许 and the like take the actor as their object; 不得 does not. */
const forbids = ({ text }: Reader, { modal, subject }: Clause): boolean =>
  modal !== null &&
  subject === null &&
  (modal.classes & MUST_NOT) !== 0 &&
  /禁|允|准|许/.test(text.slice(modal.start, modal.end));

/** 督促检察机关…，支持检察机关…: who is named as the object does not act. */
const isObject = ({ text }: Reader, clause: Clause, { name }: Bearer): boolean =>
  (clause.verbClasses & CAUSATIVE) !== 0 || (name !== null && text.slice(clause.start, clause.end).includes(name));

/** 要求申请人补正，并告知…: what 并 joins has the actor of the first verb. */
const isJoined = ({ text }: Reader, { segment, start }: Clause): boolean =>
  start > segment.start && text[segment.start] === '并';

/** Null when the sentence names nobody: then the item's bearer holds. */
export const bearerOf = (reader: Reader, organs: Organs, clause: Clause, sentence: SentenceState): Bearer | null => {
  const { modal, subject } = clause;
  if (modal !== null && forbids(reader, clause)) {
    const actor = causedActor(reader, organs, modal.end, clause.end);
    if (actor !== null) return { name: bearerText(reader.text, actor.start, actor.end), span: actor };
  }
  const { caused } = sentence;
  if (modal === null && subject === null && caused !== null) {
    if (!isJoined(reader, clause) && !isObject(reader, clause, caused)) return caused;
  }
  return sentence.bearer;
};

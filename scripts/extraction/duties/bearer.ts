/** Who bears a duty: its own subject, whom a prohibition names, whom a 督促 before it puts to work, the actor of the sentence. */
import { causedActor } from './caused.ts';
import type { Clause } from './clause.ts';
import { CAUSATIVE, MUST_NOT } from './lexicon.ts';
import type { Organs } from './organ-table.ts';
import type { Reader } from './reading.ts';
import type { Bearer, SentenceState } from './state.ts';
import { actorEndsAt, bearerText, ownerOf, type Subject } from './subject.ts';

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
  if (modal === null && subject === null && sentence.conditional && sentence.before !== null) return sentence.before;
  return sentence.bearer;
};

/** The condition says that somebody did not comply, or a party did something: what follows is for the authority. */
const DEFAULT = /(?:仍(?:然)?不|仍未|拒不|逾期(?:不|未|仍))/;

/** Whose turn it is after a condition, when that is not the one it names: the organ named before. */
export const actsInstead = (
  reader: Reader,
  organs: Organs,
  clause: Clause,
  named: Bearer,
  item: Bearer,
): Bearer | null => {
  if (clause.kind !== 'condition' || item.span === null || !organs.ends(item.span.end)) return null;
  const party = named.span === null || !organs.ends(named.span.end);
  return party || DEFAULT.test(reader.text.slice(clause.start, clause.end)) ? item : null;
};

/** The owner of a thing that is named before the comma: X的决定，应当…. */
export const topicOwner = (reader: Reader, organs: Organs, { start, end }: Clause): Subject | null => {
  const owner = ownerOf(reader, organs, start, end);
  return owner === null ? null : { ...owner, actor: true, owner: null };
};

/** 网信部门、公安机关等有关部门，服务机构及其人员…: two segments that together name the actor. */
export const joinsBefore = (reader: Reader, organs: Organs, before: Clause | undefined, clause: Clause): boolean => {
  const { text } = reader;
  if (before === undefined || clause.segment.opensUnit || !before.segment.opensUnit) return false;
  if (before.kind !== 'fragment' || before.modal !== null || clause.subject?.actor !== true) return false;
  const words = text.slice(before.start, before.end);
  return words.includes('、') && !words.includes('的') && actorEndsAt(reader, organs, before.start, before.end);
};

/** Rule F4, the sentence's setting: the words before a duty that say in what work it is done. */
import { Characters } from '../clauses/characters.ts';
import type { Clause } from './clause.ts';
import type { Reader } from './reading.ts';

type Span = { readonly start: number; readonly end: number };

/** 在民事检察工作中, 开展行政检察时. */
const DURING = /^(?:在|当).*(?:中|时|方面|领域|环节|过程|期间)$|(?:时|过程中|期间)$/s;
const DURING_LAST = new Characters('中时面域节程间');
const isDuring = (words: string): boolean => DURING_LAST.at(words, words.length - 1) && DURING.test(words);
/** 办理民事检察案件, 行使法律监督职权: what is being done. */
const ENGAGED =
  /^(?:依法|依照[^，]*规定|全面|具体)*(?:办理|办案|开展|行使|履行|从事|进行|提起|审查|受理|实施|承担|负责)/;

/** The setting that a clause which is no duty gives its sentence; null when it gives none. */
export const settingOf = ({ text }: Reader, clause: Clause): Span | null => {
  if (clause.modal !== null) return null;
  const from = clause.subject === null ? clause.start : clause.subject.end;
  const words = text.slice(from, clause.end);
  const engaged = clause.kind === 'verb' && ENGAGED.test(words);
  return engaged || ((clause.kind === 'adjunct' || clause.kind === 'condition') && isDuring(words))
    ? { start: from, end: clause.end }
    : null;
};

/** X办理民事检察案件应当…: the setting stands in the segment of the modal, between the actor and the duty. */
export const settingBefore = ({ text }: Reader, organEnd: number, { modal, start, spanStart }: Clause): Span | null => {
  const from = organEnd > start && organEnd < spanStart ? organEnd : start;
  if (modal === null || from >= spanStart || text[spanStart - 1] === '的') return null;
  const words = text.slice(from, spanStart);
  return ENGAGED.test(words) || isDuring(words) ? { start: from, end: spanStart } : null;
};

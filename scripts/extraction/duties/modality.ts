/** What a modal or a verb makes of a clause (gold conventions, section 3). */
import type { Modality } from '#model/entities.ts';
import type { Clause } from './clause.ts';
import { ENCOURAGE, MAY, MUST_NOT, SHOULD, SUPPORT } from './lexicon.ts';

export const modalityOfModal = (classes: number): Modality => {
  if ((classes & MUST_NOT) !== 0) return 'must_not';
  if ((classes & MAY) !== 0) return 'may';
  if ((classes & SHOULD) !== 0) return 'should';
  return 'must';
};

/** `inherited` is the modality that holds in the sentence so far, null for none; `governed` says it is that of a modal. */
export const modalityOf = (clause: Clause, inherited: Modality | null, governed: boolean): Modality => {
  const own = clause.modal === null ? inherited : modalityOfModal(clause.modal.classes);
  const free = clause.modal === null && (inherited === null || !governed);
  const encouraging = (clause.verbClasses & ENCOURAGE) !== 0 && own !== 'must_not';
  if (encouraging || ((clause.verbClasses & SUPPORT) !== 0 && free)) return 'encourage';
  return own ?? 'must';
};

/** What still governs after a ；: a prohibition ends with its unit (不得A；由B给予处分), unless it is its list's. */
export const afterUnit = (modality: Modality | null, ofList: Modality | null): Modality | null =>
  modality === 'must_not' ? ofList : modality;

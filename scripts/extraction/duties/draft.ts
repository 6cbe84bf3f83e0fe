/** A duty as the chain of clauses gives it, before its functions, laws and aspect are looked up. */
import type { Modality } from '#model/entities.ts';
import type { Clause } from './clause.ts';

export interface Draft {
  start: number;
  end: number;
  readonly modality: Modality;
  readonly bearer: string | null;
  /** Where the bearer stands in the text, when it does. */
  readonly bearerSpan: { readonly start: number; readonly end: number } | null;
  /** The circumstances it is stated in, whose function is its own when it names none. */
  readonly setting: { readonly start: number; readonly end: number } | null;
  readonly verb: string;
  /** Index of the last segment it covers. */
  lastSegment: number;
  readonly rule: string;
}

export const ruleOf = (clause: Clause): string => {
  if (clause.agent !== null) return 'duty.agent';
  if (clause.modal !== null) return 'duty.modal';
  return clause.subject !== null ? 'duty.indicative' : 'duty.chain';
};

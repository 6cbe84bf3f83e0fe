/** One segment as it was read. */
import type { Segment } from '../clauses/segments.ts';
import type { Modal } from './reading.ts';
import type { Subject } from './subject.ts';

export type ClauseKind =
  /** A predicate whose verb can be a duty. */
  | 'verb'
  /** 对…, 将… whose verb stands in the next segment. */
  | 'fronted'
  /** Circumstances only. */
  | 'adjunct'
  /** …的, …后, …时. */
  | 'condition'
  /** X是…, X包括…. */
  | 'stative'
  /** A noun phrase or something unread. */
  | 'fragment'
  /** Nothing but a lead-in. */
  | 'lead-in';

export interface Clause {
  readonly segment: Segment;
  readonly kind: ClauseKind;
  /** After the lead-in. */
  readonly start: number;
  /** After the subject: where a duty's span begins. */
  readonly spanStart: number;
  readonly end: number;
  readonly report: boolean;
  readonly quoted: boolean;
  readonly subject: Subject | null;
  /** 由Y: who acts, whatever the subject. */
  readonly agent: { readonly start: number; readonly end: number } | null;
  readonly modal: Modal | null;
  /** A verb phrase stands where the subject would: 处理个人信息应当…. */
  readonly activity: boolean;
  readonly verbAt: number;
  readonly verbEnd: number;
  readonly verbClasses: number;
}

/** A clause while it is read: the readers fill in one object, for copies of it would cost more than the reading. */
export type OpenClause = { -readonly [K in keyof Clause]: Clause[K] };

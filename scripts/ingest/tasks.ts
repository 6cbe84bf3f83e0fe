/** What the threads are asked and what they answer. Plain data: it is copied between threads. */
import type { ErrorCode } from '#model/errors.ts';
import type { GraphFragment } from '#model/graph.ts';
import type { InstrumentText } from '#model/mentions.ts';
import type { PlannedDocument } from './plan.ts';
import type { FoundDocument } from './writer-port.ts';

/** Where the text of a file comes from: the disk, or what the store kept of it. */
export type TextOrigin =
  | { readonly from: 'disk'; readonly location: string }
  | { readonly from: 'store'; readonly text: string; readonly sha256: string; readonly encoding: string };

export type Task =
  | {
      readonly kind: 'scan';
      readonly path: string;
      readonly origin: TextOrigin;
      /** A file with this hash need not be parsed. */
      readonly knownSha256: string | null;
    }
  | {
      readonly kind: 'extract';
      readonly path: string;
      readonly origin: TextOrigin;
      readonly document: PlannedDocument;
    }
  | { readonly kind: 'read'; readonly path: string; readonly origin: TextOrigin }
  | { readonly kind: 'context'; readonly instruments: readonly InstrumentText[] };

export type TaskResult =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'scanned';
      readonly sha256: string;
      readonly encoding: string;
      readonly documents: readonly FoundDocument[];
    }
  | { readonly kind: 'extracted'; readonly fragment: GraphFragment; readonly text: string }
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };

/** Questions and answers carry a number, so that each answer meets its question. */
export interface Question {
  readonly number: number;
  readonly task: Task;
}
export interface Answer {
  readonly number: number;
  readonly result: TaskResult;
}

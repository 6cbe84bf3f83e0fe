/** What an import is told. */
import type { ImportFile } from './discover.ts';
import type { DocumentFindings, Progress } from './report.ts';
import type { GraphWriter } from './writer-port.ts';

export interface ImportOptions {
  /** Files and folders. */
  readonly paths: readonly string[];
  /** Files that did not come from a path the user named, see `uploadedFiles`. */
  readonly uploads?: readonly ImportFile[];
  /** Null imports nothing and only reports: a dry run needs no database. */
  readonly writer: GraphWriter | null;
  /** Removes what was imported from these folders earlier and is not there any more. */
  readonly removeMissing?: boolean;
  /** Threads that parse and extract; by default one per processor, four at most. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly onFindings?: (findings: DocumentFindings) => void;
  readonly onProblem?: (problem: { readonly shown: string; readonly message: string }) => void;
}

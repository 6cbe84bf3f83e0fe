/** Messages between the server's main thread and a thread that runs console queries. */
import type { ErrorCode } from '#model/errors.ts';
import type { JsonValue } from '#model/wire/common.ts';
import type { DatabaseConfig } from '#server/store/driver.ts';
import type { Mode } from './prefix.ts';

/** The guards, each of which a test can switch off to show the others alone. All on in the product. */
export interface Guards {
  /** Limits on text and parameters. */
  readonly input: boolean;
  /** Query type, operators and procedures of EXPLAIN's plan. */
  readonly plan: boolean;
  /** READ access mode of the session. */
  readonly readMode: boolean;
  /** The server-side transaction timeout. */
  readonly timeout: boolean;
  /** Caps on rows, bytes, columns and cells. */
  readonly caps: boolean;
}
export const ALL_GUARDS: Guards = { input: true, plan: true, readMode: true, timeout: true, caps: true };

export interface Job {
  /** In the transaction's metadata, so that it can be found and ended from another connection. */
  readonly tag: string;
  readonly query: string;
  readonly params: { readonly [key: string]: JsonValue };
  readonly mode: Mode;
  readonly rows: number;
  readonly timeoutMs: number;
}

export interface WorkerData {
  readonly database: DatabaseConfig;
  readonly guards: Guards;
}

/** What the thread is doing with the driver; each step has its own wall clock. */
export type Step = 'explain' | 'run' | 'rollback' | 'close';

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly position: { line: number; column: number; offset: number } | undefined;
}

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'step'; readonly step: Step }
  /** A CypherResponse as UTF-8 JSON, made here so that the main thread only passes bytes on. */
  | { readonly kind: 'answer'; readonly json: Uint8Array }
  | { readonly kind: 'failure'; readonly error: WireError }
  /** Transaction and session are closed: the thread takes the next job. */
  | { readonly kind: 'idle' };

export const METADATA_KEY = 'famaiConsole';

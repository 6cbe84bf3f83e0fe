/** The read-only Cypher console: what the HTTP routes need of it. */
import type { CypherRequest, CypherResponse, CypherSchema } from '#model/wire/console.ts';

/** Who asks, for fair queueing, and a signal that fires when they hang up. */
export interface Caller {
  readonly client: string;
  readonly signal: AbortSignal;
}

export interface CypherConsole {
  /** Guards, runs and converts one query. Errors are FamaiError. */
  run(request: CypherRequest, caller: Caller): Promise<CypherResponse>;
  /** Ends a running or waiting query in the database. False when no such query is there. */
  stop(queryId: string): Promise<boolean>;
  /** Labels, relationship types with the pairs they join, and property keys, from the live database. */
  schema(): Promise<CypherSchema>;
  /** Which guards an external database's configuration lacks, one sentence each; empty for the managed one. */
  warnings(): Promise<string[]>;
  close(): Promise<void>;
}

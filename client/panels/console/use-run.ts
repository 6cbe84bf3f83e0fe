/** One query at a time: running, stopped, answered or failed. */
import { useCallback, useRef, useState } from 'react';
import { call } from '#client/api/client.ts';
import type { JsonValue } from '#model/wire/common.ts';
import type { CypherRequest, CypherResponse } from '#model/wire/console.ts';

export interface RunInput {
  readonly query: string;
  readonly params: Record<string, JsonValue>;
  readonly limit: number;
  readonly timeoutMs: number;
  readonly mode: NonNullable<CypherRequest['mode']>;
}

export type RunState =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly queryId: string; readonly stopping: boolean }
  | { readonly state: 'done'; readonly answer: CypherResponse; readonly input: RunInput }
  | { readonly state: 'failed'; readonly error: unknown; readonly input: RunInput };

/** `randomUUID` exists on secure pages only, and the server may be opened over plain HTTP. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export const useRun = (onDone: (input: RunInput, answer: CypherResponse | null) => void) => {
  const [run, setRun] = useState<RunState>({ state: 'idle' });
  const current = useRef<string | null>(null);

  const start = useCallback(
    async (input: RunInput): Promise<void> => {
      if (current.current !== null) return;
      const queryId = newId();
      current.current = queryId;
      setRun({ state: 'running', queryId, stopping: false });
      try {
        const answer = await call('cypher', { body: { ...input, queryId } });
        setRun({ state: 'done', answer, input });
        onDone(input, answer);
      } catch (error) {
        setRun({ state: 'failed', error, input });
        onDone(input, null);
      } finally {
        current.current = null;
      }
    },
    [onDone],
  );

  /** The answer to the run itself says that it was stopped. */
  const stop = useCallback(async (): Promise<void> => {
    const queryId = current.current;
    if (queryId === null) return;
    setRun({ state: 'running', queryId, stopping: true });
    await call('cypherStop', { params: { queryId } }).catch(() => undefined);
  }, []);

  return { run, start, stop };
};

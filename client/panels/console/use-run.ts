/** One query at a time: running, stopped, answered or failed. */
import { useQueryClient } from '@tanstack/react-query';
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

/** Where the last answer waits while its reader follows a chip to another page and comes back. */
const LAST = ['console', 'last'];

/** `shown` is the query the page opens with: its answer is still there when it was the last one. */
export const useRun = (shown: string, onDone: (input: RunInput, answer: CypherResponse | null) => void) => {
  const client = useQueryClient();
  const [run, setRun] = useState<RunState>(() => {
    const last = client.getQueryData<RunState>(LAST);
    return last?.state === 'done' && last.input.query === shown ? last : { state: 'idle' };
  });
  const current = useRef<string | null>(null);

  const start = useCallback(
    async (input: RunInput): Promise<void> => {
      if (current.current !== null) return;
      const queryId = newId();
      current.current = queryId;
      setRun({ state: 'running', queryId, stopping: false });
      try {
        const answer = await call('cypher', { body: { ...input, queryId } });
        const done: RunState = { state: 'done', answer, input };
        client.setQueryData(LAST, done);
        setRun(done);
        onDone(input, answer);
      } catch (error) {
        setRun({ state: 'failed', error, input });
        onDone(input, null);
      } finally {
        current.current = null;
      }
    },
    [onDone, client],
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

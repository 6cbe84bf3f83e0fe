/** The page's end of the language thread. */
import type {
  ColouredToken,
  LanguageAnswer,
  LanguageRequest,
  LanguageSchema,
  Problem,
  Suggestion,
} from './protocol.ts';

export interface CypherLanguage {
  colour(query: string): Promise<readonly ColouredToken[]>;
  check(query: string): Promise<readonly Problem[]>;
  complete(query: string, at: number, explicit: boolean): Promise<readonly Suggestion[]>;
  format(query: string): Promise<string>;
  setSchema(schema: LanguageSchema): void;
  close(): void;
}

/** Who types before the names of this graph have come waits for them this long: without them there is little to suggest. */
const SCHEMA_MS = 20_000;

type Unnumbered<R> = R extends LanguageRequest ? Omit<R, 'id'> : never;

export const startLanguage = (): CypherLanguage => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'cypher' });
  const waiting = new Map<number, (answer: LanguageAnswer) => void>();
  const informed = Promise.withResolvers<void>();
  let last = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<LanguageAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });

  const ask = (request: Unnumbered<LanguageRequest>): Promise<LanguageAnswer> => {
    last += 1;
    const id = last;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ ...request, id });
    });
  };

  return {
    colour: async (query) => {
      const answer = await ask({ ask: 'colour', query });
      return answer.ask === 'colour' ? answer.answer : [];
    },
    check: async (query) => {
      const answer = await ask({ ask: 'check', query });
      return answer.ask === 'check' ? answer.answer : [];
    },
    complete: async (query, at, explicit) => {
      await Promise.race([informed.promise, new Promise((resolve) => setTimeout(resolve, SCHEMA_MS))]);
      const answer = await ask({ ask: 'complete', query, at, explicit });
      return answer.ask === 'complete' ? answer.answer : [];
    },
    format: async (query) => {
      const answer = await ask({ ask: 'format', query });
      return answer.ask === 'format' ? answer.answer : query;
    },
    setSchema: (schema) => {
      void ask({ ask: 'schema', schema });
      informed.resolve();
    },
    close: () => worker.terminate(),
  };
};

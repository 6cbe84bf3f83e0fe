/** What the benchmark asks of its threads and what they answer. */
import type { FoundFile } from '#io/walk.ts';
import type { InstrumentText } from '#model/mentions.ts';

export type BenchTask =
  | { readonly kind: 'context'; readonly instruments: readonly InstrumentText[] }
  | { readonly kind: 'extract'; readonly files: readonly FoundFile[] };

export interface BenchAnswer {
  readonly stageMs: Readonly<Record<string, number>>;
  readonly relations: number;
}

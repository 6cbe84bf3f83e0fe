/** A law named in the text, before its units and its role are read. */
import { headOf } from './titles.ts';

export interface NamedLaw {
  readonly start: number;
  readonly end: number;
  /** Where reading of units may begin: past what belongs to the name (a closing parenthesis, 分则). */
  readonly after: number;
  readonly target: string;
  readonly rule: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Sorted by start, with the longest first among equals; those that overlap an earlier one are dropped. */
export function withoutOverlaps<T extends Span>(spans: readonly T[]): T[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: T[] = [];
  let end = -1;
  for (const span of sorted) {
    if (span.start < end) continue;
    kept.push(span);
    end = span.end;
  }
  return kept;
}

/** Index of the first span that starts at `at` or later. `spans` are sorted by start. */
export function firstFrom(spans: readonly { readonly start: number }[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last law before a place whose title has a given head (法 takes 法典 as well); null head: any law. */
export type LastNamed = (at: number, head: string | null) => NamedLaw | null;

export function lastNamed(named: readonly NamedLaw[]): LastNamed {
  const byHead = new Map<string, NamedLaw[]>();
  for (const law of named) {
    const own = headOf(law.target);
    const head = own === '法典' ? '法' : (own ?? '');
    const list = byHead.get(head);
    if (list === undefined) byHead.set(head, [law]);
    else list.push(law);
  }
  return (at, head) => {
    const list = head === null ? named : (byHead.get(head === '法典' ? '法' : head) ?? []);
    return list[firstFrom(list, at) - 1] ?? null;
  };
}

/** A law named in the text, before its units and its role are read. */
export interface NamedLaw {
  readonly start: number;
  readonly end: number;
  /** Where reading of units may begin: past what belongs to the name (a closing parenthesis, 分则). */
  readonly after: number;
  readonly target: string;
  readonly rule: string;
}

/** Sorted by start, with the longest first among equals; those that overlap an earlier one are dropped. */
export function withoutOverlaps<T extends { readonly start: number; readonly end: number }>(spans: readonly T[]): T[] {
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

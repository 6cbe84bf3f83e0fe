/** Dates as documents print them. */

export interface DatedEvent {
  /** yyyy-mm-dd */
  readonly date: string;
  /** What the line says happened, as far as it says it. */
  readonly event: 'made' | 'effective' | 'unknown';
}

const iso = (year: string, month: string, day: string): string | null => {
  const m = Number(month);
  const d = Number(day);
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
};

const DATE = /(\d{4})\s?(?:年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日|[-./](\d{1,2})[-./](\d{1,2}))/g;
const MADE = /通过|公布|发布|批准|修订|修正|修改|印发|公告|颁布|制定|令第|号/;
const EFFECTIVE = /施行|实施|生效/;

/** Every date of a line with what happened on it. A date followed by 施行 only is one of coming into force. */
export const datesOf = (line: string): DatedEvent[] => {
  const found: { date: string; end: number }[] = [];
  const starts: number[] = [];
  for (const match of line.matchAll(DATE)) {
    const date = iso(match[1] ?? '', match[2] ?? match[4] ?? '', match[3] ?? match[5] ?? '');
    if (date === null) continue;
    found.push({ date, end: match.index + match[0].length });
    starts.push(match.index);
  }
  return found.map(({ date, end }, index) => {
    const rest = line.slice(end, starts[index + 1] ?? line.length);
    const event = MADE.test(rest) ? 'made' : EFFECTIVE.test(rest) ? 'effective' : 'unknown';
    return { date, event };
  });
};

/** The date a text is known by: the latest making or amending in its history; coming into force only when nothing else is said. */
export const textDate = (events: readonly DatedEvent[]): string | null => {
  const latest = (list: readonly DatedEvent[]): string | null =>
    list.reduce<string | null>((best, { date }) => (best === null || date > best ? date : best), null);
  return (
    latest(events.filter(({ event }) => event === 'made')) ??
    latest(events.filter(({ event }) => event === 'unknown')) ??
    latest(events)
  );
};

/** The date in a file's name: `网络安全法(2016-11-07).md`. */
export const dateInName = (path: string): string | null => {
  const match = /[(（_-](\d{4})-(\d{2})-(\d{2})[)）]?[^/]*$/.exec(path);
  return match === null ? null : iso(match[1] ?? '', match[2] ?? '', match[3] ?? '');
};

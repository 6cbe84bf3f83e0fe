/** Dates as documents print them. */

export interface DatedEvent {
  /** yyyy-mm-dd */
  readonly date: string;
  /** What the line says happened, as far as it says it. */
  readonly event: 'passed' | 'made' | 'effective' | 'unknown';
}

const iso = (year: string, month: string, day: string): string | null => {
  const m = Number(month);
  const d = Number(day);
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
};

const DATE = /(\d{4})\s?(?:年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日|[-./](\d{1,2})[-./](\d{1,2}))/g;
const PASSED = /通过|批准/;
const MADE = /公布|发布|修订|修正|修改|印发|公告|颁布|制定|令第|号/;
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
    const event = MADE.test(rest)
      ? 'made'
      : PASSED.test(rest)
        ? 'passed'
        : EFFECTIVE.test(rest)
          ? 'effective'
          : 'unknown';
    return { date, event };
  });
};

const DAY = 86_400_000;
/** Publication follows the vote by months at times; a later date in the name within this time is the same version. */
const PASSED_TO_PUBLISHED = 550 * DAY;
const SAME_EVENT = 12 * DAY;

/**
 * The date a text is known by: the latest making or amending in its history; coming into force only when nothing else is said.
 * The date in the file's name fills in when there is no history, and wins when it shows the history to lag behind the text:
 * it is later than publication or amendment can explain.
 */
export const textDate = (events: readonly DatedEvent[], nameDate: string | null): string | null => {
  const made = latest(events.filter(({ event }) => event === 'made' || event === 'passed'));
  if (made === null)
    return nameDate ?? (latest(events.filter(({ event }) => event === 'unknown')) ?? latest(events))?.date ?? null;
  if (nameDate === null) return made.date;
  const gap = Date.parse(nameDate) - Date.parse(made.date);
  return gap > (made.event === 'passed' ? PASSED_TO_PUBLISHED : SAME_EVENT) ? nameDate : made.date;
};

const latest = (events: readonly DatedEvent[]): DatedEvent | null =>
  events.reduce<DatedEvent | null>((best, found) => (best === null || found.date > best.date ? found : best), null);

/** The date in a file's name: `网络安全法(2016-11-07).md`. */
export const dateInName = (path: string): string | null => {
  const match = /[(（_-](\d{4})-(\d{2})-(\d{2})[)）]?[^/]*$/.exec(path);
  return match === null ? null : iso(match[1] ?? '', match[2] ?? '', match[3] ?? '');
};

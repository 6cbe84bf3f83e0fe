/** Several copies of one text in one file, each perhaps inside the chrome of its site. */
import type { Range } from './clean.ts';

export interface Copy {
  /** Whole extent in the raw text, chrome of the copy included: from the end of the copy before to the start of the next. */
  readonly start: number;
  readonly end: number;
  /** What belongs to the text itself: title and paragraphs, in order. */
  readonly ranges: readonly Range[];
  readonly publisher: string | null;
  readonly publishedAt: string | null;
}

interface RawLine extends Range {
  readonly key: string;
}

/** Shorter lines (menus, captions) repeat by chance. */
const LONG_LINE = 40;
const MIN_REPEATED = 2;

const linesOf = (raw: string): RawLine[] => {
  const lines: RawLine[] = [];
  for (const match of raw.matchAll(/[^\r\n]+/g)) {
    const key = match[0].replace(/[\s\u200b-\u200f\ufeff]+/g, '');
    if (key !== '') lines.push({ start: match.index, end: match.index + match[0].length, key });
  }
  return lines;
};

/** Most files hold one text, and one pass over their long lines as they stand shows it. */
const mayHoldCopies = (raw: string): boolean => {
  const seen = new Set<string>();
  let repeated = 0;
  for (let start = 0; start < raw.length && repeated < MIN_REPEATED; ) {
    const feed = raw.indexOf('\n', start);
    const end = feed < 0 ? raw.length : feed;
    if (end - start >= LONG_LINE) {
      const line = raw.slice(start, end).trim();
      if (seen.has(line)) repeated++;
      else seen.add(line);
    }
    start = end + 1;
  }
  return repeated >= MIN_REPEATED;
};

/**
 * Finds the copies: the long lines that come twice or more, in the same order each time. Null when the file holds one text.
 * The lines of copy n are the n-th occurrences; statutes that repeat a sentence do not qualify, because the lines between are not repeated.
 */
export const findCopies = (raw: string): Copy[] | null => {
  if (!mayHoldCopies(raw)) return null;
  const lines = linesOf(raw);
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.key.length < LONG_LINE) return;
    const list = places.get(line.key);
    if (list === undefined) places.set(line.key, [index]);
    else list.push(index);
  });
  const repeated = [...places.values()].filter((list) => list.length > 1);
  if (repeated.length < MIN_REPEATED) return null;
  const count = repeated.reduce((least, list) => Math.min(least, list.length), Number.POSITIVE_INFINITY);
  const bodies: number[][] = [];
  for (let n = 0; n < count; n++) bodies.push(repeated.map((list) => list[n] ?? 0));
  if (!bodies.every((body, n) => isOrdered(body) && (body[0] ?? 0) > (bodies[n - 1]?.at(-1) ?? -1))) return null;
  if (!bodies.every((body) => isDense(lines, body)) || !coversFile(lines, bodies)) return null;
  return buildCopies(raw, lines, bodies);
};

const isOrdered = (body: readonly number[]): boolean => body.every((at, i) => i === 0 || at > (body[i - 1] ?? 0));

/** Between the first and the last repeated line nearly all long lines are repeated ones. */
const isDense = (lines: readonly RawLine[], body: readonly number[]): boolean => {
  const first = body[0] ?? 0;
  const last = body.at(-1) ?? 0;
  let long = 0;
  for (let i = first; i <= last; i++) if ((lines[i]?.key.length ?? 0) >= LONG_LINE) long++;
  return long <= body.length * 1.2;
};

/** The copies are what the file is made of: half of its long lines, by length, at least. A statute repeats an item, not itself. */
const coversFile = (lines: readonly RawLine[], bodies: readonly (readonly number[])[]): boolean => {
  const size = (line: RawLine | undefined): number =>
    line === undefined || line.key.length < LONG_LINE ? 0 : line.key.length;
  const whole = lines.reduce((sum, line) => sum + size(line), 0);
  const copied = bodies.flat().reduce((sum, at) => sum + size(lines[at]), 0);
  return copied * 2 >= whole;
};

/** The title stands within this many lines before the first paragraph. */
const TITLE_REACH = 8;

const buildCopies = (raw: string, lines: readonly RawLine[], bodies: readonly (readonly number[])[]): Copy[] => {
  const titleKey = commonTitle(lines, bodies);
  const heads = bodies.map((body, n) => titleLine(lines, body[0] ?? 0, (bodies[n - 1]?.at(-1) ?? -1) + 1, titleKey));
  return bodies.map((body, n) => {
    const from = n === 0 ? 0 : (lines[bodies[n - 1]?.at(-1) ?? 0]?.end ?? 0);
    const nextHead = heads[n + 1] ?? bodies[n + 1]?.[0];
    const to = nextHead === undefined ? raw.length : (lines[nextHead]?.start ?? raw.length);
    const head = heads[n];
    const first = body[0] ?? 0;
    const last = body.at(-1) ?? first;
    const ranges: Range[] = [];
    const titled = head === undefined ? undefined : lines[head];
    if (titled !== undefined) ranges.push({ start: titled.start, end: titled.end });
    // A first paragraph may differ between the copies (their own dateline); it stands between the title and what is repeated.
    const begin = head === undefined ? first : firstParagraph(lines, head + 1, first);
    for (let i = begin; i <= last; i++) {
      const line = lines[i];
      if (line !== undefined) ranges.push({ start: line.start, end: line.end });
    }
    const before = raw.slice(titled?.start ?? from, lines[begin]?.start ?? from);
    const after = raw.slice(lines[last]?.end ?? to, to);
    return { start: n === 0 ? 0 : (titled?.start ?? from), end: to, ranges, ...imprint(before, after) };
  });
};

const firstParagraph = (lines: readonly RawLine[], from: number, repeated: number): number => {
  let at = repeated;
  while (at > from && (lines[at - 1]?.key.length ?? 0) >= LONG_LINE) at--;
  return at;
};

/** The nearest short line before the first paragraph that stands before every copy's first paragraph. */
const commonTitle = (lines: readonly RawLine[], bodies: readonly (readonly number[])[]): string | null => {
  const windows = bodies.map((body, n) => {
    const first = body[0] ?? 0;
    const floor = (bodies[n - 1]?.at(-1) ?? -1) + 1;
    return lines.slice(Math.max(floor, first - TITLE_REACH), first).map((line) => line.key);
  });
  const [own, ...others] = windows;
  return own?.findLast((key) => key.length >= 6 && others.every((other) => other.includes(key))) ?? null;
};

const titleLine = (lines: readonly RawLine[], first: number, floor: number, key: string | null): number | undefined => {
  for (let i = first - 1; i >= Math.max(floor, first - TITLE_REACH); i--) if (lines[i]?.key === key) return i;
  return undefined;
};

const WHEN = /(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})日?(?:\s+(\d{1,2}:\d{2}(?::\d{2})?))?/;
const PUBLISHER = /(?:来源|稿源|信息来源|文章来源)\s?[:：]\s?([^\s\d:：“”"'，,。；;（()）|]{2,20})/;
/** A site's notice names its own articles: 凡本网注明“来源:X”的作品. */
const OWN_NOTICE = /本网(?:站)?注明[^“"]{0,4}[“"](?:稿件)?来源[:：]([^”"\s-]{2,20})/;

/** Publisher and time as the copy prints them; the part above the text first, the site's own notice below it second. */
export const imprint = (before: string, after: string): { publisher: string | null; publishedAt: string | null } => {
  const when = WHEN.exec(before);
  const pad = (value: string | undefined): string => (value ?? '').padStart(2, '0');
  const publisher = PUBLISHER.exec(before)?.[1] ?? OWN_NOTICE.exec(after)?.[1] ?? null;
  const date = when === null ? null : `${when[1]}-${pad(when[2])}-${pad(when[3])}`;
  return { publisher, publishedAt: date === null ? null : when?.[4] === undefined ? date : `${date} ${when[4]}` };
};

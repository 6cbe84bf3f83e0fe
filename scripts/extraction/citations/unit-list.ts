/** From text to a flat list of unit words: what stands between them, and which share one 条, 款 or 项. */
import {
  type Joiner,
  readBranch,
  readJoiner,
  readOpenNumber,
  readUnit,
  skipBlanks,
  type UnitLevel,
  type UnitToken,
} from './unit-tokens.ts';

export interface ListedUnit {
  readonly level: UnitLevel;
  /** `286`, `286-1`. */
  readonly number: string;
  /** A list sign, comma or range sign stands before it. */
  readonly joined: boolean;
  readonly ranged: boolean;
}

/** What may stand between a 条 and its list's next member without ending the list: （盗窃罪）. */
const NOTE = /[（(][^（）()\n。；]{1,40}[）)]/y;
/** 第X条 after a comma opens a new clause when one of these follows: 第五条改为第六条. */
const NEW_CLAUSE =
  /^\s*(?:改为|修改|删|增加|中的?[“"「]|第[^，。；]{1,12}[款项](?:改为|修改|删|中的?[“"「])|作为|合并|后增加)/;
const MAX_UNITS = 300;
const BRACKETS = '（(';
const FIRST = /前([两三四五六七八九])([款项])/y;
const COUNTS = '两三四五六七八九';

/** All unit words of the list at `at`, in order, and where it ends (`at` when there is none). */
export function readListedUnits(text: string, at: number): { listed: ListedUnit[]; end: number } {
  const listed: ListedUnit[] = [];
  let end = at;
  let group = readGroup(text, at, null, undefined);
  while (group !== null && listed.length < MAX_UNITS) {
    listed.push(...group.listed);
    end = group.end;
    group = nextGroup(text, end, listed.at(-1));
  }
  return { listed, end };
}

/** The group that goes on the list: directly, after a joiner, or either of them behind a note. */
function nextGroup(text: string, at: number, previous: ListedUnit | undefined): Group | null {
  for (const from of new Set([at, afterNote(text, at)])) {
    const direct = startsUnit(text, from) ? readGroup(text, from, null, previous) : null;
    if (direct !== null) return direct;
    const joiner = readJoiner(text, from);
    const joined = joiner === null ? null : readGroup(text, joiner.end, joiner, previous);
    if (joined !== null) return joined;
  }
  return null;
}

const startsUnit = (text: string, at: number): boolean => '第笫（(前'.includes(text[skipBlanks(text, at)] ?? '\n');

function afterNote(text: string, at: number): number {
  NOTE.lastIndex = skipBlanks(text, at);
  return NOTE.test(text) ? NOTE.lastIndex : at;
}

type Group = { listed: ListedUnit[]; end: number };

/** One unit word, or several numbers that share one: 第三、五条, 第（二）至（四）项, 之一、之二. */
function readGroup(text: string, at: number, joiner: Joiner | null, previous: ListedUnit | undefined): Group | null {
  const joined = joiner !== null;
  const ranged = joiner?.kind === 'range';
  if (!joined && previous !== undefined && text[skipBlanks(text, at)] === '前') return readFirst(text, at, previous);
  const bracket = previous !== undefined && BRACKETS.includes(text[skipBlanks(text, at)] ?? '\n');
  const unit = readUnit(text, at, !joined && !bracket);
  if (unit !== null) {
    if (!mayFollow(text, unit, joiner, previous)) return null;
    return { listed: [{ level: unit.level, number: unit.number, joined, ranged }], end: unit.end };
  }
  if (joined && previous?.level === 'article') {
    const branch = readBranch(text, at);
    if (branch) {
      const number = `${Number.parseInt(previous.number, 10)}-${branch.value}`;
      return { listed: [{ level: 'article', number, joined, ranged }], end: branch.end };
    }
  }
  return readShared(text, at, joiner, previous);
}

/** 第三百零七条之一前三款: the first three 款 of the 条 named. */
function readFirst(text: string, at: number, previous: ListedUnit): Group | null {
  FIRST.lastIndex = skipBlanks(text, at);
  const match = FIRST.exec(text);
  const count = match === null ? 0 : COUNTS.indexOf(match[1] ?? '') + 2;
  const level = match?.[2] === '款' ? 'paragraph' : 'item';
  if (match === null || previous.level === level || previous.level === 'subitem') return null;
  const listed = Array.from(
    { length: count },
    (_, i): ListedUnit => ({
      level,
      number: String(i + 1),
      joined: i > 0,
      ranged: false,
    }),
  );
  return { listed, end: FIRST.lastIndex };
}

/** After a comma only a new 条 (or a 款/项 of the same kind of list) goes on; see convention on commas in lists. */
function mayFollow(text: string, unit: UnitToken, joiner: Joiner | null, previous: ListedUnit | undefined): boolean {
  if (joiner?.kind !== 'comma') return true;
  if (previous === undefined || text[skipBlanks(text, joiner.end)] !== '第') return false;
  if (unit.level === 'division') return false;
  if (unit.level !== 'article' && previous.level !== unit.level) return false;
  return !NEW_CLAUSE.test(text.slice(unit.end, unit.end + 24));
}

/** 第三、五、七条: numbers first, the level once at the end. */
function readShared(text: string, at: number, joiner: Joiner | null, previous: ListedUnit | undefined): Group | null {
  const joined = joiner !== null;
  const first = skipBlanks(text, at);
  const bracket = previous !== undefined && BRACKETS.includes(text[first] ?? '\n');
  if (text[first] !== '第' && text[first] !== '笫' && !bracket) return null;
  if (joiner?.kind === 'comma') return null;
  const numbers: { number: number; joined: boolean; ranged: boolean }[] = [];
  let cursor = at;
  let inner: Joiner | null = joiner;
  while (numbers.length < MAX_UNITS) {
    const open = readOpenNumber(text, cursor);
    if (open === null) return null;
    numbers.push({ number: open.number, joined: numbers.length > 0 || joined, ranged: inner?.kind === 'range' });
    const next = readJoiner(text, open.end);
    if (next === null || next.kind === 'comma') return null;
    const closing = readUnit(text, next.end, false);
    if (closing !== null && closing.level !== 'division') {
      const listed = numbers.map((n): ListedUnit => ({ ...n, number: String(n.number), level: closing.level }));
      listed.push({ level: closing.level, number: closing.number, joined: true, ranged: next.kind === 'range' });
      return { listed, end: closing.end };
    }
    cursor = next.end;
    inner = next;
  }
  return null;
}

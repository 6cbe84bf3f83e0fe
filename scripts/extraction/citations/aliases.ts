/** Short names a document gives itself: （以下简称《解释》）, 以下称著作权法, 《A》、《B》（以下统称两公约）, 本法所称“日内瓦公约”，是指…. */
import { firstFrom } from './named.ts';
import { titleKey } from './title-key.ts';
import { headOf } from './titles.ts';

export interface Alias {
  readonly name: string;
  /** Null when what it stands for is no law: 《某公司…办法》（以下简称《办法》）. */
  readonly target: string | null;
  /** A head alone (条例, 解释): outside 《》 it needs a clear place. */
  readonly generic: boolean;
  /** Defined without 《》 (以下简称公约): so it will be used. */
  readonly bare: boolean;
  /** The name inside its definition; it cites nothing there. */
  readonly start: number;
  readonly end: number;
  /** Where the parenthesis of the definition closes. */
  readonly after: number;
  /** Explained by 所称…是指…: the name may stand before its explanation. */
  readonly means: boolean;
}

/** A book or bare name that an alias can stand for. `target` is null when it is no law. */
export interface Subject {
  readonly start: number;
  readonly end: number;
  readonly target: string | null;
}

const DEFINES =
  /(?:以下|下文|本文)(?:分别|一并|合并)?(?:简称|合称|统称|并称|均称|称)(?:为|作)?|下称|简称(?:为)?|合称|统称/g;
/** A short name alone in parentheses: 《…的公约》（海牙送达公约）. */
const IN_PARENTHESES = /》[（(]([\u4e00-\u9fff]{2,12}(?:公约|协定|议定书|条约|法|条例|规则|宣言))[）)]/g;
const MEANS = /所称(?:的)?[“"《]?([^“”"《》，。；\n]{2,20})[”"》]?[，,]?(?:是|系)?指/g;
const NAME =
  /\s*[:：]?\s*(?:《([^《》\n]{1,60})》|[“"‘']\s*《?([^“”"‘’'《》\n]{1,60})》?\s*[”"’']|([^，。；、（）()“”"《》\n]{2,30}))/y;
const NEXT_NAME = /\s*(?:、|和|或者|或|及|与)/y;
const MAX_NAMES = 8;
const MAX_SUBJECTS = 30;
const GENERIC_LENGTH = 4;

interface Definition {
  readonly names: { readonly text: string; readonly start: number; readonly end: number }[];
  readonly after: number;
}

function readNames(text: string, at: number): Definition {
  const names: Definition['names'] = [];
  let cursor = at;
  while (names.length < MAX_NAMES) {
    NAME.lastIndex = cursor;
    const match = NAME.exec(text);
    if (match === null) break;
    const name = (match[1] ?? match[2] ?? match[3] ?? '').trim();
    const start = text.indexOf(name, cursor);
    names.push({ text: name, start: match[1] === undefined ? start : start - 1, end: NAME.lastIndex });
    cursor = NAME.lastIndex;
    NEXT_NAME.lastIndex = cursor;
    if (NEXT_NAME.test(text)) cursor = NEXT_NAME.lastIndex;
    else if (match[1] === undefined || text[cursor] !== '《') break;
  }
  const closes = /^[^）)，。；\n]{0,6}[）)]/.exec(text.slice(cursor, cursor + 8));
  return { names, after: cursor + (closes?.[0].length ?? 0) };
}

/** Subjects that end right before `at`, joined to one another only by list signs and closed definitions. */
function subjectsBefore(text: string, at: number, subjects: readonly Subject[], last: number): Subject[] {
  let limit = at;
  const found: Subject[] = [];
  for (let i = last; i >= 0 && found.length < MAX_SUBJECTS; i--) {
    const subject = subjects[i];
    if (subject === undefined || subject.end > limit) continue;
    const gap = text.slice(subject.end, limit);
    if (
      !(
        found.length === 0
          ? /^(?:[（(][^（）()\n]{0,30}[）)])?[\s（(，,“"]{0,3}$|^[（(][^（）()《》。\n]{0,40}[，,；;、]\s*$/
          : /^(?:[（(][^（）()]{0,40}[）)])?[、和与及以,，\s]{0,3}[^《》。；，、\n]{0,16}$/
      ).test(gap)
    )
      break;
    found.unshift(subject);
    limit = subject.start;
  }
  return found;
}

const isNameOfLaw = (name: string, inBook: boolean): boolean => inBook || headOf(name) !== null;

/** Whether what explains a name is names alone; 《A公约》和双边协定 explains a class of treaties. */
const isOnlyNames = (sentence: string): boolean =>
  sentence.replace(/《[^《》]*》(?:[（(][^（）()]*[）)])?/g, '').replace(/[、和与及]|以及/g, '').length <= 8;

/** Aliases defined between two offsets. `subjects` are sorted by start. */
export function findAliases(text: string, from: number, to: number, subjects: readonly Subject[]): Alias[] {
  const aliases: Alias[] = [];
  let cursor = 0;
  const add = (definition: Definition, targets: readonly (string | null)[]): void => {
    const paired = definition.names.length > 1 && targets.length >= definition.names.length;
    const first = targets.length - definition.names.length;
    for (const [index, name] of definition.names.entries()) {
      const inBook = text[name.start] === '《';
      const target = paired ? targets[first + index] : targets.at(-1);
      if (!isNameOfLaw(name.text, inBook) || target === undefined) continue;
      const umbrella = target !== null && !paired && targets.length > 1 && definition.names.length === 1;
      const generic = name.text.length <= GENERIC_LENGTH && !/(?<!办)法$/.test(name.text);
      aliases.push({
        name: name.text,
        target: umbrella ? name.text : target,
        generic,
        bare: !inBook,
        start: name.start,
        end: name.end,
        after: definition.after,
        means: false,
      });
    }
  };
  DEFINES.lastIndex = from;
  for (let m = DEFINES.exec(text); m !== null && m.index < to; m = DEFINES.exec(text)) {
    while (cursor + 1 < subjects.length && (subjects[cursor + 1]?.end ?? 0) <= m.index) cursor++;
    const before = subjectsBefore(text, m.index, subjects, cursor);
    if (before.length === 0) continue;
    const many = /合称|统称|分别|并称/.test(m[0]);
    const names = readNames(text, DEFINES.lastIndex);
    const listed = many || (names.names.length > 1 && before.length >= names.names.length);
    add(
      names,
      (listed ? before : before.slice(-1)).map((s) => s.target),
    );
  }
  MEANS.lastIndex = from;
  for (let m = MEANS.exec(text); m !== null && m.index < to; m = MEANS.exec(text)) {
    const name = m[1] ?? '';
    const head = headOf(name);
    if (head === null || !/法典?$|公约$|议定书$|协定$|条例$|条约$/.test(name)) continue;
    const sentence = text.slice(MEANS.lastIndex, MEANS.lastIndex + 300).split(/[。\n]/)[0] ?? '';
    const stop = firstFrom(subjects, MEANS.lastIndex + sentence.length);
    const inside = subjects.slice(firstFrom(subjects, MEANS.lastIndex), stop);
    const quoted = '“"《'.includes(text[m.index + m[0].indexOf(name) - 1] ?? '\n');
    if (!quoted && !isOnlyNames(sentence)) continue;
    const targets = inside.map((s) => s.target).filter((t) => t !== null);
    const start = m.index + m[0].indexOf(name);
    const target = targets.length === 1 ? targets[0] : name;
    if (targets.length > 0 && target !== undefined)
      aliases.push({
        name,
        target,
        generic: false,
        bare: true,
        start,
        end: start + name.length,
        after: start + name.length,
        means: true,
      });
  }
  IN_PARENTHESES.lastIndex = from;
  for (let m = IN_PARENTHESES.exec(text); m !== null && m.index < to; m = IN_PARENTHESES.exec(text)) {
    const name = m[1] ?? '';
    const subject = subjects[firstFrom(subjects, m.index + 1) - 1];
    const start = m.index + 2;
    if (subject?.end !== m.index + 1 || subject.target === null) continue;
    aliases.push({
      name,
      target: subject.target,
      generic: false,
      bare: true,
      start,
      end: start + name.length,
      after: IN_PARENTHESES.lastIndex,
      means: false,
    });
  }
  return aliases.sort((a, b) => a.start - b.start);
}

/** What a name stands for at a place: by the last definition before it, else by the first one. */
export type AliasAt = (name: string, at: number) => Alias | undefined;

export function aliasTable(aliases: readonly Alias[]): AliasAt {
  const table = new Map<string, Alias[]>();
  for (const alias of aliases) {
    const key = titleKey(alias.name);
    const known = table.get(key);
    if (known === undefined) table.set(key, [alias]);
    else known.push(alias);
  }
  return (name, at) => {
    const known = table.get(titleKey(name));
    return known === undefined ? undefined : (known[firstFrom(known, at + 1) - 1] ?? known[0]);
  };
}

/** 中华人民共和国 in the text, but not in the short name: the full name of a law, whatever the short name stands for. */
export const isFullName = (printed: string, alias: Alias): boolean =>
  printed.includes('中华人民共和国') && !alias.name.includes('中华人民共和国');

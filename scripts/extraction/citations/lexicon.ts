/** Names of laws that a lawyer keeps (graph-data/lexicon/laws-*.jsonl): their shape, and the tables extraction runs on. */
import { z } from 'zod';
import { LawStatus, Rank } from '#model/entities.ts';
import { FamaiError } from '#model/errors.ts';
import { type Automaton, buildAutomaton } from './automaton.ts';
import { derivedShortNames, spelledOut, withPlainNumber } from './short-names.ts';
import { titleKey } from './title-key.ts';

/** One line of a laws-*.jsonl file. */
export const LawEntry = z.strictObject({
  /** Canonical: without 《》 and without a leading 中华人民共和国. */
  title: z.string().min(2).max(300),
  /** Common short names, each leading to this law alone: 民诉法, 劳合法. */
  short: z.array(z.string().min(2).max(100)).default([]),
  rank: Rank,
  issuer: z.string().min(1).nullable().default(null),
  /** Of making (first adoption or publication), yyyy-mm-dd; null when not known. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .default(null),
  status: LawStatus.default('in_force'),
});
export type LawEntry = z.infer<typeof LawEntry>;

/** One line of laws-not-names.jsonl: a longer word that only contains a name (国际刑法), or a 《…》 that is no law. */
export const NotName = z.strictObject({ word: z.string().min(2), why: z.string().min(1) });
export type NotName = z.infer<typeof NotName>;

const RawLexicon = z.object({ laws: z.array(LawEntry), notNames: z.array(NotName) });

/** What a bare name leads to; `entry` is null for words that are no name. */
export interface BareName {
  readonly text: string;
  readonly entry: LawEntry | null;
}

export interface LawLexicon {
  readonly entries: readonly LawEntry[];
  /** Laws that a printed title or short name may mean: none, one, or several when the name is ambiguous. */
  readonly find: (title: string) => readonly LawEntry[];
  /** Laws whose title is longer than a name and ends in it. */
  readonly titlesEndingIn: (name: string) => readonly LawEntry[];
  readonly isNotName: (title: string) => boolean;
  /** The two characters that stand before the head of some title: 管理 of …管理条例, 贸易 of …贸易公约. */
  readonly beforeHead: ReadonlySet<string>;
  readonly bareNames: readonly BareName[];
  readonly automaton: Automaton;
}

const ISSUER =
  /^(?:最高人民法院|最高人民检察院|国务院|公安部|司法部|全国人民代表大会常务委员会|全国人民代表大会|[、与和])+(?=关于|于适用)/;

/** Derived names that are used without 《》; 破产规定 and the like are words too. */
const STANDS_BARE = /解释(?:（.+）)?$|法典.{2,10}规定$|法.{2,10}规定（.+）$/;
const BEFORE_HEAD = /([\u4e00-\u9fff]{2})(?<!的)(?:条例|细则|规则|规程|准则|公约|协定|协议|议定书|条约|办法|规定)$/;

/** Builds the tables. Throws FamaiError LEXICON when two entries share a title. */
export function compileLawLexicon(raw: unknown): LawLexicon {
  const parsed = RawLexicon.safeParse(raw);
  if (!parsed.success) throw new FamaiError('LEXICON', `法律名称词表有误：${z.prettifyError(parsed.error)}`);
  const { laws, notNames } = parsed.data;
  const byTitle = new Map<string, LawEntry>();
  for (const entry of laws) {
    const key = titleKey(entry.title);
    if (byTitle.has(key)) throw new FamaiError('LEXICON', `法律名称词表中“${entry.title}”出现两次，请删去一行。`);
    byTitle.set(key, entry);
  }
  const byShort = new Map<string, LawEntry[]>();
  const bare = new Map<string, LawEntry | null>();
  const addShort = (name: string, entry: LawEntry): void => {
    const key = titleKey(name);
    if (byTitle.has(key)) return;
    const known = byShort.get(key) ?? [];
    if (!known.includes(entry)) byShort.set(key, [...known, entry]);
  };
  for (const entry of laws) {
    bare.set(entry.title, entry);
    for (const name of entry.short) {
      addShort(name, entry);
      bare.set(name, entry);
    }
    addShort(entry.title.replace(ISSUER, ''), entry);
  }
  for (const [name, entry] of derivedShortNames(laws)) {
    const chosen = byShort.get(titleKey(name));
    if (chosen === undefined) addShort(name, entry);
    if (!bare.has(name) && STANDS_BARE.test(name) && (byShort.get(titleKey(name))?.length ?? 0) === 1)
      bare.set(name, entry);
  }
  for (const [name, entry] of [...bare]) {
    const plain = withPlainNumber(name);
    if (plain !== null && !bare.has(plain) && entry?.rank === '司法解释') bare.set(plain, entry);
  }
  const notKeys = new Set(notNames.map((n) => titleKey(n.word)));
  for (const { word } of notNames) bare.set(word, null);
  const bareNames = Array.from(bare, ([text, entry]): BareName => ({ text, entry })).filter(
    ({ text }) => text.length >= 2 && !text.includes('关于'),
  );
  const endings = new Map<string, LawEntry[]>();
  for (const entry of laws) {
    if (!entry.title.endsWith('法')) continue;
    for (let i = 1; i < entry.title.length - 1; i++) {
      const ending = entry.title.slice(i);
      if (bare.has(ending)) endings.set(ending, [...(endings.get(ending) ?? []), entry]);
    }
  }
  const beforeHead = new Set(laws.flatMap(({ title }) => BEFORE_HEAD.exec(title)?.[1] ?? []));
  return {
    entries: laws,
    beforeHead,
    titlesEndingIn: (name) => endings.get(name) ?? [],
    find: (title) => {
      const key = titleKey(title);
      const exact = byTitle.get(key);
      if (exact !== undefined) return [exact];
      const plain = titleKey(spelledOut(title));
      const whole = byTitle.get(plain);
      return byShort.get(key) ?? (whole === undefined ? (byShort.get(plain) ?? []) : [whole]);
    },
    isNotName: (title) => notKeys.has(titleKey(title)),
    bareNames,
    automaton: buildAutomaton(bareNames.map((n) => n.text)),
  };
}

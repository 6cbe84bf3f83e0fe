/** Names of laws, functions, organs and documents: few enough to be looked through here, as often as somebody types. Pure. */
import { z } from 'zod';
import type { NamedNode } from '#server/store/queries/search.ts';
import type { StoredNode } from '#server/store/queries/shapes.ts';
import { pick } from './stored.ts';

export const NAMED_GROUPS = ['Law', 'Function', 'Organ', 'Document'] as const;
export type NamedGroup = (typeof NAMED_GROUPS)[number];

const Named = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  shortTitles: z.array(z.string()).nullable(),
  pinyin: z.array(z.string()).nullable(),
});

interface Entry {
  readonly id: string;
  readonly node: StoredNode;
  readonly title: string;
  readonly shortTitles: readonly string[];
  /** Every name in lower case; the title comes first. */
  readonly names: readonly string[];
  readonly pinyin: readonly string[];
  readonly weight: number;
  /** Texts of a law, newest first. */
  readonly texts: readonly string[];
}
export type Names = Readonly<Record<NamedGroup, readonly Entry[]>>;

/** What somebody typed, and its words: all of them must occur. Both in lower case. */
export interface Sought {
  readonly q: string;
  readonly terms: readonly string[];
}

/** Only laws have short names and are found by sound. */
const toEntry = ({ node, weight, texts }: NamedNode): Entry => {
  const { id, name, title, shortTitles, pinyin } = pick(Named, node);
  const isLaw = node.labels.includes('Law');
  const own = isLaw ? (title ?? name) : name;
  const short = isLaw ? (shortTitles ?? []) : [];
  const names = [own, ...short].map((one) => one.toLowerCase());
  return { id, node, title: own, shortTitles: short, names, pinyin: isLaw ? (pinyin ?? []) : [], weight, texts };
};

export const toNames = (nodes: readonly NamedNode[]): Names => {
  const of = (label: NamedGroup) => nodes.filter(({ node }) => node.labels.includes(label)).map(toEntry);
  return { Law: of('Law'), Function: of('Function'), Organ: of('Organ'), Document: of('Document') };
};

const holds = (name: string, { terms }: Sought): boolean => terms.every((term) => name.includes(term));
const byId = (a: Entry, b: Entry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** An exact name first, then names that begin so, then the rest. */
const tierOf = (entry: Entry, { q }: Sought): number => {
  if (entry.names.includes(q) || entry.pinyin.includes(q)) return 0;
  return entry.names.some((name) => name.startsWith(q)) ? 1 : 2;
};

/** Those that hold all the words, the best first; the same order as the query that 显示查询 hands out. */
export const findNames = (names: Names, group: NamedGroup, sought: Sought): StoredNode[] => {
  const found = names[group].filter(
    (entry) =>
      entry.names.some((name) => holds(name, sought)) || entry.pinyin.some((sound) => sound.startsWith(sought.q)),
  );
  return found
    .map((entry) => ({ entry, tier: tierOf(entry, sought) }))
    .sort(
      (a, b) =>
        a.tier - b.tier ||
        b.entry.weight - a.entry.weight ||
        (group === 'Law' ? a.entry.title.length - b.entry.title.length : 0) ||
        byId(a.entry, b.entry),
    )
    .map(({ entry }) => entry.node);
};

export interface MeantLaw {
  readonly node: StoredNode;
  /** 0 by title, 1 by short title, 2 by pinyin, 3 as an abbreviation of the title. */
  readonly tier: number;
  readonly texts: readonly string[];
}

/** Laws a name in a citation string may mean, the likeliest first. `abbreviates` says whether the name shortens a title. */
export const lawsMeant = (names: Names, name: string, abbreviates: (title: string) => boolean): MeantLaw[] => {
  const tier = ({ title, shortTitles, pinyin }: Entry): number | null => {
    if (title === name) return 0;
    if (shortTitles.includes(name)) return 1;
    if (pinyin.includes(name.toLowerCase())) return 2;
    return abbreviates(title) ? 3 : null;
  };
  return names.Law.flatMap((entry) => {
    const found = tier(entry);
    return found === null ? [] : [{ entry, tier: found }];
  })
    .sort(
      (a, b) =>
        a.tier - b.tier ||
        Number(a.entry.texts.length === 0) - Number(b.entry.texts.length === 0) ||
        a.entry.title.length - b.entry.title.length ||
        byId(a.entry, b.entry),
    )
    .map(({ entry, tier: found }) => ({ node: entry.node, tier: found, texts: entry.texts }));
};

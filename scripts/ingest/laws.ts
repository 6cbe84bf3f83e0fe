/** One law as several documents know it. Merging does not depend on the order in which they were read. */
import { pinyin } from 'pinyin-pro';
import { type LAW_STATUSES, type LawNode, RANKS } from '#model/entities.ts';

/** What a document says about a law it names, or, when `own`, the law's own text about itself. */
export interface LawView {
  readonly law: LawNode;
  readonly own: boolean;
}

/** Among documents that only name a law, who knows more is believed; its own newest text knows best, except that it was repealed. */
const STATUS_ORDER = [
  'repealed',
  'amended',
  'in_force',
  'not_yet_in_force',
  'not_held',
  'planned',
] as const satisfies readonly (typeof LAW_STATUSES)[number][];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const strength = ({ own, law }: LawView): string =>
  // The law's own newest text first, then whoever knows a date, then any fixed order.
  [own ? '1' : '0', law.date ?? '', law.rank === '其他' ? '0' : '1', JSON.stringify(law)].join('\u0000');

const firstKnown = <T>(values: readonly (T | null)[]): T | null => values.find((value) => value !== null) ?? null;

/** @throws never; null for no views. */
export const mergeLaw = (views: readonly LawView[]): LawNode | null => {
  const ordered = [...views].sort((a, b) => byText(strength(b), strength(a)));
  const laws = ordered.map(({ law }) => law);
  const [best] = laws;
  if (best === undefined) return null;
  const own = ordered[0]?.own ?? false;
  const statuses = new Set(laws.map((law) => law.status));
  const ranks = new Set(laws.map((law) => law.rank));
  return {
    ...best,
    shortTitles: [...new Set(laws.flatMap((law) => law.shortTitles))].sort(byText),
    rank: own ? best.rank : (RANKS.find((rank) => rank !== '其他' && ranks.has(rank)) ?? best.rank),
    status:
      own && !statuses.has('repealed')
        ? best.status
        : (STATUS_ORDER.find((status) => statuses.has(status)) ?? best.status),
    issuer: firstKnown(laws.map((law) => law.issuer)),
    date: firstKnown(laws.map((law) => law.date).sort((a, b) => byText(b ?? '', a ?? ''))),
    extent: firstKnown(laws.map((law) => law.extent)),
  };
};

/** Full pinyin without tones and the initials, so that `wlaqf` and `wangluoanquanfa` find 网络安全法. */
export const pinyinOf = (title: string): string[] => {
  const full = pinyin(title, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
  return full.length === 0 ? [] : [full.join(''), full.map((syllable) => syllable.charAt(0)).join('')];
};

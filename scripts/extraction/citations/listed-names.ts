/** Names in a list without 《》 that no lexicon knows: …网络安全法、网络犯罪防治法、反不正当竞争法…. The list makes them names. */
import type { NamedLaw } from './named.ts';

const ITEM = /([\u4e00-\u9fff]{3,20}(?:法|条例))(?=[、，,。；等和及与）)\n]|以及|$)/y;
const GENERIC = /法律|有关|相关|其他|各项|方法|办法|这些|该|本|等|部|的|和|与|及/;
const FORWARD = /、|和|及|以及|与/y;

/** Names joined by list signs to one already found, going forward and backward along the list. */
export function findListedNames(text: string, known: readonly NamedLaw[]): NamedLaw[] {
  const found: NamedLaw[] = [];
  const starts = new Set(known.map((k) => k.start));
  const ends = new Set(known.map((k) => k.end));
  for (const anchor of known) {
    for (let at = anchor.end; ; ) {
      FORWARD.lastIndex = at;
      if (!FORWARD.test(text)) break;
      const start = FORWARD.lastIndex;
      if (starts.has(start)) break;
      ITEM.lastIndex = start;
      const item = ITEM.exec(text)?.[1];
      if (item === undefined || GENERIC.test(item)) break;
      const end = start + item.length;
      found.push({ start, end, after: end, target: item, rule: 'bare.listed' });
      at = end;
    }
    if (ends.has(anchor.start - 1)) continue;
    const previous = /([\u4e00-\u9fff]{3,20}(?:法|条例))、$/.exec(
      text.slice(Math.max(0, anchor.start - 24), anchor.start),
    )?.[1];
    const boundary =
      previous === undefined
        ? null
        : /(?:修订|修改|制定|出台|完善|起草|、|，)([\u4e00-\u9fff]{3,16}(?:法|条例))$/.exec(
            text.slice(Math.max(0, anchor.start - 30), anchor.start - 1),
          );
    const item = boundary?.[1];
    if (item !== undefined && !GENERIC.test(item)) {
      const start = anchor.start - 1 - item.length;
      found.push({ start, end: anchor.start - 1, after: anchor.start - 1, target: item, rule: 'bare.listed' });
    }
  }
  return found;
}

/** Names without 《》 that no lexicon knows: 制定修订土壤污染防治条例、水污染防治条例等, …网络安全法、数字市场法. List or verb make them names. */
import type { NamedLaw } from './named.ts';

const ITEM = /([\u4e00-\u9fff]{3,20}(?:法典|法|条例))(?=[、，,。；;等和及与）)\n]|以及|$)/y;
const GENERIC =
  /法律|法规|有关|相关|其他|各项|方法|办法|这些|该|本|等|部|的|和|与|及|其|单行|自治条例|现行|行政法$|民商法$/;
const FORWARD = /(?:、|以及|和|及|与)/y;
const ASKS = /(?:制定|修订|修改|出台|起草|编纂|颁布)(?:和|、|或者|以及)?(?:完善|修订|修改|制定|出台|实施)?/g;
const GOVERNED =
  /(?:制定|修订|修改|出台|起草|完善|实施|执行|适用|依照|按照|根据|违反|遵守|、|，)([\u4e00-\u9fff]{3,16}(?:法|条例))$/;
const SHORTEST_ALONE = 6;

function itemAt(text: string, at: number): string | null {
  ITEM.lastIndex = at;
  const item = ITEM.exec(text)?.[1];
  return item === undefined || GENERIC.test(item) ? null : item;
}

const listed = (start: number, target: string): NamedLaw => {
  const end = start + target.length;
  return { start, end, after: end, target, rule: 'bare.listed' };
};

/** Names joined by list signs to one already found, or asked for by 制定, 修订 and the like; `known` outside 《》. */
export function findListedNames(text: string, from: number, to: number, known: readonly NamedLaw[]): NamedLaw[] {
  const found: NamedLaw[] = [];
  const starts = new Set(known.map((k) => k.start));
  const ends = new Set(known.map((k) => k.end));
  const forward = (from: number): void => {
    for (let at = from; ; ) {
      FORWARD.lastIndex = at;
      if (!FORWARD.test(text)) return;
      const start = FORWARD.lastIndex;
      const item = starts.has(start) ? null : itemAt(text, start);
      if (item === null || ends.has(start + item.length)) return;
      found.push(listed(start, item));
      at = start + item.length;
    }
  };
  for (const anchor of known) {
    forward(anchor.end);
    if (text[anchor.start - 1] !== '、' || ends.has(anchor.start - 1)) continue;
    const item = GOVERNED.exec(text.slice(Math.max(0, anchor.start - 30), anchor.start - 1))?.[1];
    if (item !== undefined && !GENERIC.test(item)) found.push(listed(anchor.start - 1 - item.length, item));
  }
  ASKS.lastIndex = from;
  for (let m = ASKS.exec(text); m !== null && m.index < to; m = ASKS.exec(text)) {
    const start = ASKS.lastIndex;
    const item = starts.has(start) ? null : itemAt(text, start);
    if (item === null || item.length < SHORTEST_ALONE || ends.has(start + item.length)) continue;
    found.push(listed(start, item));
    forward(start + item.length);
  }
  return found;
}

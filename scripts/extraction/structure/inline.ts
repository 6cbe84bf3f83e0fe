/** Articles and items that stand inside a line instead of beginning one: a whole chapter on one line, 款 with their 项. */
import type { Line } from './lines.ts';
import { type Mark, markAt, REFERENCE_TAIL } from './marks.ts';

const SENTENCE_END = '。；！？”）：;:)';

const charBefore = (text: string, at: number, floor: number): { char: string; blank: boolean } => {
  const blank = at > floor && text[at - 1] === ' ';
  const before = blank ? at - 2 : at - 1;
  return { char: before >= floor ? (text[before] ?? '') : '', blank };
};

/** 编章节 or 条 inside a line: after a sentence's end, or after the blank of a heading that opened the line. */
const opensInside = (text: string, at: number, line: Line, afterHeading: boolean): boolean => {
  const { char, blank } = charBefore(text, at, line.start);
  return SENTENCE_END.includes(char) || (blank && afterHeading);
};

const isHeadingMark = (mark: Mark): boolean =>
  mark.level === 'part' || mark.level === 'subpart' || mark.level === 'chapter' || mark.level === 'section';

/**
 * Cuts a line where the next article in order begins inside it, or a heading that such an article follows.
 * `value` is the number of the last article before the line. Looks at each 第 once.
 */
export const cutAtArticles = (text: string, line: Line, value: number): Line[] => {
  const cuts: number[] = [];
  const first = markAt(text, line.start, line.end);
  let expected = first?.level === 'article' && first.sub === 0 ? first.value + 1 : value + 1;
  let heading = first !== null && isHeadingMark(first);
  let pending = -1;
  // A search in the whole text would run past the line, and over a text without 第 from every line to the end.
  const content = text.slice(line.start, line.end);
  for (let from = content.indexOf('第', 1); from >= 0; from = content.indexOf('第', from + 1)) {
    const at = line.start + from;
    if (!opensInside(text, at, line, heading)) continue;
    const mark = markAt(text, at, line.end);
    if (mark === null) continue;
    if (isHeadingMark(mark) && text[mark.end] === ' ') {
      pending = at;
      heading = true;
    } else if (
      mark.level === 'article' &&
      mark.value === expected &&
      mark.sub === 0 &&
      !isReference(text, mark, line)
    ) {
      if (pending >= 0) cuts.push(pending);
      cuts.push(at);
      pending = -1;
      heading = false;
      expected++;
    }
  }
  return cutAt(line, cuts);
};

const isReference = (text: string, mark: Mark, line: Line): boolean =>
  text[mark.end] !== ' ' && REFERENCE_TAIL.test(text.slice(mark.end, Math.min(line.end, mark.end + 16)));

/**
 * Cuts a line where （一） begins inside it after a colon and （二）, （三）… follow in order after a stop: 项 printed in the
 * line of their 款. One item alone is a reference or a remark.
 */
export const cutAtItems = (text: string, line: Line): Line[] => {
  const content = text.slice(line.start, line.end);
  if (!FIRST_ITEM.test(content)) return [line];
  const cuts: number[] = [];
  for (const match of content.matchAll(/[（(]/g)) {
    const at = line.start + match.index;
    const mark = match.index === 0 ? null : markAt(text, at, line.end);
    if (mark?.level !== 'item' || mark.value !== cuts.length + 1) continue;
    const { char, blank } = charBefore(text, at, line.start);
    const opens = cuts.length === 0 ? '：:'.includes(char) && char !== '' : blank || '；;。：:，,'.includes(char);
    if (opens) cuts.push(at);
  }
  return cuts.length > 1 ? cutAt(line, cuts) : [line];
};

/** The first 项 after its colon: what most lines lack, found by one cheap search. */
const FIRST_ITEM = /[：:] ?[（(] ?[一1]/;

const cutAt = (line: Line, cuts: readonly number[]): Line[] => {
  if (cuts.length === 0) return [line];
  const edges = [line.start, ...cuts, line.end];
  return edges.slice(0, -1).flatMap((start, index) => {
    const end = edges[index + 1] ?? line.end;
    return end > start ? [{ start, end }] : [];
  });
};

/** What the beginning of a line opens: an article, a heading, an annex, or nothing. */
import type { Line } from './lines.ts';
import { type Mark, REFERENCE_TAIL } from './marks.ts';

const MAX_HEADING = 40;

/** Whether the mark numbers the next article rather than naming one in running text. */
export const opensArticle = (mark: Mark, text: string, lineEnd: number, value: number, sub: number): boolean => {
  if (mark.level !== 'article') return false;
  const tail = text.slice(mark.end, Math.min(lineEnd, mark.end + 16));
  if (mark.heading) return true;
  const blank = tail === '' || tail.startsWith(' ');
  const consecutive = (mark.value === value + 1 && mark.sub === 0) || (mark.value === value && mark.sub === sub + 1);
  return consecutive ? blank || !REFERENCE_TAIL.test(tail) : blank && !REFERENCE_TAIL.test(tail);
};

/** 编 章 节 lines are short and end without a full stop; a reference 第三章的规定… is longer or goes on. */
export const isHeading = (mark: Mark, text: string, line: Line): boolean => {
  if (mark.level !== 'part' && mark.level !== 'subpart' && mark.level !== 'chapter' && mark.level !== 'section')
    return false;
  if (mark.heading) return true;
  if (line.end - mark.start > MAX_HEADING) return false;
  return (
    !/[。；;，,]/.test(text.slice(mark.end, line.end)) && !/^ ?[的规所中]/.test(text.slice(mark.end, mark.end + 2))
  );
};

/** Tables and the converter's comments are no 款. */
export const isFurniture = (text: string, line: Line): boolean =>
  text[line.start] === '|' || text.startsWith('<!--', line.start);

/** Short and without punctuation: what a heading looks like when it has lost its number or its first half. Formulas are none. */
export const isHeadingText = (text: string, line: Line): boolean =>
  line.end - line.start <= MAX_HEADING && !/[，。；：,;:！？|＝=×÷＋+]/.test(text.slice(line.start, line.end));

/** 附件, 附件1 …, 附：; a 款 that speaks of 附图 goes on after the word. */
const ANNEX =
  /^附(?:(?:件|表|录|图)?\s?[一二三四五六七八九十\d]{0,3}\s?(?:[:：]|$)|(?:件|表|录)\s?[一二三四五六七八九十\d]{1,3}[\s.、])/;
const ANNEX_REACH = 12;

export const opensAnnex = (text: string, line: Line): boolean =>
  ANNEX.test(text.slice(line.start, Math.min(line.end, line.start + ANNEX_REACH)));

/** Names in 《…》: the outermost pair, whatever stands or is broken inside it. */

export interface Book {
  /** With the outermost 《 and 》. */
  readonly start: number;
  readonly end: number;
  /** Wording between them, blanks and line breaks taken out, a lost closing parenthesis put back. */
  readonly title: string;
  /** Where reading goes on: past a parenthesis that closes after 》 (《刑法修正案（十》）). */
  readonly after: number;
}

const MAX_TITLE = 400;
const OPEN = 0x300a;
const CLOSE = 0x300b;
const LINE_BREAK = 0x0a;
const FULL_STOP = 0x3002;

/** Index of the 》 that ends the name begun at `start`, or -1. A name may run over one line break when it closes in the next line. */
function closingMark(text: string, start: number, limit: number): number {
  let depth = 0;
  let lastClose = -1;
  let breaks = 0;
  const end = Math.min(limit, start + MAX_TITLE);
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === OPEN) depth++;
    else if (code === CLOSE) {
      depth--;
      lastClose = i;
      if (depth === 0) return i;
    } else if (code === LINE_BREAK) {
      if (lastClose >= 0) return lastClose;
      const blank = text.charCodeAt(i - 1) === LINE_BREAK;
      if (!blank && ++breaks > 2) return -1;
    } else if (code === FULL_STOP && lastClose >= 0) return lastClose;
    else if (code === FULL_STOP && breaks > 0) return -1;
  }
  return lastClose;
}

/** A parenthesis opened in the title and closed behind 》 belongs to the title. */
function mendParenthesis(text: string, title: string, after: number): { title: string; after: number } {
  const opened = Math.max(title.lastIndexOf('（'), title.lastIndexOf('('));
  const closed = Math.max(title.lastIndexOf('）'), title.lastIndexOf(')'));
  if (opened <= closed) return { title, after };
  const mark = title[opened] === '（' ? '）' : ')';
  const closesAfter = text[after] === '）' || text[after] === ')';
  return { title: title + mark, after: closesAfter ? after + 1 : after };
}

/** All outermost 《…》 between two offsets, in text order. Unclosed ones are passed over. */
export function findBooks(text: string, from: number, to: number): Book[] {
  const books: Book[] = [];
  let start = text.indexOf('《', from);
  while (start >= 0 && start < to) {
    const close = closingMark(text, start, to);
    if (close < 0) {
      start = text.indexOf('《', start + 1);
      continue;
    }
    const inner = text.slice(start + 1, close).replace(/[\s\u200b]+/g, '');
    const mended = mendParenthesis(text, inner, close + 1);
    books.push({ start, end: close + 1, ...mended });
    start = text.indexOf('《', mended.after);
  }
  return books;
}

/** Breaking a label into lines. A number such as 第二百八十六条之一 or （三） and a title in 《》 of one line stay whole. */

/** Pieces that must not be cut: 第N条/款/项/章/编/节 with 之N, （N）, dates, runs of Latin letters and digits. */
const UNBREAKABLE =
  /第[零〇一二三四五六七八九十百千万两\d]+[编章节条款项目](?:之[一二三四五六七八九十\d]+)?|（[一二三四五六七八九十百\d]+）|\d{4}-\d{2}-\d{2}|\d+年(?:\d+月)?(?:\d+日)?|[A-Za-z0-9._-]+/gu;
/** A line does not begin with a closing mark nor end with an opening one (标点避头尾). */
const NO_START = /^[，。、；：？！）》〉”’」』…·%,.;:?!)\]]/u;
const NO_END = /[（《〈“‘「『([]$/u;

/** Width in em: CJK and full-width 1, narrow Latin about a half. */
export const widthOf = (text: string): number => {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) < 0x2000 ? 0.56 : 1;
  return width;
};

/** The smallest pieces a line may be broken between. */
export const piecesOf = (text: string): string[] => {
  const atoms: string[] = [];
  let end = 0;
  for (const match of text.matchAll(UNBREAKABLE)) {
    atoms.push(...text.slice(end, match.index), match[0]);
    end = match.index + match[0].length;
  }
  atoms.push(...text.slice(end));
  const pieces: string[] = [];
  for (const atom of atoms) {
    const last = pieces.at(-1);
    if (last !== undefined && (NO_START.test(atom) || NO_END.test(last))) pieces[pieces.length - 1] = last + atom;
    else pieces.push(atom);
  }
  return pieces;
};

/**
 * As `wrapLabel`, with the lines made as even as they can be without needing another one: no last line of one character.
 */
export const balanceLabel = (text: string, width: number, lines: number): string[] => {
  const loose = wrapLabel(text, width, lines);
  if (loose.length < 2 || loose.at(-1)?.endsWith('…')) return loose;
  let best = loose;
  for (let narrower = width - 1; narrower >= widthOf(text) / loose.length - 1; narrower--) {
    const tighter = wrapLabel(text, narrower, lines);
    if (tighter.length > loose.length || tighter.at(-1)?.endsWith('…')) break;
    best = tighter;
  }
  return best;
};

/** A line that goes on: its last pieces give way to …, but never all of it. */
const shorten = (line: string, width: number): string => {
  const pieces = piecesOf(line);
  while (pieces.length > 1 && widthOf(pieces.join('')) + 1 > width) pieces.pop();
  return `${pieces.join('').replace(/[\s，、；：]+$/u, '')}…`;
};

/**
 * Lines of at most `width` em, at most `lines` of them; what does not fit ends in …. A single piece wider than a line
 * stands on a line of its own, whole.
 */
export const wrapLabel = (text: string, width: number, lines: number): string[] => {
  const result: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const piece of piecesOf(text.trim())) {
    const pieceWidth = widthOf(piece);
    if (line !== '' && lineWidth + pieceWidth > width) {
      if (result.length === lines - 1) return [...result, shorten(line, width)];
      result.push(line.trim());
      line = '';
      lineWidth = 0;
    }
    line += piece;
    lineWidth += pieceWidth;
  }
  return line.trim() === '' ? result : [...result, line.trim()];
};

/** Organs: a head noun (机关, 部门, 人民政府 …) and what stands to its left: field, level, region; coordinates are expanded. */
import type { WordTrie } from '../clauses/word-trie.ts';
import { type AnchorHit, type Candidate, conjunctionBefore, isHan } from './anchors.ts';
import { AREA, DOMAIN, type EntityLexicon, LEVEL, PLACE, VERBAL } from './lexicon.ts';

/** No name of an organ is longer. */
const MAX_LEFT = 80;
const ANY = DOMAIN | LEVEL | AREA | PLACE | VERBAL;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly classes: number;
}

/** What was read to the left of a head. `options` are the coordinates; the rest is shared by all of them. */
interface Left {
  readonly start: number;
  readonly options: readonly (readonly [number, number])[];
  /** Where the part after the coordinates begins: 主管部门 of 教育、卫生等主管部门. */
  readonly sharedFrom: number;
}

/** Right neighbours that let a word that is also a verb stand as a field: 建设行政主管部门, 投资主管部门. */
const ADMINISTRATIVE = /^(?:主管|行政|管理)/;

const pieceBefore = (text: string, at: number, floor: number, lexicon: EntityLexicon, head: number): Piece | null => {
  const hit = lexicon.modifiers.longest(text, at, floor, ANY);
  if (hit.length === 0) return null;
  if ((hit.classes & ~VERBAL) === 0 && at !== head && !ADMINISTRATIVE.test(text.slice(at, at + 2))) return null;
  return { start: at - hit.length, end: at, classes: hit.classes };
};

/** 县 of 新蔡县人民政府: a proper name of up to four characters that begins where the phrase begins. */
const NOT_IN_NAME = new Set('由在对向和与及的经为将把本该据或于从至到给是各所被让按以报请送有这同上下全');
const properNameBefore = (text: string, at: number, floor: number): number => {
  let start = at;
  while (start > floor && at - start < 5 && isHan(text.charCodeAt(start - 1))) {
    if (NOT_IN_NAME.has(text[start - 1] ?? '')) return at;
    start--;
  }
  return at - start >= 1 && at - start <= 4 ? start : at;
};

/** Coordinates before 等: 工业、电信、交通等. Unknown fields count when 、 stands on their left. */
const listBefore = (text: string, at: number, floor: number, lexicon: EntityLexicon): (readonly [number, number])[] => {
  const options: (readonly [number, number])[] = [];
  let end = at;
  for (;;) {
    let start = end;
    let fields = false;
    for (let piece = pieceBefore(text, start, floor, lexicon, end); piece !== null; ) {
      if ((piece.classes & (DOMAIN | VERBAL)) === 0) break;
      start = piece.start;
      fields = true;
      piece = pieceBefore(text, start, floor, lexicon, end);
    }
    if (!fields) {
      let back = end;
      while (back > floor && end - back <= 8 && isHan(text.charCodeAt(back - 1)) && conjunctionBefore(text, back) === 0)
        back--;
      if (text[back - 1] !== '、' || back === end || ORGAN_END.test(text.slice(back, end))) break;
      start = back;
    }
    options.unshift([start, end]);
    const conjunction = conjunctionBefore(text, start);
    if (conjunction === 0) break;
    end = start - conjunction;
  }
  return options;
};
/** A coordinate that is an organ by itself does not share the head: 公安机关、人民法院等部门. */
const ORGAN_END = /(?:机关|部门|政府|法院|检察院|委员会|机构|单位|组织|企业|人员)$/;

const readLeft = (text: string, head: AnchorHit, floor: number, lexicon: EntityLexicon): Left => {
  let start = head.start;
  let options: (readonly [number, number])[] = [];
  let sharedFrom = head.start;
  let right: Piece | null = null;
  for (;;) {
    const piece = pieceBefore(text, start, floor, lexicon, head.kind === 'head' ? head.start : -1);
    if (piece !== null) {
      if (options.length > 0 && (piece.classes & (DOMAIN | AREA)) !== 0 && (piece.classes & LEVEL) === 0) {
        const first = options[0];
        if (first !== undefined) options[0] = [piece.start, first[1]];
      }
      start = piece.start;
      right = piece;
      continue;
    }
    const conjunction = conjunctionBefore(text, start);
    if (conjunction > 0 && right !== null && (right.classes & (DOMAIN | AREA | VERBAL)) !== 0) {
      const other = pieceBefore(text, start - conjunction, floor, lexicon, start - conjunction);
      const same = other === null ? 0 : other.classes & right.classes & (DOMAIN | AREA | VERBAL);
      const field =
        other !== null && (other.classes & (DOMAIN | VERBAL)) !== 0 && (right.classes & (DOMAIN | VERBAL)) !== 0;
      if (other !== null && (same !== 0 || field)) {
        if (options.length === 0) {
          options = [[right.start, right.end]];
          sharedFrom = right.end;
        }
        options.unshift([other.start, other.end]);
        start = other.start;
        right = other;
        continue;
      }
    }
    if (text[start - 1] === '等' && options.length === 0 && head.kind === 'head') {
      const listed = listBefore(text, start - 1, floor, lexicon);
      const first = listed[0];
      if (first !== undefined) {
        options = listed;
        sharedFrom = start;
        start = first[0];
        right = { start, end: first[1], classes: DOMAIN };
        continue;
      }
    }
    if (right !== null && (right.classes & AREA) !== 0) {
      const named = properNameBefore(text, start, floor);
      if (named < start) start = named;
    }
    return { start, options, sharedFrom };
  }
};

const RELATED = /^(?:有关|相关|其他有关|其他相关|其他)/;

const withoutDropped = (name: string, dropped: WordTrie): string =>
  name.slice(dropped.longest(name, 0, name.length - 1, 1).length);

const plain = (name: string): string => (name.includes('（') ? name.replace(/[（）]/g, '') : name);

const POSSESSED = /^(?:及其|和它的|及它的|和其)(?:常委会|常务委员会)/;

const organOf = (text: string, head: AnchorHit, floor: number, lexicon: EntityLexicon): Candidate | null => {
  const left =
    head.kind === 'name'
      ? { start: head.start, options: [], sharedFrom: head.start }
      : readLeft(text, head, floor, lexicon);
  if (head.kind === 'head' && left.start === head.start) return null;
  const tails = head.meaning.length > 0 ? head.meaning : [head.word];
  const clean = (name: string): string => withoutDropped(name, lexicon.dropped);
  const [first] = left.options;
  const middle = text.slice(left.sharedFrom, head.start);
  const names =
    first === undefined
      ? tails.map((tail) => clean(text.slice(left.start, head.start) + tail))
      : left.options.flatMap(([from, to]) =>
          tails.map((tail) =>
            clean(text.slice(left.start, first[0]) + text.slice(from, to) + middle.replace(RELATED, '') + tail),
          ),
        );
  let { end } = head;
  if (head.word.endsWith('人大') || head.word.endsWith('人民代表大会')) {
    const possessed = POSSESSED.exec(text.slice(end, end + 12));
    if (possessed !== null) {
      end += possessed[0].length;
      names.push(...names.map((name) => `${name}常务委员会`));
    }
  }
  const canonical = names.length === 1 ? names.map(plain) : [...new Set(names.map(plain))];
  return { start: left.start, end, canonical, rule: first === undefined ? `organ.${head.kind}` : 'organ.coordinated' };
};

/** All organs named; nested ones too. */
export const findOrgans = (text: string, hits: readonly AnchorHit[], lexicon: EntityLexicon): Candidate[] =>
  hits.flatMap((head) => {
    const organ = organOf(text, head, Math.max(0, head.start - MAX_LEFT), lexicon);
    return organ === null ? [] : [organ];
  });

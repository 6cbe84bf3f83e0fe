/** What stands to the left of an organ's head noun: field, level, region, their coordinates, brackets, 第十四届. */
import { type AnchorHit, conjunctionBefore, isHan } from './anchors.ts';
import { AREA, DOMAIN, type EntityLexicon, LEVEL, PLACE, VERBAL } from './lexicon.ts';

type Range = readonly [number, number];

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly classes: number;
  /** Coordinates inside the piece: 县, 市, 区 of 县（市、区）. */
  readonly parts: readonly Range[];
}

/** Coordinates: 市, 区 of 市、区教育、卫生等主管部门 and, in a group of their own, 教育, 卫生. `end` is behind 等 and brackets. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly options: readonly Range[];
}

/** What was read to the left of a head. The words outside the groups are shared by all names. */
export interface Left {
  readonly start: number;
  /** In text order. */
  readonly groups: readonly Group[];
}

const ANY = DOMAIN | LEVEL | AREA | PLACE | VERBAL;
const FIELD = DOMAIN | VERBAL;

/** Right neighbours that let a word that is also a verb stand as a field: 建设行政主管部门, 投资主管部门. */
const ADMINISTRATIVE = /^(?:主管|行政|管理)/;
/** 第十四届人民代表大会, 第一检察厅. */
const ORDINAL = /第[一二三四五六七八九十]{1,3}届?$/;
const MAX_ORDINAL = 6;
const MAX_BRACKET = 12;

/** 县（市、区）, 县(区): regions, and in brackets others that stand for them. */
const bracketBefore = (text: string, at: number, floor: number, lexicon: EntityLexicon): Piece | null => {
  const open = Math.max(text.lastIndexOf('（', at - 2), text.lastIndexOf('(', at - 2));
  if (open < floor || at - open > MAX_BRACKET) return null;
  const area = (from: number): number => lexicon.modifiers.longest(text, from, floor, AREA).length;
  const parts: Range[] = [];
  for (let end = at - 1; end > open; ) {
    const length = area(end);
    if (length === 0 || end - length <= open) return null;
    parts.unshift([end - length, end]);
    end -= length;
    if (end > open + 1) {
      const conjunction = conjunctionBefore(text, end);
      if (conjunction === 0) return null;
      end -= conjunction;
    } else end = open;
  }
  const length = area(open);
  if (length === 0) return null;
  return { start: open - length, end: at, classes: AREA, parts: [[open - length, open], ...parts] };
};

/** `head` is where a head begins beside which verbal fields count, -1 for none. */
const pieceBefore = (text: string, at: number, floor: number, lexicon: EntityLexicon, head: number): Piece | null => {
  const last = text[at - 1];
  if (last === '）' || last === ')') {
    const bracket = bracketBefore(text, at, floor, lexicon);
    if (bracket !== null) return bracket;
  }
  const hit = lexicon.modifiers.longest(text, at, floor, ANY);
  if (hit.length === 0 || (hit.length === 1 && text.startsWith(REGION, at - 2))) return null;
  if ((hit.classes & ~VERBAL) === 0 && at !== head && !ADMINISTRATIVE.test(text.slice(at, at + 2))) return null;
  return { start: at - hit.length, end: at, classes: hit.classes, parts: [] };
};

/** 青藏高原地区: 区 of 地区 is no district. */
const REGION = '地区';

const ordinalBefore = (text: string, at: number, floor: number): Piece | null => {
  const length = ORDINAL.exec(text.slice(Math.max(floor, at - MAX_ORDINAL), at))?.[0].length ?? 0;
  return length === 0 ? null : { start: at - length, end: at, classes: LEVEL, parts: [] };
};

/** 海关和有关部门: 有关 shares no head with what stands before it. */
const RELATED = /^(?:其他)?(?:有关|相关)$/;

/** Words a proper name does not contain; those of BEFORE_NAME may stand before one. */
const NOT_IN_NAME = new Set('由在对向和与及的经为将把本该据或于从至到给是各所被让按以报请送有这同上下全了日会');
const BEFORE_NAME = new Set('由在对向和与及经为将把据或于从至到给被让按以报请送了日');
/** 某省人民检察院: a name left out. */
const ANONYMOUS = '某';
/** Regions that are named by their kind alone. */
const UNNAMED = /^(?:乡镇|街道|省|自治区|民族乡|市辖区|设区的市|特别行政区|经济特区)/;
const LONGEST_NAME = 4;
/** 城, 该 of 城市, 该县: no names; 沛 of 沛县 is one. */
const NO_NAME = new Set('城郊该外老原副跨分家个名件批次起设驻赴受内社园辖库景林山地灾牧校片小');

/** 新蔡 of 新蔡县人民政府: a name of up to four characters that begins where the phrase begins, or after 由, 向, 和. */
const properNameBefore = (text: string, at: number, floor: number, lexicon: EntityLexicon): number => {
  if (text[at - 1] === ANONYMOUS) return at - 1;
  if (UNNAMED.test(text.slice(at, at + 4))) return at;
  let start = at;
  while (start > floor && at - start <= LONGEST_NAME && isHan(text.charCodeAt(start - 1))) {
    const char = text[start - 1] ?? '';
    if (NOT_IN_NAME.has(char)) {
      if (!BEFORE_NAME.has(char) || at - start < 2) return at;
      break;
    }
    if (lexicon.notPlace.longest(text, start, floor, 1).length > 0) return at;
    start--;
  }
  if (at - start === 1 && NO_NAME.has(text[start] ?? '')) return at;
  return at - start >= 1 && at - start <= LONGEST_NAME ? start : at;
};

/** A coordinate that is an organ by itself does not share the head: 公安机关、人民法院等部门. */
const ORGAN_END = /(?:机关|部门|政府|法院|检察院|委员会|机构|单位|组织|企业|人员)$/;
const LONGEST_FIELD = 8;

/** Coordinates before 等: 工业、电信、交通等. Unknown fields count when 、 stands on their left. */
const listBefore = (text: string, at: number, floor: number, lexicon: EntityLexicon): Range[] => {
  const options: Range[] = [];
  let end = at;
  for (;;) {
    let start = end;
    let fields = false;
    for (let piece = pieceBefore(text, start, floor, lexicon, end); piece !== null; ) {
      if ((piece.classes & FIELD) === 0) break;
      start = piece.start;
      fields = true;
      piece = pieceBefore(text, start, floor, lexicon, end);
    }
    if (!fields) {
      let back = end;
      while (
        back > floor &&
        end - back <= LONGEST_FIELD &&
        isHan(text.charCodeAt(back - 1)) &&
        conjunctionBefore(text, back) === 0
      )
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

/** 履行个人信息保护职责的部门, 负责刑事执行检察的部门: a department named by its duty. */
const BY_DUTY = /(?:依法)?(?:负有|履行|负责|承担|行使)[^，,。；;：:\n的]{2,24}的$/;
/** 企业设立负责…的部门 is no organ of the state. */
const SET_UP = /(?:设立|设置|设有|配备|内部|下设)$/;
const MAX_BY_DUTY = 30;

const namedByDuty = (text: string, head: AnchorHit, floor: number): number => {
  if (head.kind !== 'head' || text[head.start - 1] !== '的' || (head.word !== '部门' && head.word !== '机关'))
    return head.start;
  const left = text.slice(Math.max(floor, head.start - MAX_BY_DUTY), head.start);
  const found = BY_DUTY.exec(left);
  if (found === null || SET_UP.test(left.slice(0, found.index))) return head.start;
  return head.start - left.length + found.index;
};

/** Levels that are coordinated with each other and with regions: 设区的市、县级人民政府. */
const GRADE = /^(?:[省市县区乡]级(?:以上)?|地市级|设区的市级(?:以上)?|[上下]一?级|高级|中级|基层|同级|本级)$/;
/** 省、市、县三级检察机关 names them together: one option holds all. */
const TOGETHER = /^[两二三四五]级/;

const isGrade = (text: string, { start, end }: Piece): boolean => GRADE.test(text.slice(start, end));

/** Whether two pieces name things of one kind: fields, regions, levels. */
const coordinates = (text: string, other: Piece, right: Piece): boolean => {
  if ((other.classes & FIELD) !== 0 && (right.classes & FIELD) !== 0) return true;
  const regional = (piece: Piece): boolean => (piece.classes & AREA) !== 0 || isGrade(text, piece);
  return regional(other) && regional(right);
};

/** The coordinate before `start`, where a conjunction and a piece of the same kind as `right` stand there. */
const coordinateBefore = (
  text: string,
  start: number,
  right: Piece,
  floor: number,
  lexicon: EntityLexicon,
): Piece | null => {
  const conjunction = conjunctionBefore(text, start);
  if (conjunction === 0 || RELATED.test(text.slice(right.start, right.end))) return null;
  const at = start - conjunction;
  const other = pieceBefore(text, at, floor, lexicon, at);
  if (other === null || !coordinates(text, other, right)) return null;
  const listed = text[start - 1] === '、' && !ORGAN_END.test(text.slice(at - 5, other.start));
  return other.classes === VERBAL && !listed ? null : other;
};

const partsOf = (piece: Piece): readonly Range[] =>
  piece.parts.length > 0 ? piece.parts : [[piece.start, piece.end] as const];

/** `groups` with the coordinate `other` of `right`: in the group that begins at `right`, or in one of their own. */
const withCoordinate = (text: string, groups: readonly Group[], other: Piece, right: Piece): Group[] => {
  const [open, ...rest] = groups;
  if (open !== undefined && open.start === right.start) {
    const [first] = open.options;
    const together = open.options.length === 1 && first !== undefined;
    const options: Group['options'] = together ? [[other.start, first[1]]] : [...partsOf(other), ...open.options];
    return [{ ...open, start: other.start, options }, ...rest];
  }
  if (groups.length > 0 && (right.classes & FIELD) !== 0) return [...groups];
  const together = TOGETHER.test(text.slice(right.end, right.end + 2));
  const options: Group['options'] = together ? [[other.start, right.end]] : [...partsOf(other), ...partsOf(right)];
  return [{ start: other.start, end: right.end, options }, ...groups];
};

/** `groups` with a piece that stands right before what was read: brackets hold coordinates, a field narrows the first one. */
const withPiece = (groups: readonly Group[], piece: Piece): Group[] => {
  if (piece.parts.length > 0) return [{ start: piece.start, end: piece.end, options: piece.parts }, ...groups];
  const [open, ...rest] = groups;
  const [first, ...others] = open?.options ?? [];
  if (open === undefined || first?.[0] !== piece.end || (piece.classes & (DOMAIN | LEVEL)) !== DOMAIN)
    return [...groups];
  return [{ ...open, start: piece.start, options: [[piece.start, first[1]], ...others] }, ...rest];
};

/** Reads left from the head; `start` equals the head's when nothing that belongs to the name stands there. */
export const readLeft = (text: string, head: AnchorHit, floor: number, lexicon: EntityLexicon): Left => {
  let start = namedByDuty(text, head, floor);
  let groups: Group[] = [];
  let right: Piece | null = null;
  const beside = head.kind === 'head' ? head.start : -1;
  for (;;) {
    const read: Piece | null = pieceBefore(text, start, floor, lexicon, beside);
    const piece = read ?? (start === head.start ? ordinalBefore(text, start, floor) : null);
    if (piece !== null) {
      groups = withPiece(groups, piece);
      start = piece.start;
      right = piece;
      continue;
    }
    const other: Piece | null = right === null ? null : coordinateBefore(text, start, right, floor, lexicon);
    if (other !== null && right !== null) {
      groups = withCoordinate(text, groups, other, right);
      start = other.start;
      right = other;
      continue;
    }
    if (text[start - 1] === '等' && groups.length === 0 && head.kind === 'head') {
      const options = listBefore(text, start - 1, floor, lexicon);
      const first = options[0];
      if (first !== undefined) {
        groups = [{ start: first[0], end: start, options }];
        start = first[0];
        right = { start, end: first[1], classes: DOMAIN, parts: [] };
        continue;
      }
    }
    if (right !== null && (right.classes & AREA) !== 0) start = properNameBefore(text, start, floor, lexicon);
    return { start, groups };
  }
};

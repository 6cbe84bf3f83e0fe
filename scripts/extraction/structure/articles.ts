/** Splits a text that has 第X条 lines: 编 章 节 条 款 项 目. */
import type { Finding } from '#model/graph.ts';
import type { StructureUnit } from '#model/structure.ts';
import { finding } from './findings.ts';
import { type Line, lineText } from './lines.ts';
import { type Mark, markAt } from './marks.ts';
import { SUBPART_DEPTH, UnitTree } from './tree.ts';

/** What follows 第X条 when it is a reference at the start of a line, not the number of an article. */
const REFERENCE_TAIL =
  /^ ?(?:[、和或及与至到]|的|中|之规定|规定|所列|所称|所述|第[〇○零一二两三四五六七八九十百千0-9（(]+[款项）)]|[款项]|（[一二三四五六七八九十]+）项|修改|改为|删去|增加|作为)/;
const ANNEX = /^(?:附件|附表|附录|附图|附录?\s?[:：]|附$)/;

export interface Splitter {
  readonly units: StructureUnit[];
  readonly findings: Finding[];
}

interface State {
  readonly text: string;
  readonly tree: UnitTree;
  readonly findings: Finding[];
  /** Last article: 286 and 1 for 286之一. */
  value: number;
  sub: number;
  paragraphs: number;
  blocks: number;
  annex: boolean;
}

/** Whether the mark numbers the next article rather than naming one in running text. */
export const opensArticle = (mark: Mark, text: string, lineEnd: number, value: number, sub: number): boolean => {
  if (mark.level !== 'article') return false;
  const tail = text.slice(mark.end, Math.min(lineEnd, mark.end + 16));
  const blank = tail === '' || tail.startsWith(' ') || tail.startsWith('　');
  const consecutive = (mark.value === value + 1 && mark.sub === 0) || (mark.value === value && mark.sub === sub + 1);
  if (consecutive) return blank || !REFERENCE_TAIL.test(tail);
  if (mark.heading) return true;
  return blank && !REFERENCE_TAIL.test(tail);
};

/** Splits `lines` of a text with articles. Lines before the first article and after an annex mark are blocks. */
export const splitArticles = (text: string, lines: readonly Line[]): Splitter => {
  const state: State = {
    text,
    tree: new UnitTree(),
    findings: [],
    value: 0,
    sub: 0,
    paragraphs: 0,
    blocks: 0,
    annex: false,
  };
  for (const line of lines) addLine(state, line);
  return { units: state.tree.finish(), findings: state.findings };
};

const addLine = (state: State, line: Line): void => {
  const mark = state.annex ? null : markAt(state.text, line.start, line.end);
  if (mark !== null && addMarked(state, mark, line)) return;
  // A decision may carry the text it amends as its annex: those articles are the only ones there are.
  if (state.value > 0 && ANNEX.test(state.text.slice(line.start, line.start + 6))) {
    state.annex = true;
    state.tree.close('part');
  }
  if (state.tree.isOpen('article')) addParagraph(state, line, line.start);
  else addBlock(state, line);
};

/** Whether the mark opened a unit. */
const addMarked = (state: State, mark: Mark, line: Line): boolean => {
  if (isHeading(mark, state.text, line)) addHeading(state, mark, line);
  else if (opensArticle(mark, state.text, line.end, state.value, state.sub)) addArticle(state, mark, line);
  else if (mark.level === 'item' && state.tree.isOpen('paragraph')) addNumbered(state, mark, line, 'item');
  else if (mark.level === 'subitem' && state.tree.isOpen('item')) addNumbered(state, mark, line, 'subitem');
  else return false;
  return true;
};

const addBlock = (state: State, line: Line): void => {
  state.blocks++;
  state.tree.add({
    level: 'block',
    number: String(state.blocks),
    printed: '',
    start: line.start,
    end: line.end,
    textStart: line.start,
  });
  state.tree.extend(line.end);
};

/** 编 章 节 lines are short and end without a full stop; a reference 第三章的规定… is longer or goes on. */
const isHeading = (mark: Mark, text: string, line: Line): boolean => {
  if (mark.level !== 'part' && mark.level !== 'subpart' && mark.level !== 'chapter' && mark.level !== 'section')
    return false;
  if (mark.heading) return true;
  return (
    line.end - mark.start <= 40 &&
    !/[。；;，,]/.test(text.slice(mark.end, line.end)) &&
    !/^[的规所中]/.test(text.slice(mark.end, mark.end + 1))
  );
};

const note = (state: State, mark: Mark): void => {
  if (mark.repair === null) return;
  state.findings.push(finding('repaired', `structure.${mark.repair}_in_number`, mark.start, mark.end));
};

const addHeading = (state: State, mark: Mark, line: Line): void => {
  note(state, mark);
  const level = mark.level === 'subpart' ? 'part' : mark.level;
  if (level === 'article' || level === 'ordinal' || level === 'item' || level === 'subitem') return;
  state.tree.add({
    level,
    number: mark.number,
    printed: state.text.slice(mark.start, line.end),
    start: mark.start,
    end: line.end,
    textStart: mark.end,
    ...(mark.level === 'subpart' ? { depth: SUBPART_DEPTH } : {}),
  });
  state.tree.extend(line.end);
};

const addArticle = (state: State, mark: Mark, line: Line): void => {
  note(state, mark);
  // A part of a code and a later amendment begin where the one before ended.
  const skipped = mark.sub === 0 && state.value > 0 && mark.value !== state.value + 1;
  if (skipped) state.findings.push(finding('warning', 'structure.number_not_consecutive', mark.start, mark.end));
  const { duplicate } = state.tree.add({
    level: 'article',
    number: mark.number,
    printed: lineText(state.text, { start: mark.start, end: mark.end }),
    start: mark.start,
    end: line.end,
    textStart: mark.end,
  });
  if (duplicate) state.findings.push(finding('warning', 'structure.article_twice', mark.start, mark.end));
  state.value = mark.value;
  state.sub = mark.sub;
  state.paragraphs = 0;
  let begin = mark.end;
  while (begin < line.end && state.text[begin] === ' ') begin++;
  if (begin < line.end) addParagraph(state, line, begin);
  state.tree.extend(line.end);
};

const addParagraph = (state: State, line: Line, start: number): void => {
  state.paragraphs++;
  state.tree.add({
    level: 'paragraph',
    number: String(state.paragraphs),
    printed: `第${state.paragraphs}款`,
    start,
    end: line.end,
    textStart: start,
  });
  state.tree.extend(line.end);
};

const addNumbered = (state: State, mark: Mark, line: Line, level: 'item' | 'subitem'): void => {
  state.tree.add({
    level,
    number: mark.number,
    printed: state.text.slice(mark.start, mark.end),
    start: mark.start,
    end: line.end,
    textStart: mark.end,
  });
  state.tree.extend(line.end);
};

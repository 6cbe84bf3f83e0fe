/** Splits a text without 第X条 lines: every line is a block, headings and 一、（一） open the units they number. */

import type { DocumentKind } from '#model/entities.ts';
import type { StructureUnit } from '#model/structure.ts';
import type { Line } from './lines.ts';
import { type Mark, markAt } from './marks.ts';
import { UnitTree } from './tree.ts';

/** A line longer than this or ending a sentence is wording, not a heading. */
const MAX_HEADING = 60;

export const splitBlocks = (text: string, lines: readonly Line[], kind: DocumentKind): StructureUnit[] => {
  const tree = new UnitTree();
  let blocks = 0;
  let headings = 0;
  let paragraphs = 0;
  const ordinals = kind !== 'news' && kind !== 'case';
  for (const line of lines) {
    const mark = markAt(text, line.start, line.end);
    const base = { start: mark?.start ?? line.start, end: line.end };
    if (ordinals && mark?.level === 'ordinal' && !isShort(text, line, mark)) {
      tree.add({
        ...base,
        level: 'article',
        number: mark.number,
        printed: text.slice(mark.start, mark.end),
        textStart: mark.end,
      });
      tree.add({
        level: 'paragraph',
        number: '1',
        printed: '第1款',
        start: mark.end,
        end: line.end,
        textStart: mark.end,
      });
      paragraphs = 1;
    } else if (ordinals && mark !== null && isContainer(mark)) {
      const level =
        mark.level === 'ordinal' || mark.level === 'section'
          ? 'section'
          : mark.level === 'chapter'
            ? 'chapter'
            : 'part';
      tree.add({ ...base, level, number: mark.number, printed: text.slice(mark.start, line.end), textStart: mark.end });
    } else if (ordinals && mark?.level === 'item' && (tree.isOpen('section') || tree.isOpen('article'))) {
      tree.add({
        ...base,
        level: 'item',
        number: mark.number,
        printed: text.slice(mark.start, mark.end),
        textStart: mark.end,
      });
    } else if (text[line.start] === '#') {
      headings++;
      const start = skipHashes(text, line);
      tree.add({
        level: 'section',
        number: null,
        key: `h${headings}`,
        printed: text.slice(start, line.end),
        start,
        end: line.end,
        textStart: start,
      });
    } else if (tree.isOpen('article')) {
      paragraphs++;
      tree.add({
        level: 'paragraph',
        number: String(paragraphs),
        printed: `第${paragraphs}款`,
        start: line.start,
        end: line.end,
        textStart: line.start,
      });
    } else {
      blocks++;
      tree.add({
        level: 'block',
        number: String(blocks),
        printed: '',
        start: line.start,
        end: line.end,
        textStart: line.start,
      });
    }
    tree.extend(line.end);
  }
  return tree.finish();
};

const skipHashes = (text: string, line: Line): number => {
  let at = line.start;
  while (at < line.end && (text[at] === '#' || text[at] === ' ')) at++;
  return at === line.end ? line.start : at;
};

const isContainer = (mark: Mark): boolean =>
  mark.level === 'ordinal' || mark.level === 'part' || mark.level === 'chapter' || mark.level === 'section';

const isShort = (text: string, line: Line, mark: Mark): boolean =>
  mark.heading ||
  (line.end - line.start <= MAX_HEADING &&
    !/[。；;：:]$/.test(text.slice(Math.max(line.start, line.end - 1), line.end)));

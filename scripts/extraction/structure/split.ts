/** Chooses how a text is split and does it. */
import type { DocumentKind } from '#model/entities.ts';
import type { Finding } from '#model/graph.ts';
import type { StructureUnit } from '#model/structure.ts';
import { splitArticles } from './articles.ts';
import { splitBlocks } from './blocks.ts';
import { finding } from './findings.ts';
import { cutAtArticles } from './inline.ts';
import { type Line, splitLines } from './lines.ts';
import { markAt } from './marks.ts';
import { opensArticle } from './openers.ts';

export interface Split {
  readonly units: readonly StructureUnit[];
  readonly findings: readonly Finding[];
}

/** Whether the body has articles: a line that opens one, or a line with the first two inside it. */
export const hasArticleLines = (text: string, bodyStart: number): boolean =>
  splitLines(text, bodyStart).some((line) => {
    const mark = markAt(text, line.start, line.end);
    if (mark !== null && opensArticle(mark, text, line.end, 0, 0)) return true;
    return line.end - line.start > MAX_PLAIN_HEADING && cutAtArticles(text, line, 0).length > 2;
  });

/** A line longer than a heading may hold articles inside it. */
const MAX_PLAIN_HEADING = 24;

/** A table of contents repeats the headings: the lines from 目录 to just before the second coming of its first heading. */
const withoutContents = (text: string, lines: readonly Line[]): readonly Line[] => {
  const at = lines.findIndex(
    (line) => line.end - line.start <= 6 && /^#*\s?目\s?[录次]$/.test(text.slice(line.start, line.end)),
  );
  const first = lines[at + 1];
  if (at < 0 || first === undefined) return lines;
  const key = squeeze(text.slice(first.start, first.end));
  const again = lines.findIndex((line, index) => index > at + 1 && squeeze(text.slice(line.start, line.end)) === key);
  return again < 0 ? [...lines.slice(0, at), ...lines.slice(at + 1)] : [...lines.slice(0, at), ...lines.slice(again)];
};

const squeeze = (line: string): string => line.replace(/[#\s]+/g, '');

export const splitBody = (text: string, bodyStart: number, kind: DocumentKind, hasArticles: boolean): Split => {
  const lines = withoutContents(text, splitLines(text, bodyStart));
  if (lines.length === 0) {
    return { units: [], findings: [finding('structure.empty_body', null, null)] };
  }
  if (hasArticles && kind !== 'news' && kind !== 'case') return splitArticles(text, lines);
  return { units: splitBlocks(text, lines, kind), findings: [] };
};

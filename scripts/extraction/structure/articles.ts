/** Splits a text that has 第X条 lines: 编 章 节 条 款 项 目. */
import type { Finding } from '#model/graph.ts';
import type { StructureUnit } from '#model/structure.ts';
import { finding, type StructureFinding } from './findings.ts';
import { cutAtArticles, cutAtItems } from './inline.ts';
import type { Line } from './lines.ts';
import { type Mark, markAt, skipMarkdown } from './marks.ts';
import { isFurniture, isHeading, isHeadingText, opensAnnex, opensArticle } from './openers.ts';
import { SUBPART_DEPTH, UnitTree } from './tree.ts';

const MAX_LOST_HEADING = 24;

export interface ArticleSplit {
  readonly units: StructureUnit[];
  readonly findings: Finding[];
}

class ArticleSplitter {
  readonly tree = new UnitTree();
  readonly findings: Finding[] = [];
  readonly #text: string;
  /** Last article: 286 and 1 for 286之一. */
  #value = 0;
  #sub = 0;
  #paragraphs = 0;
  #blocks = 0;
  #plainHeadings = 0;
  #annex = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** `next` is the line after, which tells a lost heading from a 款. */
  add(line: Line, next: Line | undefined): void {
    const parts = this.#annex ? [line] : cutAtArticles(this.#text, line, this.#value);
    if (parts.length > 1) this.#note('structure.articles_in_one_line', line.start, Math.min(line.end, line.start + 40));
    for (const [index, part] of parts.entries()) this.#addLine(this.#trimmed(part), parts[index + 1] ?? next);
  }

  #trimmed({ start, end }: Line): Line {
    let last = end;
    while (last > start && this.#text[last - 1] === ' ') last--;
    return { start, end: last };
  }

  #addLine(line: Line, next: Line | undefined): void {
    const text = this.#text;
    const mark = markAt(text, line.start, line.end);
    if (this.#annex && mark !== null && this.#goesOn(mark)) this.#annex = false;
    if (!this.#annex && mark !== null && this.#addMarked(mark, line)) return;
    if (!this.#annex && text[line.start] === '#') {
      this.#addPlainHeading(line, mark);
      return;
    }
    if (isFurniture(text, line) && this.tree.current() !== undefined) {
      this.tree.extend(line.end);
      return;
    }
    // A decision may carry the text it amends as its annex: those articles are the only ones there are.
    if (this.#value > 0 && opensAnnex(text, line)) {
      this.#annex = true;
      this.tree.close('part');
    }
    if (this.#continuesHeading(line, next)) return;
    if (!this.tree.isOpen('article')) this.#addBlock(line);
    else if (this.#continuesItem(line, next)) this.tree.extend(line.end);
    else if (this.#isLostHeading(line, next)) {
      this.#note('structure.heading_lost', line.start, line.end);
      this.#addPlainHeading(line, mark);
    } else this.#addParagraph(line, line.start);
  }

  /** The next article after what looked like an annex: it was none. */
  #goesOn(mark: Mark): boolean {
    return mark.level === 'article' && mark.sub === 0 && mark.value === this.#value + 1;
  }

  /** A line between （一） and （二）: a second paragraph of the 项, no 款, for what follows counts on. */
  #continuesItem(line: Line, next: Line | undefined): boolean {
    const open = this.tree.openItem();
    if (open === null) return false;
    if ('；;'.includes(this.#text[line.end - 1] ?? '')) return true;
    const mark = next === undefined ? null : markAt(this.#text, next.start, next.end);
    return mark?.level === 'item' && mark.value === open + 1;
  }

  /** Whether the mark opened a unit. */
  #addMarked(mark: Mark, line: Line): boolean {
    if (isHeading(mark, this.#text, line)) this.#addHeading(mark, line);
    else if (opensArticle(mark, this.#text, line.end, this.#value, this.#sub)) this.#addArticle(mark, line);
    else if (mark.level === 'item' && this.tree.isOpen('paragraph')) this.#addItem(mark, line);
    else if (mark.level === 'subitem' && this.tree.isOpen('paragraph')) this.#addUnit(mark, line, 'subitem');
    else return false;
    return true;
  }

  #addHeading(mark: Mark, line: Line): void {
    this.#noteRepair(mark);
    this.tree.add({
      level: mark.level === 'chapter' || mark.level === 'section' ? mark.level : 'part',
      number: mark.number,
      printed: this.#text.slice(mark.start, line.end),
      start: mark.start,
      end: line.end,
      textStart: mark.end,
      ...(mark.level === 'subpart' ? { depth: SUBPART_DEPTH } : {}),
    });
    this.tree.extend(line.end);
  }

  /** A heading wrapped over two lines: the second is short, unmarked and followed by an article or a heading. */
  #continuesHeading(line: Line, next: Line | undefined): boolean {
    const open = this.tree.current();
    const isOpenHeading = open?.level === 'part' || open?.level === 'chapter' || open?.level === 'section';
    if (!isOpenHeading || !this.#looksLikeHeading(line, next)) return false;
    this.tree.continueHeading(this.#text, line.end);
    this.#note('structure.heading_wrapped', line.start, line.end);
    return true;
  }

  #isLostHeading(line: Line, next: Line | undefined): boolean {
    return line.end - line.start <= MAX_LOST_HEADING && this.#looksLikeHeading(line, next);
  }

  #looksLikeHeading(line: Line, next: Line | undefined): boolean {
    if (next === undefined || !isHeadingText(this.#text, line)) return false;
    const mark = markAt(this.#text, next.start, next.end);
    if (mark === null) return false;
    return isHeading(mark, this.#text, next) || opensArticle(mark, this.#text, next.end, this.#value, this.#sub);
  }

  /** A heading that is no 编 章 节: `## 二、民事公益诉讼`, `## 附则`, or a line that lost its number. */
  #addPlainHeading(line: Line, mark: Mark | null): void {
    this.#plainHeadings++;
    const start = skipMarkdown(this.#text, line.start, line.end);
    const ordinal = mark?.level === 'ordinal' ? mark : null;
    this.tree.add({
      level: 'section',
      number: ordinal?.number ?? null,
      key: `h${this.#plainHeadings}`,
      printed: this.#text.slice(start, line.end),
      start,
      end: line.end,
      textStart: ordinal?.end ?? start,
    });
    this.tree.extend(line.end);
  }

  #addArticle(mark: Mark, line: Line): void {
    this.#noteRepair(mark);
    // A part of a code and a later amendment begin where the one before ended.
    if (mark.sub === 0 && this.#value > 0 && mark.value !== this.#value + 1)
      this.#note('structure.number_not_consecutive', mark.start, mark.end);
    const { duplicate } = this.tree.add({
      level: 'article',
      number: mark.number,
      printed: this.#text.slice(mark.start, mark.end),
      start: mark.start,
      end: line.end,
      textStart: mark.end,
    });
    if (duplicate) this.#note('structure.article_twice', mark.start, mark.end);
    this.#value = mark.value;
    this.#sub = mark.sub;
    this.#paragraphs = 0;
    let begin = mark.end;
    while (begin < line.end && this.#text[begin] === ' ') begin++;
    if (begin < line.end) this.#addParagraph(line, begin);
    this.tree.extend(line.end);
  }

  #addParagraph(line: Line, start: number): void {
    const [head = line, ...items] = cutAtItems(this.#text, { start, end: line.end });
    if (this.#continuesParagraph(head)) {
      this.#note('structure.line_joined', head.start, Math.min(head.end, head.start + 40));
    } else {
      this.#paragraphs++;
      this.tree.add({
        level: 'paragraph',
        number: String(this.#paragraphs),
        printed: `第${this.#paragraphs}款`,
        start,
        end: head.end,
        textStart: start,
      });
    }
    this.tree.extend(head.end);
    for (const item of items) {
      const mark = markAt(this.#text, item.start, item.end);
      if (mark !== null) this.#addUnit(mark, item, 'item');
    }
  }

  /** The line before broke off at a comma: one 款 over two lines. */
  #continuesParagraph(line: Line): boolean {
    const before = this.#text[line.start - 2] ?? '';
    return this.#text[line.start - 1] === '\n' && '，、,'.includes(before) && this.tree.isOpen('paragraph');
  }

  /** （1） under （一） is a 目; elsewhere a bracketed number is a 项 whatever its digits. */
  #addItem(mark: Mark, line: Line): void {
    const arabic = /[0-9]/.test(this.#text[mark.start + 1] ?? '');
    const underChinese = this.tree.isOpenItem((printed) => !/[0-9]/.test(printed));
    this.#addUnit(mark, line, arabic && underChinese ? 'subitem' : 'item');
  }

  #addUnit(mark: Mark, line: Line, level: 'item' | 'subitem'): void {
    this.tree.add({
      level,
      number: mark.number,
      printed: this.#text.slice(mark.start, mark.end),
      start: mark.start,
      end: line.end,
      textStart: mark.end,
    });
    this.tree.extend(line.end);
  }

  #addBlock(line: Line): void {
    this.#blocks++;
    this.tree.add({
      level: 'block',
      number: String(this.#blocks),
      printed: '',
      start: line.start,
      end: line.end,
      textStart: line.start,
    });
    this.tree.extend(line.end);
  }

  #noteRepair(mark: Mark): void {
    if (mark.repair !== null) this.#note(`structure.${mark.repair}_in_number`, mark.start, mark.end);
  }

  #note(code: StructureFinding, start: number, end: number): void {
    this.findings.push(finding(code, start, end));
  }
}

/** Splits `lines` of a text with articles. Lines before the first article and after an annex mark are blocks. */
export const splitArticles = (text: string, lines: readonly Line[]): ArticleSplit => {
  const splitter = new ArticleSplitter(text);
  for (const [index, line] of lines.entries()) splitter.add(line, lines[index + 1]);
  return { units: splitter.tree.finish(), findings: splitter.findings };
};

/** The text layer of a PDF, lines joined into paragraphs. A scan has none and is reported as such. */

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FamaiError } from '#model/errors.ts';

const MAX_PAGES = 2000;
/** Fewer characters a page than this is no text layer, whatever stamps it carries. */
const MIN_CHARS_PER_PAGE = 8;
const OPENS_PARAGRAPH =
  /^\s*(?:第[〇○零一二两三四五六七八九十百千\d]+[编章节条]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[.．、]|目\s*录|附\s?[件则表])/;
/** A line shorter than this share of the page's widest ends its paragraph. */
const FULL_LINE = 0.85;

interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** @throws FamaiError UNREADABLE for a scan, a password or a damaged file */
export const readPdf = async (bytes: Uint8Array): Promise<string> => {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES) throw new FamaiError('TOO_LARGE', `PDF 超过 ${MAX_PAGES} 页 (too many pages)`);
    const lines: PageLine[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const content = await page.getTextContent();
      lines.push(...linesOf(content.items));
      page.cleanup();
    }
    const text = paragraphs(lines);
    if (text.replace(/\s/g, '').length < MIN_CHARS_PER_PAGE * pdf.numPages)
      throw new FamaiError(
        'UNREADABLE',
        'PDF 没有文字层，是扫描件，请先做文字识别 (a scan without a text layer: run OCR first)',
      );
    return text;
  } catch (cause) {
    if (cause instanceof FamaiError) throw cause;
    const locked = cause instanceof Error && cause.name === 'PasswordException';
    const message = locked ? 'PDF 有密码 (the PDF needs a password)' : 'PDF 已损坏或无法解析 (the PDF is damaged)';
    throw new FamaiError('UNREADABLE', message, { cause });
  } finally {
    await task.destroy();
  }
};

type TextContentItems = Awaited<
  ReturnType<Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>['getTextContent']>
>['items'];

const linesOf = (items: TextContentItems): PageLine[] => {
  const lines: PageLine[] = [];
  let text = '';
  let x = Number.POSITIVE_INFINITY;
  let right = 0;
  const flush = (): void => {
    if (text.trim() !== '') lines.push({ text: text.trim(), x, right });
    text = '';
    x = Number.POSITIVE_INFINITY;
    right = 0;
  };
  for (const item of items) {
    if (!('str' in item)) continue;
    text += item.str;
    const left: unknown = item.transform[4];
    if (item.str.trim() !== '' && typeof left === 'number') {
      x = Math.min(x, left);
      right = Math.max(right, left + item.width);
    }
    if (item.hasEOL) flush();
  }
  flush();
  return lines;
};

/** Joins a line to the one before unless it opens a numbered unit, is indented, or the one before ended short. */
const paragraphs = (lines: readonly PageLine[]): string => {
  const widest = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const margin = lines.reduce((least, line) => Math.min(least, line.x), Number.POSITIVE_INFINITY);
  let result = '';
  let before: PageLine | undefined;
  for (const line of lines) {
    if (/^[-—\s]*\d{1,4}[-—\s]*$/.test(line.text)) continue;
    const joins =
      before !== undefined &&
      before.right >= widest * FULL_LINE &&
      line.x - margin < 12 &&
      !OPENS_PARAGRAPH.test(line.text);
    result += before === undefined ? line.text : joins ? line.text : `\n${line.text}`;
    before = line;
  }
  return result;
};

/** The head of a document: title, history lines, and where the body begins. */
import { type DatedEvent, dateInName, datesOf, textDate } from './dates.ts';
import { type Line, lineText, splitLines } from './lines.ts';
import { markAt, skipMarkdown } from './marks.ts';

export interface Header {
  readonly title: string;
  /** Offset of the title in the clean text. */
  readonly titleStart: number;
  readonly bodyStart: number;
  /** Everything between title and body: who made it and when. */
  readonly history: string;
  readonly date: string | null;
  /** The part this file holds of an instrument kept in several files: 人格权编. */
  readonly part: string | null;
}

const INFO_END = '<!-- INFO END -->';
/** History lines are looked for in this many lines at most. */
const MAX_HEADER_LINES = 40;

const HISTORY_LINE =
  /^[（(【[]?\s?(?:\d{4}\s?[年\-./]|.{2,60}(?:通过|公布|发布|批准|修订|修正|施行)[）)]?$|.{0,30}(?:令|字)?\s?[〔[（(【]?\d{4}[〕\])）】]?\s?(?:第\s?)?\d+\s?号[）)]?$|第\s?\d+\s?号$|来源[:：]|发布时间|发布日期|作者[:：]|时间[:：])/;
/** A second heading right under the title: `# 人格权编`. */
const PART_LINE = /^#{1,2} ?[\u4e00-\u9fff ]{1,12}(?:编|则)$/;
const MAX_TITLE = 200;
/** 2016年以来，…，特作如下决议： begins like a line of history, but it is the text. */
const SENTENCE_END = /[。；;！？：:]$/;
const CONTENTS = /^目\s?[录次]$/;

/** Titles carry marks of the excerpt or the copy that are no part of the name. */
const bareTitle = (line: string): string =>
  line
    .replace(/[（(](?:节选|摘录|全文)[）)]$/, '')
    .replace(/^\*+|\*+$/g, '')
    .trim();

/** Reads the head of a clean text. `path` only supplies a date or a title when the text has none. */
export const readHeader = (text: string, path: string): Header => {
  const infoEnd = text.indexOf(INFO_END);
  const marked = infoEnd >= 0;
  const lines = splitLines(text, 0, marked ? infoEnd : Math.min(text.length, 20_000)).slice(0, MAX_HEADER_LINES);
  const first = lines.findIndex(
    (line) => !lineText(text, line).startsWith('---') && !lineText(text, line).startsWith('<!--'),
  );
  const titleLine = lines[first];
  if (titleLine === undefined) return withoutTitle(path, marked ? afterLine(text, infoEnd) : 0);
  if (!isTitle(text, titleLine)) return withoutTitle(path, marked ? afterLine(text, infoEnd) : titleLine.start);
  const titleStart = skipMarkdown(text, titleLine.start, titleLine.end);
  let title = bareTitle(text.slice(titleStart, titleLine.end));
  let next = first + 1;
  const history: string[] = [];
  const events: DatedEvent[] = [];
  let bodyStart = titleLine.end;
  let part: string | null = null;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined) break;
    const content = lineText(text, line);
    if (!marked) {
      if (CONTENTS.test(content)) break;
      if (continuesTitle(title, content) && next === first + 1) {
        title = bareTitle(title + content);
        bodyStart = line.end;
        continue;
      }
      const repeatsTitle = bareTitle(content.slice(skipMarkdown(content, 0, content.length))) === title;
      if (!repeatsTitle && (content.length > 300 || !HISTORY_LINE.test(content) || SENTENCE_END.test(content))) break;
    }
    if (PART_LINE.test(content)) part = content.replace(/^#+ ?/, '');
    history.push(content);
    events.push(...datesOf(content));
    bodyStart = line.end;
  }
  if (marked) bodyStart = afterLine(text, infoEnd);
  else while (text[bodyStart] === '\n') bodyStart++;
  return {
    title: title === '' ? nameOf(path) : title,
    titleStart,
    bodyStart: Math.min(bodyStart, text.length),
    history: history.join('\n'),
    date: textDate(events, dateInName(path)),
    part,
  };
};

const afterLine = (text: string, at: number): number => {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
};

/** No line of the text names it: the file's name does. */
const withoutTitle = (path: string, bodyStart: number): Header => ({
  title: nameOf(path),
  titleStart: bodyStart,
  bodyStart,
  history: '',
  date: dateInName(path),
  part: null,
});

/** A title is short and opens no unit: a text may begin with its first article or paragraph. */
const isTitle = (text: string, line: Line): boolean => {
  if (line.end - line.start > MAX_TITLE) return false;
  const mark = markAt(text, line.start, line.end);
  return mark === null || mark.heading || mark.level !== 'article';
};

/** The file's name without folder, ending and date. */
const nameOf = (path: string): string =>
  (path.split(/[/\\]/).at(-1) ?? path)
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[(（]\d{4}-\d{2}-\d{2}[)）]$/, '')
    .trim() || path;

/** A title broken over two lines: the first part is no complete name, the second completes one. */
const continuesTitle = (title: string, line: string): boolean =>
  title.length + line.length <= 120 &&
  !NAME_END.test(title) &&
  NAME_END.test(line) &&
  !SENTENCE_END.test(line) &&
  !HISTORY_LINE.test(line) &&
  markAt(line, 0, line.length) === null;

const NAME_END =
  /(?:法|条例|规定|办法|规则|细则|解释|决定|决议|意见|通知|批复|公告|方案|规程|准则|纲要|规划|标准|答复|修正案|章程|公约|协定)(?:[（(][^）)]{1,12}[）)])*$/;

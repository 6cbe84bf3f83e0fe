/**
 * Where new wording stands in the text it amends: 将第五条修改为：“…”, 增加一款作为第二款：“…”, 作为第一百二十条之一：“…”, or a
 * quotation that begins with 第五条 itself. 前款 in it counts from there (立法技术规范（试行）（二） on 修正案 and 修改决定).
 */
import type { ParsedDocument } from '#model/structure.ts';
import { findQuotes, inQuote } from '../citations/quotes.ts';
import { readUnit, skipBlanks } from '../citations/unit-tokens.ts';
import type { Place } from './place.ts';

const SHORTEST_QUOTE = 12;
const LEAD = 200;
/** New wording of one point is shorter; beyond it nothing is counted, so that cost stays linear in the text. */
const LONGEST_WORDING = 3000;
const ITEM = /^[（(] ?([一二三四五六七八九十0-9]{1,3}) ?[）)]/;
const ARTICLES = /第[一二三四五六七八九十百千零〇0-9]{1,8}条/g;
/** The 款 a lead puts in or changes; of 第二款、第三款 the first. */
const PARAGRAPHS = /第[一二三四五六七八九十0-9]{1,3}款(?:[、和]第[一二三四五六七八九十0-9]{1,3}款)*/g;
const WHOLE_ARTICLE = /(?:该|本|全)条(?:修改|改)为[:：]?\s*$/;

/** 二十四、…“ inside what looks quoted: the quotation before was never closed, and another begins here. */
const NEXT_POINT = /\n[一二三四五六七八九十]{1,4}、[^\n“]*“/g;

/** The 条 and 款 at which a quotation begins, by the words that introduce it. */
function announced(lead: string): { article: string; paragraph: number } | null {
  if (/合并/.test(lead)) return null;
  const at = Array.from(lead.matchAll(ARTICLES)).at(-1)?.index;
  const unit = at === undefined ? null : readUnit(lead, at, true);
  if (unit === null) return null;
  const rest = lead.slice(unit.end);
  const named = WHOLE_ARTICLE.test(rest) ? undefined : Array.from(rest.matchAll(PARAGRAPHS)).at(-1)?.[0];
  const paragraph = named === undefined ? null : readUnit(named, 0, true);
  return { article: unit.number, paragraph: Number(paragraph?.number ?? 1) };
}

/** The 条, 款 and 项 of a place in quoted wording, as the amended text will count them; null where that is not said. */
export function createQuotedPlaces(doc: ParsedDocument): (at: number) => Place | null {
  const { text } = doc.clean;
  const quotes = findQuotes(text, doc.bodyStart, text.length, SHORTEST_QUOTE);
  return (at) => {
    const quote = inQuote(quotes, at);
    if (quote === null || at - quote.start > LONGEST_WORDING) return null;
    const missed = Array.from(text.slice(quote.start, at).matchAll(NEXT_POINT)).at(-1);
    const start = quote.start + (missed === undefined ? 0 : missed.index + missed[0].length - 1);
    const lineStart = text.lastIndexOf('\n', start) + 1;
    let found = announced(text.slice(Math.max(lineStart, start - LEAD), start));
    let paragraph = (found?.paragraph ?? 1) - 1;
    let item: number | null = null;
    for (const line of text.slice(start, at).split('\n')) {
      const words = line.replace(/^[“\s]+/, '');
      const unit = readUnit(words, 0, true);
      const numbered = ITEM.exec(words)?.[0];
      if (unit?.level === 'article' && / |　|^$/.test(words[unit.end] ?? '')) {
        found = { article: unit.number, paragraph: 1 };
        paragraph = skipBlanks(words, unit.end) < words.length ? 1 : 0;
        item = null;
      } else if (numbered !== undefined && paragraph > 0) item = Number(readUnit(`第${numbered}项`, 0, true)?.number);
      else {
        paragraph += 1;
        item = null;
      }
    }
    return found === null ? null : { article: found.article, paragraph: Math.max(paragraph, 1), item };
  };
}

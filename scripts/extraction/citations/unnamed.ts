/**
 * 第九条, 本章第八十七条 without a name: in the text of an instrument its own article (立法技术规范（试行）（一） on 引用本法条款), in an
 * amendment, outside the new wording, the article of the instrument it changes (将第九条修改为：“…”).
 */
import type { CitationMention } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { canonicalTitle } from '../text/title.ts';
import { findQuotes, inQuote } from './quotes.ts';
import { readUnits } from './units.ts';

const NUMBERED = /第[一二三四五六七八九十百千零〇0-9０-９]{1,8}条/g;
const OWN_DIVISION = /^本[编章节]$/;
/** Before a number that belongs to something else: a contract, a table, a heading, an amendment. */
const NOT_OWN =
  /(?:[》”"’』>]|修改为|改为|作为|增加|增设|删去|删除|将|附件|附表|附录|合同|协议|章程|原|公约|法|条例|规定|办法|解释|规则|细则|例|约)$/;
const NOT_OWN_AFTER = /^(?:改为|修改|作为|中增加|后增加|删|罪|\s*[（(《]|移至)/;

/** Own articles named by number alone; in a sentence that has named another law the number is that law's. `taken` are all
 * other citations, sorted. */
export function findUnnamed(doc: ParsedDocument, taken: readonly CitationMention[]): CitationMention[] {
  if (doc.kind === 'amendment') return findAmended(doc, taken);
  if (doc.kind !== 'statute' && doc.kind !== 'interpretation') return [];
  const { text } = doc.clean;
  const articles = new Set<string>();
  const starts = new Set<number>();
  for (const { level, number, start } of doc.units) {
    if (level !== 'article') continue;
    if (number !== null) articles.add(number);
    starts.add(start);
  }
  const quotes = findQuotes(text, doc.bodyStart, text.length, 12);
  const found: CitationMention[] = [];
  let next = 0;
  NUMBERED.lastIndex = doc.bodyStart;
  for (let m = NUMBERED.exec(text); m !== null; m = NUMBERED.exec(text)) {
    const number = m.index;
    if (starts.has(number)) continue;
    const start = OWN_DIVISION.test(text.slice(Math.max(doc.bodyStart, number - 2), number)) ? number - 2 : number;
    while (next < taken.length && (taken[next]?.fullEnd ?? 0) <= start) next++;
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    if ((number === start && text.slice(lineStart, start).trim() === '') || inQuote(quotes, start) !== null) continue;
    const before = taken[next - 1];
    if (number === start && before?.type === 'law' && !/[。；\n]/.test(text.slice(before.fullEnd, start))) continue;
    const units = readUnits(text, number);
    NUMBERED.lastIndex = Math.max(units.end, number + m[0].length);
    if (units.units.length === 0 || NOT_OWN.test(text.slice(Math.max(0, start - 4), start))) continue;
    if (NOT_OWN_AFTER.test(text.slice(units.end, units.end + 4))) continue;
    if (!units.units.every((u) => u.article !== null && articles.has(u.article))) continue;
    found.push({
      start,
      end: units.end,
      fullEnd: units.end,
      type: 'self',
      role: 'CITES',
      target: canonicalTitle(doc.title),
      articles: units.articles,
      units: units.units,
      range: units.range,
      rule: 'self.unnamed',
    });
  }
  return found;
}

const INNER = /[〈<《]([^〈〉<>《》]+)[〉>》]/;
const SEVERAL = /等|部分|若干(?:法律|行政法规|规章|司法解释)/;
/** What is done to an article, in the clause behind it or right before it. */
const CHANGED_AFTER = /^[^。；\n]{0,60}?(?:修改|改为|增加|删|合并|作为|移至)/;
const CHANGED_BEFORE = /(?:修改|改为|作为|删去|删除|将)$/;

/** Articles an amendment changes, named by number alone. With several instruments it is the one last said to be changed. */
function findAmended(doc: ParsedDocument, taken: readonly CitationMention[]): CitationMention[] {
  const { text } = doc.clean;
  const title = canonicalTitle(doc.title);
  const only = SEVERAL.test(title) ? undefined : INNER.exec(title)?.[1];
  const quotes = findQuotes(text, doc.bodyStart, text.length, 2);
  const starts = new Set(doc.units.flatMap((unit) => (unit.level === 'article' ? [unit.start] : [])));
  const found: CitationMention[] = [];
  let target = only === undefined ? null : canonicalTitle(only);
  let next = 0;
  NUMBERED.lastIndex = doc.bodyStart;
  for (let m = NUMBERED.exec(text); m !== null; m = NUMBERED.exec(text)) {
    const start = m.index;
    for (; (taken[next]?.fullEnd ?? Number.POSITIVE_INFINITY) <= start; next++) {
      const law = taken[next];
      const outside = law !== undefined && inQuote(quotes, law.start) === null;
      if (only === undefined && outside && law.type === 'law') target = law.target;
    }
    if ((taken[next]?.start ?? Number.POSITIVE_INFINITY) <= start || starts.has(start)) continue;
    if (inQuote(quotes, start) !== null || target === null) continue;
    const units = readUnits(text, start);
    NUMBERED.lastIndex = Math.max(units.end, start + m[0].length);
    const before = text.slice(Math.max(0, start - 4), start);
    if (!CHANGED_AFTER.test(text.slice(units.end, units.end + 64)) && !CHANGED_BEFORE.test(before)) continue;
    const { articles, range } = units;
    const span = { start, end: units.end, fullEnd: units.end };
    found.push({
      ...span,
      type: 'self',
      role: 'AMENDS',
      target,
      articles,
      units: units.units,
      range,
      rule: 'amended.unnamed',
    });
  }
  return found;
}

/** Which instrument 本法, 前款 and the like mean at a place of a document. */
import type { ParsedDocument } from '#model/structure.ts';
import { canonicalTitle } from '../text/title.ts';
import { type LastNamed, lastNamed, type NamedLaw } from './named.ts';
import { findQuotes, inQuote } from './quotes.ts';
import { headOf } from './titles.ts';

const AMENDS = /修改|修正|废止/;
const INNER = /[〈<《]([^〈〉<>《》]+)[〉>》]/;
const AMENDMENT = /^(.*法)修正案/;
const CIRCULATES = /(?:印发|发布|公布|转发|颁布|颁发)[〈<《]([^〈〉<>《》]+)[〉>》]/;
/** Also words for an act in one case: 不服本决定 in a rule of procedure is not the rule. */
const ACTS: ReadonlySet<string> = new Set([
  '决定',
  '决议',
  '通知',
  '意见',
  '批复',
  '安排',
  '标准',
  '制度',
  '方案',
  '通告',
  '公告',
  '协议',
  '指引',
]);
/** The text of an amending decision may bear the title of what it amends. */
const DECIDES = /对[^。]{2,80}作(?:出)?如下(?:修改|修正|补充)/;
/** 《某条例》第九条修改为：“…”: new wording of another law, also outside amending decisions. */
const NEW_WORDING =
  /《[^》]*》[^。；\n《》]*(?:修改为|改为|增加一[条款项][^。；\n]{0,12}|作为第[^。；\n]{1,8})[，,]?[:：]$/;
const NEAR = 120;
const LEAD = 400;
const SHORTEST_QUOTE = 12;
const INSTRUMENTS: ReadonlySet<ParsedDocument['kind']> = new Set(['statute', 'amendment', 'interpretation', 'policy']);

/** `at` and the head of the self word (null for 前款) give a canonical title, or null when the text names none. */
export type SelfTarget = (at: number, head: string | null) => string | null;

export function selfTarget(doc: ParsedDocument, text: string, named: readonly NamedLaw[], last: LastNamed): SelfTarget {
  const title = canonicalTitle(doc.title);
  const own = headOf(title);
  const decides = DECIDES.test(text.slice(doc.bodyStart, doc.bodyStart + LEAD));
  const amends = doc.kind === 'amendment' || AMENDS.test(title) || decides;
  const inner = INNER.exec(title)?.[1] ?? AMENDMENT.exec(title)?.[1];
  const amended = amends && inner !== undefined ? canonicalTitle(inner) : null;
  const several = /等|部分|若干(?:法律|行政法规|规章|司法解释)/.test(title);
  const circulated = CIRCULATES.exec(title)?.[1];
  const quotes = amends || own !== '法' ? findQuotes(text, doc.bodyStart, text.length, SHORTEST_QUOTE) : [];
  const outside: LastNamed = amends ? lastNamed(named.filter((n) => inQuote(quotes, n.start) === null)) : last;
  const isText = INSTRUMENTS.has(doc.kind);
  return (at, head) => {
    const quote = inQuote(quotes, at);
    if (quote !== null && amends) {
      if (amended !== null && !several) return amended;
      return outside(quote.start, head)?.target ?? amended ?? title;
    }
    if (quote !== null && NEW_WORDING.test(text.slice(Math.max(0, quote.start - NEAR), quote.start)))
      return last(quote.start, head)?.target ?? title;
    if (head !== null && ACTS.has(head) && head !== own && !amends && circulated === undefined) return null;
    if (!isText && (head === null || head !== own)) return last(at, head)?.target ?? null;
    if (head === null || head === own) return title;
    if (circulated !== undefined && headOf(circulated) === head) return canonicalTitle(circulated);
    const foreign = quote !== null || higher(head, own);
    return (foreign ? last(at, head)?.target : undefined) ?? title;
  };
}

/** No 条例 calls itself 本法, no 解释 calls itself 本条例: the word belongs to a text that is quoted. */
function higher(head: string, own: string | null): boolean {
  if (own === '法' || own === '法典' || own === null) return false;
  return head === '法' || (head === '条例' && own !== '条例');
}

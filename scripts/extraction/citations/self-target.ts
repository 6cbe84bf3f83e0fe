/** Which instrument 本法, 前款 and the like mean at a place of a document. */
import type { ParsedDocument } from '#model/structure.ts';
import { canonicalTitle } from '../text/title.ts';
import type { NamedLaw } from './named.ts';
import { findQuotes, inQuote } from './quotes.ts';
import { headOf } from './titles.ts';

const AMENDS = /修改|修正|废止/;
const INNER = /[〈<《]([^〈〉<>《》]+)[〉>》]/;
const AMENDMENT = /^(.*法)修正案/;
const CIRCULATES = /(?:印发|发布|公布|转发|颁布|颁发)[〈<《]([^〈〉<>《》]+)[〉>》]/;
const SHORTEST_QUOTE = 12;

/** `at` and the head of the self word (null for 前款) give a canonical title, or null when the text names none. */
export type SelfTarget = (at: number, head: string | null) => string | null;

/** The last law with a given head named before `at`. */
export function lastNamed(named: readonly NamedLaw[], at: number, head: string | null): NamedLaw | null {
  let found: NamedLaw | null = null;
  for (const law of named) {
    if (law.start >= at) break;
    if (head === null || headOf(law.target) === head || (head === '法' && headOf(law.target) === '法典')) found = law;
  }
  return found;
}

export function selfTarget(doc: ParsedDocument, text: string, named: readonly NamedLaw[]): SelfTarget {
  const title = canonicalTitle(doc.title);
  const own = headOf(title);
  const amends = doc.kind === 'amendment' || AMENDS.test(title);
  const inner = INNER.exec(title)?.[1] ?? AMENDMENT.exec(title)?.[1];
  const amended = amends && inner !== undefined ? canonicalTitle(inner) : null;
  const several = /等|部分|若干(?:法律|行政法规|规章|司法解释)/.test(title);
  const circulated = CIRCULATES.exec(title)?.[1];
  const quotes = amends || own !== '法' ? findQuotes(text, doc.bodyStart, text.length, SHORTEST_QUOTE) : [];
  const isText =
    doc.kind === 'statute' || doc.kind === 'amendment' || doc.kind === 'interpretation' || doc.kind === 'policy';
  return (at, head) => {
    const quote = inQuote(quotes, at);
    if (quote !== null && amends) {
      if (amended !== null && !several) return amended;
      const outside = named.filter((n) => n.start < quote.start && inQuote(quotes, n.start) === null);
      return lastNamed(outside, quote.start, head)?.target ?? amended ?? title;
    }
    if (head !== null && head !== own) {
      if (circulated !== undefined && headOf(circulated) === head) return canonicalTitle(circulated);
      if (quote !== null || !isText) return lastNamed(named, at, head)?.target ?? (isText ? title : null);
    }
    return isText
      ? title
      : head === null
        ? (lastNamed(named, at, null)?.target ?? null)
        : (lastNamed(named, at, head)?.target ?? null);
  };
}

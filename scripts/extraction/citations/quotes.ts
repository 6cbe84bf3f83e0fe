/** Quoted text of amendments: “……” that may run over paragraphs, each opened anew and closed once. */

export interface Quote {
  readonly start: number;
  readonly end: number;
}

/** Passages between “ and its ”, a re-opened paragraph counting as one passage. Shorter than `least` characters are words, not text. */
export function findQuotes(text: string, from: number, to: number, least: number): Quote[] {
  const quotes: Quote[] = [];
  let start = text.indexOf('“', from);
  while (start >= 0 && start < to) {
    const close = text.indexOf('”', start);
    const end = close < 0 || close >= to ? to : close;
    if (end - start >= least) quotes.push({ start, end });
    start = text.indexOf('“', end + 1);
  }
  return quotes;
}

export function inQuote(quotes: readonly Quote[], at: number): Quote | null {
  let low = 0;
  let high = quotes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const quote = quotes[middle];
    if (quote === undefined) return null;
    if (at < quote.start) high = middle - 1;
    else if (at >= quote.end) low = middle + 1;
    else return quote;
  }
  return null;
}

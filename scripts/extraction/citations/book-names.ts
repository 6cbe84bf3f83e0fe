/** From 《…》 to laws: by the lexicon, by the document's own short names, by the grammar of titles, by what was said before. */
import type { ParsedDocument } from '#model/structure.ts';
import { canonicalTitle } from '../text/title.ts';
import type { Alias } from './aliases.ts';
import type { Book } from './books.ts';
import type { Judgement } from './judge.ts';
import type { NamedLaw } from './named.ts';
import { titleKey } from './title-key.ts';
import { bodyOfTitle, headOf, isGeneric } from './titles.ts';

export type JudgedBook = Book & { readonly judgement: Judgement | null };

/** Laws among the books, in text order. A generic 《条例》 without a definition is the last one named with that head. */
export function nameBooks(
  doc: ParsedDocument,
  books: readonly JudgedBook[],
  aliases: ReadonlyMap<string, Alias>,
): NamedLaw[] {
  const named: NamedLaw[] = [];
  const lastByHead = new Map<string, string>();
  const own = canonicalTitle(doc.title);
  for (const book of books) {
    const alias = aliases.get(titleKey(book.title));
    const place = { start: book.start, end: book.end, after: book.after };
    if (alias !== undefined) {
      if (alias.target !== null) named.push({ ...place, target: alias.target, rule: 'book.alias' });
      continue;
    }
    if (book.judgement !== null) {
      named.push({ ...place, ...book.judgement });
      const head = headOf(book.judgement.target);
      if (head !== null) lastByHead.set(head, book.judgement.target);
      continue;
    }
    const head = isGeneric(book.title) ? headOf(book.title) : null;
    if (head === null || bodyOfTitle(book.title) !== book.title) continue;
    const target =
      (doc.clean.text[book.start - 1] === '本' ? own : lastByHead.get(head)) ??
      (headOf(own) === head && doc.kind !== 'case' ? own : undefined);
    if (target !== undefined) named.push({ ...place, target, rule: 'book.implied' });
  }
  return named;
}

/** From 《…》 to laws: by the lexicon, by the document's own short names, by the grammar of titles, by what was said before. */
import type { ParsedDocument } from '#model/structure.ts';
import { canonicalTitle } from '../text/title.ts';
import { type AliasAt, isFullName } from './aliases.ts';
import type { Book } from './books.ts';
import type { Judgement } from './judge.ts';
import type { NamedLaw } from './named.ts';
import { bodyOfTitle, headOf, isGeneric } from './titles.ts';

export type JudgedBook = Book & { readonly judgement: Judgement | null };

/** Laws among the books, in text order. A generic 《条例》 without a definition is the last one named with that head. */
export function nameBooks(doc: ParsedDocument, books: readonly JudgedBook[], aliasAt: AliasAt): NamedLaw[] {
  const named: NamedLaw[] = [];
  const lastByHead = new Map<string, string>();
  const title = canonicalTitle(doc.title);
  for (const book of books) {
    const alias = aliasAt(book.title, book.start);
    const place = { start: book.start, end: book.end, after: book.after };
    const own =
      alias === undefined || isFullName(book.title, alias) || (book.judgement !== null && book.start < alias.start);
    if (!own) {
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
      (doc.clean.text[book.start - 1] === '本' ? title : lastByHead.get(head)) ??
      (headOf(title) === head && doc.kind !== 'case' ? title : undefined);
    if (target !== undefined) named.push({ ...place, target, rule: 'book.implied' });
  }
  return named;
}

/** What a 《…》 names, by the lexicon and by the grammar of titles. */
import type { DocumentKind } from '#model/entities.ts';
import { canonicalTitle } from '../text/title.ts';
import type { Book } from './books.ts';
import type { LawLexicon } from './lexicon.ts';
import { isOfTheCase } from './makers.ts';
import { withoutVersion } from './title-key.ts';
import { headOf, isLawTitle } from './titles.ts';

export interface Judgement {
  readonly target: string;
  readonly rule: 'book.title' | 'book.short' | 'book.ambiguous' | 'book.grammar';
}

const WINDOW = 80;
/** 《民法典·物权编》, 《刑法分则》: a part of a law, not an instrument. */
const PART = /(?<=法典?)[·•・．－—-]?(?:[\u4e00-\u9fff]{2,6}编(?:通则)?|分则|总则|附则)$/;
const ISSUER_BEFORE =
  /(?:(?:最高人民法院|最高人民检察院|国务院办公厅|国务院|公安部|司法部|全国人民代表大会常务委员会|全国人大常委会|全国人民代表大会)[、和与]?)+$/;

/** The instrument a book names, or null when it is none (by itself: aliases are the document's matter). */
export function judgeBook(text: string, book: Book, laws: LawLexicon, kind: DocumentKind): Judgement | null {
  const title = withoutVersion(book.title);
  if (laws.isNotName(title)) return null;
  const before = text.slice(Math.max(0, book.start - WINDOW), book.start);
  const issuer = title.startsWith('关于') ? (ISSUER_BEFORE.exec(before)?.[0] ?? '') : '';
  const whole = issuer === '' ? laws.find(title) : [...laws.find(issuer + title), ...laws.find(title)];
  const known = whole.length > 0 ? whole : laws.find(title.replace(PART, ''));
  const [first] = known;
  if (first !== undefined) {
    if (issuer === '' && known.length > 1) return { target: canonicalTitle(title), rule: 'book.ambiguous' };
    const exact = canonicalTitle(first.title) === canonicalTitle(title);
    return { target: first.title, rule: exact ? 'book.title' : 'book.short' };
  }
  const sentence = before.split(/[。；\n]/).at(-1) ?? '';
  const around = { before: sentence, after: text.slice(book.after, book.after + WINDOW) };
  return isLawTitle(title, around) && !(kind === 'case' && isOfTheCase(title, headOf(title) ?? '', around))
    ? { target: canonicalTitle(title), rule: 'book.grammar' }
    : null;
}

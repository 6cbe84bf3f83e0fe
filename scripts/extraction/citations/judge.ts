/** What a 《…》 names, by the lexicon and by the grammar of titles. */
import type { DocumentKind } from '#model/entities.ts';
import { canonicalTitle } from '../text/title.ts';
import type { Book } from './books.ts';
import type { LawLexicon } from './lexicon.ts';
import { withoutVersion } from './title-key.ts';
import { isLawTitle } from './titles.ts';

export interface Judgement {
  readonly target: string;
  readonly rule: 'book.title' | 'book.short' | 'book.ambiguous' | 'book.grammar';
}

const BEFORE = 20;
const ISSUER_BEFORE =
  /(?:(?:最高人民法院|最高人民检察院|国务院办公厅|国务院|公安部|司法部|全国人民代表大会常务委员会|全国人大常委会|全国人民代表大会)[、和与]?)+$/;

/** A body that makes no law, named earlier in the same sentence of a case: 公司《员工手册》第十二条和《商品陈列管理规定》. */
const PRIVATE_EARLIER = /(?:公司|集团|工厂|用人单位|学校|酒店|物业|业委会|村委会|商场|超市)[^。；\n]{0,24}$/;
const PUBLIC_TITLE =
  /^中华人民共和国|法典?$|[〈<]|国家|全国|最高人民|国务院|人民|省|市|自治区|县|部|局|委|条例|公约|协定|解释/;

const isPrivateRule = (text: string, book: Book, title: string): boolean =>
  !PUBLIC_TITLE.test(title) && PRIVATE_EARLIER.test(text.slice(Math.max(0, book.start - 40), book.start));

/** The instrument a book names, or null when it is none (by itself: aliases are the document's matter). */
export function judgeBook(text: string, book: Book, laws: LawLexicon, kind: DocumentKind): Judgement | null {
  const title = withoutVersion(book.title);
  if (laws.isNotName(title)) return null;
  const before = text.slice(Math.max(0, book.start - BEFORE), book.start);
  const issuer = title.startsWith('关于') ? (ISSUER_BEFORE.exec(before)?.[0] ?? '') : '';
  const known = issuer === '' ? laws.find(title) : [...laws.find(issuer + title), ...laws.find(title)];
  const [first] = known;
  if (first !== undefined) {
    if (issuer === '' && known.length > 1) return { target: canonicalTitle(title), rule: 'book.ambiguous' };
    const exact = canonicalTitle(first.title) === canonicalTitle(title);
    return { target: first.title, rule: exact ? 'book.title' : 'book.short' };
  }
  return isLawTitle(title, before) && !(kind === 'case' && isPrivateRule(text, book, title))
    ? { target: canonicalTitle(title), rule: 'book.grammar' }
    : null;
}

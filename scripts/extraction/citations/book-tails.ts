/** 《民法典》婚姻家庭编解释（一）, 《公司法》司法解释三: a short name of an interpretation of which only the law stands in 《》. */
import type { LawLexicon } from './lexicon.ts';
import type { NamedLaw } from './named.ts';
import { spelledOut } from './short-names.ts';

const NUMBER = '(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十](?=第|的|规定|[^\\u4e00-\\u9fff]|$))';
const TAIL = new RegExp(`([\\u4e00-\\u9fff]{0,12}?)(司法解释|解释|规定)(${NUMBER})?`, 'y');
const LAW = /法典?$/;

/** Laws in 《》 made longer by the part of a short name that stands behind them. */
export function withTails(text: string, names: readonly NamedLaw[], laws: LawLexicon): NamedLaw[] {
  return names.map((name) => {
    if (!LAW.test(name.target) || name.after !== name.end || text[name.end - 1] !== '》') return name;
    TAIL.lastIndex = name.end;
    const [whole = '', part = '', head = '', number = ''] = TAIL.exec(text) ?? [];
    if (whole === '' || (part === '' && number === '' && head !== '司法解释')) return name;
    const [only, other] = laws.find(spelledOut(name.target + whole));
    const target = other === undefined ? only?.title : undefined;
    const known = target ?? (part === '' && number !== '' ? spelledOut(name.target + whole) : undefined);
    if (known === undefined) return name;
    const end = name.end + whole.length;
    return { ...name, end, after: end, target: known, rule: 'book.tail' };
  });
}

/** How a unit and a source are named in print. Pure. */
import type { CitationDetail } from '#model/relations.ts';

const DIGITS = '〇一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** 1 to 9999 in Chinese numerals, as laws number their articles: 21 → 二十一, 103 → 一百零三. */
export const chineseNumber = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 9999) return String(value);
  const digits = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  digits.forEach((digit, index) => {
    if (digit === 0) {
      gap = true;
      return;
    }
    text += `${gap && text !== '' ? '零' : ''}${DIGITS[digit]}${UNITS[digits.length - 1 - index]}`;
    gap = false;
  });
  return text.startsWith('一十') ? text.slice(1) : text;
};

/** `286-1` → 第二百八十六条之一. */
export const articleName = (number: string): string => {
  const [main = '', ...insertions] = number.split('-');
  const tail = insertions.map((part) => `之${chineseNumber(Number(part))}`).join('');
  return /^\d+$/.test(main) ? `第${chineseNumber(Number(main))}条${tail}` : number;
};

/** 第二十一条第一款第（三）项 of what a citation names; null when it names the instrument alone. */
export const unitName = (unit: Pick<CitationDetail, 'article' | 'paragraph' | 'item'>): string | null => {
  if (unit.article === null) return null;
  const paragraph = unit.paragraph === null ? '' : `第${chineseNumber(unit.paragraph)}款`;
  const item = unit.item === null ? '' : `第（${chineseNumber(unit.item)}）项`;
  return `${articleName(unit.article)}${paragraph}${item}`;
};

export interface Cited {
  readonly title: string;
  readonly issuer?: string | null;
  /** yyyy-mm-dd */
  readonly date?: string | null;
  /** 第二十一条第一款 and the like, as printed. */
  readonly unit?: string | null;
  readonly quote?: string | null;
}

const longDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** 《网络安全法》（2016年11月7日）第二十一条：“……”。 Issuer before the title, as official documents are cited. */
export const citationText = ({ title, issuer, date, unit, quote }: Cited): string => {
  const bare = title.replace(/^《(.*)》$/, '$1');
  const name = `《${bare.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
  const details = [issuer, date ? longDate(date) : null].filter(Boolean).join('，');
  const head = `${name}${details === '' ? '' : `（${details}）`}${unit ?? ''}`;
  return quote ? `${head}：“${quote.trim()}”` : head;
};

import { describe, expect, it } from 'vitest';
import { readUnits } from '#extraction/citations/units.ts';

/** `21.1.3` for 条.款.项, `-` where one is not named. */
const units = (text: string): string =>
  readUnits(text, 0)
    .units.map((u) => [u.article ?? '-', u.paragraph ?? '-', u.item ?? '-'].join('.').replace(/(?:\.-)+$/, ''))
    .join(' ');

describe('units behind a name', () => {
  it.each([
    ['one article', '第二十一条规定', '21'],
    ['Arabic figures', '第66条', '66'],
    ['full-width figures', '第１０条第２款', '10.2'],
    ['an added article', '第一百二十条之三', '120-3'],
    ['之 as grammar, not as a number', '第十条之规定', '10'],
    ['款 and 项', '第十七条第二款第（三）项', '17.2.3'],
    ['half-width parentheses and blanks', '第十七条 第二款第 (三) 项', '17.2.3'],
    ['项 without parentheses', '第九十一条第五项', '91.-.5'],
    ['a list of articles', '第六条、第九条和第十二条', '6 9 12'],
    ['or', '第六条或者第九条', '6 9'],
    ['款 of one article, then another article', '第二十条第一款、第三款和第三十条第二款', '20.1 20.3 30.2'],
    ['项 of one 款', '第八条第一款第（一）项、第（四）项', '8.1.1 8.1.4'],
    ['numbers that share one 项', '第四条第（二）、（三）、（五）项', '4.-.2 4.-.3 4.-.5'],
    ['numbers in parentheses without 第', '第六条第二款（一）、（二）项', '6.2.1 6.2.2'],
    ['numbers that share one 条', '第三、五、七条', '3 5 7'],
    ['a range', '第十条至第十三条', '10 11 12 13'],
    ['a range inside a list', '第四条、第七条至第九条', '4 7 8 9'],
    ['a range of 项', '第三十条第一款第二项至第四项', '30.1.2 30.1.3 30.1.4'],
    ['a range that ends in an added article', '第二百八十五条至第二百八十七条之二', '285 286 287 287-2'],
    ['之一、之二 share their number', '第二百八十七条之一、之二', '287-1 287-2'],
    ['one comma, then an article', '第十一条第一款、第四款，第十六条的规定', '11.1 11.4 16'],
    ['the first 款 of the article named', '第三百零七条之一前三款', '307-1.1 307-1.2 307-1.3'],
    ['a note between', '第二百六十四条（盗窃罪）、第二百六十六条', '264 266'],
    ['a chapter before an article', '第五章第六十条', '60'],
    ['a chapter alone names no article', '第五章第二节', ''],
    ['款 without an article', '第一款、第二款', '-.1 -.2'],
    ['a blank inside and a dash for 一', '第一百二十八 条和第三十－条', '128 31'],
  ])('%s: %s', (_name, text, expected) => {
    expect(units(text)).toBe(expected);
  });

  it.each([
    ['a new clause after a comma', '第三条改为第四条，第五条改为第六条', '第三条'],
    ['a comma and no unit', '第三条，应当', '第三条'],
    ['the article on the next line', '第三条\n第四条 国家保护湖泊', '第三条'],
    ['another word', '第一项目', ''],
    ['a condition', '第二条件', ''],
    ['a list sign with nothing behind it', '第三条、本条例', '第三条'],
  ])('ends before %s', (_name, text, read) => {
    expect(text.slice(0, readUnits(text, 0).end)).toBe(read);
  });

  it('keeps the written ends of a range', () => {
    expect(readUnits('第四条、第七条至第九条', 0)).toMatchObject({ articles: ['4', '7', '9'], range: ['7', '9'] });
  });

  it('prints an added article with 之', () => {
    expect(readUnits('第二百八十六条之一', 0).articles).toEqual(['286之1']);
  });
});

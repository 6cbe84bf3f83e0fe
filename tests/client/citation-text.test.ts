import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleName, chineseNumber, citationText, unitName } from '#client/text/citation.ts';

describe('numbers as laws print them', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [286, '二百八十六'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1260, '一千二百六十'],
  ])('%i', (value, expected) => {
    expect(chineseNumber(value)).toBe(expected);
  });

  it('no two numbers are printed alike', () => {
    const number = fc.integer({ min: 1, max: 9999 });
    fc.assert(fc.property(number, number, (a, b) => (a === b) === (chineseNumber(a) === chineseNumber(b))));
  });
});

describe('a unit by its full name', () => {
  it.each([
    [{ article: '21', paragraph: null, item: null }, '第二十一条'],
    [{ article: '286-1', paragraph: null, item: null }, '第二百八十六条之一'],
    [{ article: '31', paragraph: 2, item: null }, '第三十一条第二款'],
    [{ article: '26', paragraph: 1, item: 3 }, '第二十六条第一款第（三）项'],
    [{ article: '9', paragraph: null, item: 2 }, '第九条第（二）项'],
    [{ article: null, paragraph: null, item: null }, null],
  ])('%j', (unit, expected) => {
    expect(unitName(unit)).toBe(expected);
  });

  it('leaves what is no number as it is', () => {
    expect(articleName('附件')).toBe('附件');
  });
});

describe('复制引用 gives title, issuer, date, unit and quote', () => {
  it.each([
    [{ title: '网络安全法' }, '《网络安全法》'],
    [
      { title: '网络安全法', date: '2016-11-07', unit: '第二十一条第一款' },
      '《网络安全法》（2016年11月7日）第二十一条第一款',
    ],
    [
      { title: '关于办理某类案件的解释', issuer: '最高人民法院', date: '2021-06-01', quote: ' 依法惩处。 ' },
      '《关于办理某类案件的解释》（最高人民法院，2021年6月1日）：“依法惩处。”',
    ],
    [{ title: '《意见》' }, '《意见》'],
    [{ title: '最高检印发《关于加强工作的意见》' }, '《最高检印发〈关于加强工作的意见〉》'],
    [{ title: '某规定', issuer: null, date: null, unit: null, quote: null }, '《某规定》'],
  ])('%j', (cited, expected) => {
    expect(citationText(cited)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { dateInName, datesOf, textDate } from '#extraction/structure/dates.ts';

describe('dates', () => {
  it.each([
    ['2019年11月1日 施行', [{ date: '2019-11-01', event: 'effective' }]],
    [
      '2016年11月7日第十二届全国人民代表大会常务委员会通过 自2017年6月1日起施行',
      [
        { date: '2016-11-07', event: 'passed' },
        { date: '2017-06-01', event: 'effective' },
      ],
    ],
    [
      '1999年7月10日 国务院批准　1999年8月1日 国家发展计划委员会发布',
      [
        { date: '1999-07-10', event: 'passed' },
        { date: '1999-08-01', event: 'made' },
      ],
    ],
    ['2023-04-19 20:00:32', [{ date: '2023-04-19', event: 'unknown' }]],
    ['2023年13月40日', []],
  ])('%s', (line, events) => {
    expect(datesOf(line)).toEqual(events);
  });

  it.each([
    ['the latest making', ['2001年1月1日通过', '2010年2月2日修订', '2012年1月1日施行'], null, '2010-02-02'],
    ['coming into force when nothing else is said', ['2012年1月1日施行'], null, '2012-01-01'],
    ['the name of the file when there is no history', [], '2015-05-05', '2015-05-05'],
    [
      'the history when the name gives the publication after the vote',
      ['2018年9月3日通过'],
      '2018-12-12',
      '2018-09-03',
    ],
    ['the name when the history lags a revision behind', ['2016年2月6日修订'], '2019-03-24', '2019-03-24'],
    ['nothing', [], null, null],
  ])('a text is dated by %s', (_name, lines, nameDate, expected) => {
    expect(textDate(lines.flatMap(datesOf), nameDate)).toBe(expected);
  });

  it.each([
    ['网络安全法(2016-11-07).md', '2016-11-07'],
    ['a/b/某办法（2016-11-07）.txt', '2016-11-07'],
    ['某办法.md', null],
    ['某办法(2016-13-07).md', null],
  ])('in the name of the file %s', (path, date) => {
    expect(dateInName(path)).toBe(date);
  });
});

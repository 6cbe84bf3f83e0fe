import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCopies } from '#extraction/text/copies.ts';

const LONG = (n: number): string =>
  `这是第${n}段的正文，它足够长，长到不会偶然地在同一个文件里出现两次，因此可以用来比较两份副本。`;
const BODY = [LONG(1), LONG(2), LONG(3)].join('\n\n');

describe('copies of one text in one file', () => {
  it('finds both copies of a report with their publishers and times, by what is printed on the pages', () => {
    const raw = [
      '某省召开网络法治会议',
      '来源:甲网2024年5月6日',
      BODY,
      '首页 | 新闻 | 政法',
      '某省召开网络法治会议',
      '2024-05-07 08:09:10 来源:',
      BODY,
      '分享到微信',
      '凡本网注明“来源:乙网”的作品，版权均属乙网。',
    ].join('\n');
    const copies = findCopies(raw);
    expect(copies?.map(({ publisher, publishedAt }) => ({ publisher, publishedAt }))).toEqual([
      { publisher: '甲网', publishedAt: '2024-05-06' },
      { publisher: '乙网', publishedAt: '2024-05-07 08:09:10' },
    ]);
  });

  it('leaves the chrome of the site out of the text', () => {
    const raw = ['题目是某某会议', BODY, '菜单一 菜单二', '题目是某某会议', BODY, '责任编辑：某'].join('\n');
    const texts = findCopies(raw)?.map(({ ranges }) => ranges.map(({ start, end }) => raw.slice(start, end)));
    const expected = ['题目是某某会议', LONG(1), LONG(2), LONG(3)];
    expect(texts).toEqual([expected, expected]);
  });

  it('keeps a first paragraph that each copy begins in its own way', () => {
    const own = (site: string): string =>
      `${site}讯（记者某某）近日，某省召开网络法治会议，会议对加强网络法治工作提出了具体要求，并部署了下一步的任务。`;
    const raw = [
      '某省召开网络法治会议',
      '来源:甲网2024-05-06',
      own('甲网'),
      BODY,
      '某省召开网络法治会议',
      '来源:乙网2024-05-07',
      own('乙网'),
      BODY,
    ].join('\n');
    const copies = findCopies(raw);
    expect(copies?.map(({ ranges }) => ranges.length)).toEqual([5, 5]);
    expect(copies?.map(({ publisher }) => publisher)).toEqual(['甲网', '乙网']);
  });

  it('takes a file of a hundred thousand equal lines', () => {
    expect(findCopies(`${LONG(1)}\n`.repeat(100_000))).toBeNull();
  });

  it('tells three copies', () => {
    expect(findCopies([BODY, BODY, BODY].join('\n'))).toHaveLength(3);
  });

  it.each([
    ['one text', BODY],
    [
      'a statute that repeats two items',
      [LONG(4), LONG(1), LONG(5), LONG(2), LONG(6), LONG(1), LONG(7), LONG(2), LONG(8), LONG(9)].join('\n'),
    ],
    ['short lines that repeat', Array.from({ length: 30 }, () => '第一条 略。').join('\n')],
    ['nothing', ''],
  ])('%s is no set of copies', (_name, raw) => {
    expect(findCopies(raw)).toBeNull();
  });

  it('splits the seed document into 法治网 and 华龙网', () => {
    const raw = readFileSync(
      new URL('../../../graph-data/documents/000_f2c18dec97506519.txt', import.meta.url),
      'utf8',
    );
    expect(
      findCopies(raw)?.map(({ publisher, publishedAt, ranges }) => [publisher, publishedAt, ranges.length]),
    ).toEqual([
      ['法治网', '2023-04-19', 6],
      ['华龙网', '2023-04-19 20:00:32', 6],
    ]);
  });
});

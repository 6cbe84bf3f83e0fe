import { describe, expect, it } from 'vitest';
import { document } from '../citations/support.ts';
import { held, resolve, targets } from './support.ts';

const history = (date: string): string => date.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日 公布');
const first = (sentence: string, date: string, texts: Parameters<typeof resolve>[1] = []): string => {
  const doc = document('测试管理办法', `第一条 ${sentence}`, history(date));
  const [citation] = resolve(doc, texts);
  return citation === undefined ? '' : targets(doc, citation).join(' ');
};

describe('exactly one text or none, and why', () => {
  const old = held('渔业法', '2004-08-28', { '4': [0], '40': [0, 3] });
  const newer = held('渔业法', '2013-12-28', { '4': [0], '40': [0, 3], '41': [0] });

  it.each([
    [
      'the version in force at the document’s date',
      '渔业法第四条',
      '2008-05-01',
      [old, newer],
      'law/渔业法@2004-08-28/art_4',
    ],
    [
      'the newest version before it',
      '渔业法第四十条第二款第（三）项',
      '2020-05-01',
      [old, newer],
      'law/渔业法@2013-12-28/art_40/par_2/pnt_3',
    ],
    [
      'the only text held, though a later version',
      '渔业法第四条',
      '1999-05-01',
      [newer],
      'law/渔业法@2013-12-28/art_4',
    ],
    [
      'an article that version does not have',
      '渔业法第四十一条',
      '2008-05-01',
      [old, newer],
      'law/渔业法: no_such_article',
    ],
    ['a 款 it does not have', '渔业法第四条第二款', '2020-05-01', [newer], 'law/渔业法: no_such_paragraph'],
    [
      'a 项 that stands in two 款',
      '渔业法第五条第（一）项',
      '2020-05-01',
      [held('渔业法', '2013-12-28', { '5': [2, 2] })],
      'law/渔业法: ambiguous',
    ],
    ['the law as a whole', '渔业法', '2020-05-01', [newer], 'law/渔业法'],
    ['a law that is not held', '渔业法第四条', '2020-05-01', [], 'law/渔业法: not_held'],
    ['a law only asked for', '网络犯罪防治法第四条', '2020-05-01', [], 'law/网络犯罪防治法: planned'],
    [
      'a law made after the document',
      '未成年人网络保护条例第四条',
      '2023-04-19',
      [],
      'law/未成年人网络保护条例: not_yet_issued',
    ],
    [
      'a law made before the document, not held',
      '未成年人网络保护条例第四条',
      '2024-04-19',
      [],
      'law/未成年人网络保护条例: not_held',
    ],
  ])('%s', (_name, sentence, date, texts, expected) => {
    expect(first(`依照${sentence}处理。`, date, texts)).toBe(expected);
  });

  it('a unit that only a later version lacks may have existed', () => {
    const text = held('渔业法', '2013-12-28', { '4': [0] });
    expect(first('依照渔业法第四条第二款、第九条处理。', '1999-05-01', [text])).toBe(
      'law/渔业法: not_held law/渔业法: not_held',
    );
  });

  it('a law held in parts is one law: the part that has the article', () => {
    const parts = [
      held('民法典', '2020-05-28', { '1': [0] }, 'law/民法典@2020-05-28~总则编'),
      held('民法典', '2020-05-28', { '205': [0] }, 'law/民法典@2020-05-28~物权编'),
    ];
    expect(first('依照民法典第二百零五条处理。', '2021-05-01', parts)).toBe('law/民法典@2020-05-28~物权编/art_205');
  });

  it('a title that begins with 关于 is found under its issuer', () => {
    const text = held('农业农村部关于规范渔船检验的通知', '2020-01-01', { '1': [0] });
    expect(first('依照《关于规范渔船检验的通知》第一条处理。', '2021-05-01', [text])).toBe(
      'law/农业农村部关于规范渔船检验的通知@2020-01-01/art_1',
    );
  });
});

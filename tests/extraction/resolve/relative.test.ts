import { describe, expect, it } from 'vitest';
import type { InstrumentText } from '#model/mentions.ts';
import { document } from '../citations/support.ts';
import { held, inArticle, resolve, targets } from './support.ts';

const doc = document(
  '湖泊管理规定',
  `第一条 为了保护湖泊，制定本规定。

第二条 有下列行为之一的，处以罚款：

（一）围湖造田的；

（二）有前项行为，屡教不改的；

（三）有前两项行为，造成损失的。

有前款第一项、第三项行为的，从重处罚。

有前两款规定情形的，依照前条和本条第一款第（二）项处理。

第三条 第一款内容。

依照前款第（一）项处理；依照前两款处理。

第三条之一 依照前条第二款、前两条处理。

第四条 依照本规定第二条至第四条、第二条第二款、第二条第（二）项、第九条、第三条第五款、第二条第一款第九项处理。

第五条 本款第一项不适用。依照前款处理。

第六条 符合第二条第一款第（三）项的除外。

提交前款和第二条规定的文件，提交前款、第二条第二款规定的其他文件。

第七条 甲。

依照前款第一项和第二条第一款第（二）项办理。`,
);

describe('words that point by place', () => {
  it('前项, 前两项, 前款 with its items, 前两款, 前条, 本条', () => {
    expect(inArticle(doc, '2')).toEqual([
      '前项 → art_2/par_1/pnt_1',
      '前两项 → art_2/par_1/pnt_1 art_2/par_1/pnt_2',
      '前款第一项、第三项 → art_2/par_1/pnt_1 art_2/par_1/pnt_3',
      '前两款 → art_2/par_1 art_2/par_2',
      '前条 → art_1',
      '本条第一款第（二）项 → art_2/par_1/pnt_2',
    ]);
  });

  it('says so when the place has no such 项', () => {
    expect(inArticle(doc, '3')[0]).toBe('前款第（一）项 → law/湖泊管理规定: no_such_paragraph');
  });

  it('前条 goes by the order of the text, added articles among them', () => {
    expect(inArticle(doc, '3-1')).toEqual(['前条第二款 → art_3/par_2', '前两条 → art_2 art_3']);
  });

  it('a 前款 in the first 款 has nothing to point at', () => {
    expect(inArticle(doc, '5').at(-1)).toBe('前款 → law/湖泊管理规定: no_such_paragraph');
  });
});

describe('units of the text itself', () => {
  it('an article number alone is that article, not the one it stands in', () => {
    expect(inArticle(doc, '6')[0]).toEqual('第二条第一款第（三）项 → art_2/par_1/pnt_3');
  });

  it('an article behind the units of 前款 is its own', () => {
    expect(inArticle(doc, '7')).toEqual([
      '前款第一项和第二条第一款第（二）项 → law/湖泊管理规定: no_such_paragraph art_2/par_1/pnt_2',
    ]);
  });

  it('ranges take in added articles; a 项 without its 款 lies in the only 款 that has it; what is missing is said', () => {
    expect(inArticle(doc, '4')).toEqual([
      '本规定第二条至第四条、第二条第二款、第二条第（二）项、第九条、第三条第五款、第二条第一款第九项 → ' +
        [
          'art_2 art_3 art_3-1 art_4 art_2/par_2 art_2/par_1/pnt_2',
          'law/湖泊管理规定: no_such_article law/湖泊管理规定: no_such_paragraph law/湖泊管理规定: no_such_paragraph',
        ].join(' '),
    ]);
  });
});

describe('new wording an amendment puts into another text', () => {
  const amendment = document(
    '关于修改《湖泊管理规定》的决定',
    `一、将第五条修改为：“甲。

“有前款行为的，处罚款。”

二、第六条第二款修改为：“有前款行为的，处罚款。”

三、增加一款，作为第七条第三款：“单位犯前两款罪的，处罚金。”

四、在第八条中增加一款作为第二款，将该条修改为：“甲，有下列情形之一的：

“（一）乙；

“（二）有前项情形的。

“有前款第二项行为的，处罚款。”

五、在第八条后增加一条，作为第八条之一：“甲。

“有前款行为的，处罚款。”

六、增加一条：“第九条 甲乙丙丁戊己庚。

“有前款行为的，处罚款。”

七、将第十条和第十一条合并修改为：“甲乙丙丁戊己庚。

“有前款行为的，处罚款。”`,
    '2021年3月4日公布',
  );
  const old = held('湖泊管理规定', '2010-01-01', { '5': [0], '6': [0, 0], '7': [0, 0], '8': [0] });
  const renewed = held('湖泊管理规定', '2021-03-04', {
    '5': [0, 0],
    '6': [0, 0],
    '7': [0, 0, 0],
    '8': [2, 0],
    '8-1': [0, 0],
    '9': [0, 0],
  });
  const previous = (texts: readonly InstrumentText[]): string[] =>
    resolve(amendment, texts)
      .filter((citation) => citation.type === 'previous')
      .map((citation) => targets(amendment, citation).join(' '));

  it('counts 前款 and 前项 in the article it becomes part of, in the version the amendment makes', () => {
    const at = (path: string): string => `law/湖泊管理规定@2021-03-04/${path}`;
    expect(previous([old, renewed])).toEqual([
      at('art_5/par_1'),
      at('art_6/par_1'),
      `${at('art_7/par_1')} ${at('art_7/par_2')}`,
      at('art_8/par_1/pnt_1'),
      at('art_8/par_1/pnt_2'),
      at('art_8-1/par_1'),
      at('art_9/par_1'),
      'law/湖泊管理规定: ambiguous',
    ]);
  });

  it('does not say that the older text lacks what the amendment adds to it', () => {
    const at = (path: string): string => `law/湖泊管理规定@2010-01-01/${path}`;
    expect(previous([old])).toEqual([
      at('art_5/par_1'),
      at('art_6/par_1'),
      `${at('art_7/par_1')} ${at('art_7/par_2')}`,
      ...Array.from({ length: 4 }, () => 'law/湖泊管理规定: not_held'),
      'law/湖泊管理规定: ambiguous',
    ]);
  });
});

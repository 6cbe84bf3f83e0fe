import { describe, expect, it } from 'vitest';
import { document } from '../citations/support.ts';
import { inArticle } from './support.ts';

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

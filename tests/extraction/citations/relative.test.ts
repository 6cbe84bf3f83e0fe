import { describe, expect, it } from 'vitest';
import { document, line, lines, mentionsOf } from './support.ts';

describe('words for the document itself', () => {
  it.each([
    ['本办法', '违反本办法第三条、第五条', ['本办法 → 测试管理办法 [3 5]']],
    ['with a chapter', '依照本办法第二章的规定', ['本办法 → 测试管理办法']],
    ['本实施办法', '制定本实施办法', ['本实施办法 → 测试管理办法']],
    ['本条第二款', '依照本条第二款', ['本条 → 测试管理办法']],
    ['造成本办法第…条, not 成本', '造成本办法第七条规定的损害', ['本办法 → 测试管理办法 [7]']],
    ['构成本办法规定的行为', '构成本办法规定的行为', ['本办法 → 测试管理办法']],
    ['本《办法》', '本《办法》第三条', ['《办法》 → 测试管理办法 [3]']],
  ])('%s', (_name, sentence, expected) => {
    expect(lines(sentence)).toEqual(expected);
  });

  it('in new wording of another law it means that law', () => {
    expect(
      lines('《湖泊保护办法》第九条修改为：“违反前款规定，或者违反本办法第三条的，责令改正。”依照本办法执行。'),
    ).toEqual([
      '《湖泊保护办法》 → 湖泊保护办法 [9]',
      '前款 → 湖泊保护办法',
      '本办法 → 湖泊保护办法 [3]',
      '本办法 → 测试管理办法',
    ]);
  });

  it.each([
    '基本法律',
    '日本法律',
    '资本规则',
    '基本办法',
    '本法院',
    '本法人',
    '本决定书',
    '不服本决定',
    '本身',
    '本条例外',
  ])('not in %s', (word) => {
    expect(lines(`适用${word}的`).filter((l) => !l.startsWith('本条例'))).toEqual([]);
  });

  it.each([
    ['前款', '有前款规定情形', ['前款 → 测试管理办法']],
    ['前两款', '依照前两款处理', ['前两款 → 测试管理办法']],
    ['前三款', '依照前三款处理', ['前三款 → 测试管理办法']],
    ['前条', '依照前条第二款', ['前条 → 测试管理办法']],
    ['前项', '依照前项规定', ['前项 → 测试管理办法']],
    ['after 从事', '从事前款违法行为', ['前款 → 测试管理办法']],
    ['items of 前款', '有前款第一项、第二项行为', ['前款 → 测试管理办法']],
  ])('%s', (_name, sentence, expected) => {
    expect(lines(sentence)).toEqual(expected);
  });

  it.each(['提前款待', '之前条件', '前款项', '当前项目', '目前条例草案'])('not in %s', (word) => {
    expect(lines(`${word}不变`)).toEqual([]);
  });

  it('该法 is the last 法 named, 该条例 the last 条例', () => {
    expect(lines('依照食品安全法第四条、工伤保险条例第五条，该法第九条，该条例第十条')).toEqual([
      '食品安全法 → 食品安全法 [4]',
      '工伤保险条例 → 工伤保险条例 [5]',
      '该法 → 食品安全法 [9]',
      '该条例 → 工伤保险条例 [10]',
    ]);
  });

  it('in quoted amendment text 本条例 is what is amended, outside it 本决定 is the decision', () => {
    const doc = document(
      '国务院关于修改〈湖泊保护条例〉的决定',
      '一、第四条修改为：“湖泊的保护，依照本条例的规定执行，有前款行为的除外。”\n\n本决定自公布之日起施行。',
    );
    expect(mentionsOf(doc).map((m) => line(doc, m))).toEqual([
      '第四条 → 湖泊保护条例 [4]',
      '本条例 → 湖泊保护条例',
      '前款 → 湖泊保护条例',
      '本决定 → 国务院关于修改〈湖泊保护条例〉的决定',
    ]);
  });

  it('a decision on several instruments amends the one named last', () => {
    const doc = document(
      '国务院关于修改部分行政法规的决定',
      '一、将《城市绿化条例》第三条修改为：“依照本条例的规定执行的，由主管部门负责。”\n\n二、将《城市供水条例》第五条修改为：“违反本条例规定的，给予警告并处罚款。”',
    );
    expect(
      mentionsOf(doc)
        .filter((m) => m.type === 'self')
        .map((m) => m.target),
    ).toEqual(['城市绿化条例', '城市供水条例']);
  });

  it('an interpretation that quotes 本法 means the law it quotes', () => {
    const doc = document(
      '最高人民法院关于审理湖泊案件适用法律若干问题的解释',
      '第一条 渔业法第四条规定的“本法所称渔业水域，包括湖泊在内”，依照本解释认定。',
    );
    expect(mentionsOf(doc).map((m) => line(doc, m))).toEqual([
      '渔业法 → 渔业法 [4]',
      '本法 → 渔业法',
      '本解释 → 最高人民法院关于审理湖泊案件适用法律若干问题的解释',
    ]);
  });
});

describe('an article number alone', () => {
  const own = (body: string): string[] => {
    const doc = document('湖泊管理规定', body);
    return mentionsOf(doc)
      .filter((m) => m.rule === 'self.unnamed')
      .map((m) => doc.clean.text.slice(m.start, m.fullEnd));
  };

  it('is an article of the text it stands in', () => {
    expect(own('第一条 甲。\n\n第二条 违反第一条规定的，处以罚款。')).toEqual(['第一条']);
  });

  it('is the other law’s in a sentence that has named one', () => {
    expect(own('第一条 甲。\n\n第二条 符合渔业法第四条，且不属于第一条规定情形的。')).toEqual([]);
  });

  it('is nothing when the text has no such article', () => {
    expect(own('第一条 甲。\n\n第二条 违反第九条规定的。')).toEqual([]);
  });

  it('is, in an amendment, the article of what is amended; new wording and the amendment’s own articles are none', () => {
    const doc = document(
      '关于修改《湖泊管理规定》的决定',
      '一、将第五条修改为：“依照第三条的规定执行，处以罚款。”\n\n二、删去第六条第二款、第七条。\n\n三、第八条改为第九条。\n\n四、依照第一条施行。',
    );
    const amended = mentionsOf(doc).filter((m) => m.rule === 'amended.unnamed');
    expect(amended.map((m) => `${doc.clean.text.slice(m.start, m.end)} ${m.role} ${m.target}`)).toEqual([
      '第五条 AMENDS 湖泊管理规定',
      '第六条第二款、第七条 AMENDS 湖泊管理规定',
      '第八条 AMENDS 湖泊管理规定',
      '第九条 AMENDS 湖泊管理规定',
    ]);
  });

  it('is, in an amendment of several, the article of the one last said to be amended', () => {
    const doc = document(
      '关于修改部分行政法规的决定',
      '一、对《城市绿化条例》作如下修改：\n\n（一）删去第五条。\n\n二、将《城市供水条例》第三条修改为：“依照《渔业法》执行，由主管部门负责。”删去第九条。',
    );
    const amended = mentionsOf(doc).filter((m) => m.rule === 'amended.unnamed');
    expect(amended.map((m) => `${m.articles} ${m.target}`)).toEqual(['5 城市绿化条例', '9 城市供水条例']);
  });
});

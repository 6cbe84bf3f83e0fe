import { describe, expect, it } from 'vitest';
import { document, mentionsOf } from './support.ts';

const roles = (title: string, body: string, history = ''): string[] => {
  const doc = document(title, body, history);
  return mentionsOf(doc)
    .filter((m) => m.type === 'law')
    .map((m) => `${m.target} ${m.role}`);
};

describe('what the sentence does with the law', () => {
  it.each([
    ['rests on it', '根据《中华人民共和国渔业法》和水法，制定本办法。', ['渔业法 BASED_ON', '水法 BASED_ON']],
    ['cites it', '依照渔业法第四十条处理，并决定予以公告。', ['渔业法 CITES']],
    [
      'repeals it',
      '本办法自公布之日起施行。《渔港管理办法》和《渔船管理规定》同时废止。',
      ['渔港管理办法 REPEALS', '渔船管理规定 REPEALS'],
    ],
    [
      'repeals what stands behind the verb',
      '废止《渔港管理办法》、《渔船管理规定》（省政府令第3号）。',
      ['渔港管理办法 REPEALS', '渔船管理规定 REPEALS'],
    ],
    [
      'a title that holds the word repeals nothing',
      '《渔港管理办法》（根据《国务院关于废止和修改部分行政法规的决定》修订）第三条。',
      ['渔港管理办法 CITES', '国务院关于废止和修改部分行政法规的决定 CITES'],
    ],
  ])('%s', (_name, sentence, expected) => {
    expect(roles('测试管理办法', `第一条 ${sentence}`)).toEqual(expected);
  });

  it.each([
    [
      '推动制定修订',
      '推动制定修订水法、湖泊保护法、渔业法等法律',
      ['水法 PROMOTES', '湖泊保护法 PROMOTES', '渔业法 PROMOTES'],
    ],
    ['建议修改', '建议修改《中华人民共和国渔业法》', ['渔业法 PROMOTES']],
    ['编纂 behind the name', '加快推进生态环境法典编纂', ['生态环境法典 PROMOTES']],
    [
      'a clause that begins with the verb',
      '修订《城市绿化条例》、《城市供水条例》',
      ['城市绿化条例 PROMOTES', '城市供水条例 PROMOTES'],
    ],
    ['a finished act asks for nothing', '2018年修订《城市绿化条例》', ['城市绿化条例 CITES']],
    ['carrying out is not asking for', '严格执行渔业法', ['渔业法 CITES']],
  ])('in a policy text: %s', (_name, sentence, expected) => {
    expect(roles('关于加强湖泊保护工作的意见', `一、${sentence}。`, '2024年1月1日 农业农村部印发')).toEqual(expected);
  });

  it('an interpretation explains the law of its title', () => {
    const body =
      '为正确审理案件，根据《中华人民共和国工会法》《中华人民共和国劳动法》，制定本解释。\n\n第一条 工会法第四条。';
    expect(roles('最高人民法院关于适用〈中华人民共和国工会法〉若干问题的解释', body)).toEqual([
      '工会法 INTERPRETS',
      '劳动法 BASED_ON',
      '工会法 CITES',
    ]);
  });

  it('an amendment amends the law of its title', () => {
    expect(roles('刑法修正案（十三）', '一、将刑法第一百条修改为：“依法处罚。”')).toEqual(['刑法 AMENDS']);
  });
});

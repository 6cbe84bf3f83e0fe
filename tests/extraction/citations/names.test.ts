import { describe, expect, it } from 'vitest';
import { document, line, lines, mentionsOf } from './support.ts';

describe('names without 《》', () => {
  it.each([
    ['with articles', '依照刑法第二百八十六条之一处罚', ['刑法 → 刑法 [286之1]']],
    ['with 中华人民共和国', '依照中华人民共和国合同法第八条', ['中华人民共和国合同法 → 合同法 [8]']],
    ['a part of the law is not part of the name', '刑法分则第三章规定的犯罪', ['刑法 → 刑法']],
    ['before 规定 and 规范', '民法典规定的，违反海商法规范的', ['民法典 → 民法典', '海商法 → 海商法']],
    ['the longest name wins', '依照劳动合同法实施条例第六条', ['劳动合同法实施条例 → 劳动合同法实施条例 [6]']],
    ['the old and the new version', '适用修改前商标法和现行专利法', ['商标法 → 商标法', '专利法 → 专利法']],
    ['a short name', '民诉法第一百一十九条', ['民诉法 → 民事诉讼法 [119]']],
    ['an amendment', '刑法修正案（十一）施行后', ['刑法修正案（十一） → 刑法修正案（十一）']],
    ['half-width parentheses', '刑法修正案(十一)施行后', ['刑法修正案(十一) → 刑法修正案（十一）']],
    [
      'an instrument under a law',
      '药品管理法及其实施条例',
      ['药品管理法 → 药品管理法', '实施条例 → 药品管理法实施条例'],
    ],
    ['a treaty', '按照伯尔尼公约第二条', ['伯尔尼公约 → 保护文学和艺术作品伯尔尼公约 [2]']],
    [
      'a national title with a place before it',
      '违反浙江省物业管理条例第四条',
      ['浙江省物业管理条例 → 浙江省物业管理条例 [4]'],
    ],
    ['a name only its article gives away', '违反湖泊渔政管理条例第四条', ['湖泊渔政管理条例 → 湖泊渔政管理条例 [4]']],
    [
      'a name only the list gives away',
      '贯彻数据安全法、数字市场促进法、个人信息保护法',
      ['数据安全法 → 数据安全法', '数字市场促进法 → 数字市场促进法', '个人信息保护法 → 个人信息保护法'],
    ],
  ])('%s', (_name, sentence, expected) => {
    expect(lines(sentence)).toEqual(expected);
  });

  it.each([
    ['法规', '遵守渔业法规'],
    ['法律', '依照海关法律'],
    ['法人', '公司法人治理结构'],
    ['法院', '由铁路法院管辖'],
    ['法庭', '设立劳动法庭'],
    ['a discipline', '国际法和国际私法的原则'],
    ['the name without 法', '违反治安管理处罚的规定'],
    ['a committee named after a law', '提交宪法和法律委员会审议'],
    ['a holiday', '国家宪法日活动'],
    ['what a contract lays down', '违反集体合同规定的'],
    ['a method', '采用再销售价格法定价'],
    ['generic words', '法律、行政法规、自治条例和单行条例另有规定的'],
  ])('not in %s', (_name, sentence) => {
    expect(lines(sentence)).toEqual([]);
  });

  it('not inside 《》', () => {
    expect(lines('《关于执行刑法若干问题的通知》')).toEqual([
      '《关于执行刑法若干问题的通知》 → 关于执行刑法若干问题的通知',
    ]);
  });
});

describe('short names a document gives itself', () => {
  it.each([
    [
      'with 《》',
      '执行《湖泊保护条例》（以下简称《条例》）。《条例》第三条',
      ['《湖泊保护条例》 → 湖泊保护条例', '《条例》 → 湖泊保护条例 [3]'],
    ],
    [
      'without 《》',
      '执行《湖泊保护条例》（以下简称条例）。符合条例第三条的',
      ['《湖泊保护条例》 → 湖泊保护条例', '条例 → 湖泊保护条例 [3]'],
    ],
    [
      'a law, 以下称',
      '根据《中华人民共和国著作权法》（以下称著作权法）。依照著作权法第三条',
      ['《中华人民共和国著作权法》 → 著作权法', '著作权法 → 著作权法 [3]'],
    ],
    [
      'several in one sentence',
      '《河道管理条例》（以下简称《河道条例》）、《湖泊保护条例》（以下简称《湖泊条例》）：《河道条例》第一条、《湖泊条例》第二条',
      [
        '《河道管理条例》 → 河道管理条例',
        '《湖泊保护条例》 → 湖泊保护条例',
        '《河道条例》 → 河道管理条例 [1]',
        '《湖泊条例》 → 湖泊保护条例 [2]',
      ],
    ],
    [
      '分别简称',
      '《湖泊保护条例》和《湿地保护办法》（以下分别简称《条例》、《办法》）。《办法》第二条',
      ['《湖泊保护条例》 → 湖泊保护条例', '《湿地保护办法》 → 湿地保护办法', '《办法》 → 湿地保护办法 [2]'],
    ],
    [
      'a number before 以下简称',
      '《湿地保护办法》（省政府令第9号，以下简称《办法》）第二条',
      ['《湿地保护办法》 → 湿地保护办法 [2]'],
    ],
    [
      'an umbrella',
      '本办法所称“渔港公约”，是指《渔港公约》和《渔船公约》。渔港公约第二条',
      ['本办法 → 测试管理办法', '《渔港公约》 → 渔港公约', '《渔船公约》 → 渔船公约', '渔港公约 → 渔港公约 [2]'],
    ],
    ['of what is no law', '《补偿安置协议》（以下简称《协议》）。《协议》第七条', []],
    [
      'other words with the same head',
      '执行《湖泊保护条例》（以下简称条例）。制定单行条例，依照有关条例处理',
      ['《湖泊保护条例》 → 湖泊保护条例'],
    ],
  ])('%s', (_name, sentence, expected) => {
    expect(lines(sentence)).toEqual(expected);
  });

  it('a 《意见》 without a definition is the last one named', () => {
    const doc = document(
      '最高检印发意见',
      '近日,最高检印发《关于加强湖泊保护检察工作的意见》。《意见》要求,加强监督。',
    );
    expect(mentionsOf(doc).map((m) => line(doc, m))).toEqual([
      '《关于加强湖泊保护检察工作的意见》 → 关于加强湖泊保护检察工作的意见',
      '《意见》 → 关于加强湖泊保护检察工作的意见',
    ]);
  });
});

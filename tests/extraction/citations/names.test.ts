import { describe, expect, it } from 'vitest';
import { cite, document, line, lines, mentionsOf } from './support.ts';

describe('names without 《》', () => {
  it.each([
    ['with articles', '依照刑法第二百八十六条之一处罚', ['刑法 → 刑法 [286之1]']],
    ['with 中华人民共和国', '依照中华人民共和国合同法第八条', ['中华人民共和国合同法 → 合同法 [8]']],
    ['a part of the law is not part of the name', '刑法分则第三章规定的犯罪', ['刑法 → 刑法']],
    [
      'an 编 between the name and its article',
      '民法典合同编第五百条、《民法典》婚姻家庭编第1042条',
      ['民法典 → 民法典 [500]', '《民法典》 → 民法典 [1042]'],
    ],
    ['before 规定 and 规范', '民法典规定的，违反海商法规范的', ['民法典 → 民法典', '海商法 → 海商法']],
    ['the longest name wins', '依照劳动合同法实施条例第六条', ['劳动合同法实施条例 → 劳动合同法实施条例 [6]']],
    ['the old and the new version', '适用修改前商标法和现行专利法', ['商标法 → 商标法', '专利法 → 专利法']],
    ['a short name', '民诉法第一百一十九条', ['民诉法 → 民事诉讼法 [119]']],
    [
      'the end of a title for the whole',
      '《农村土地承包经营纠纷调解仲裁法》施行后，依照调解仲裁法第四条',
      [
        '《农村土地承包经营纠纷调解仲裁法》 → 农村土地承包经营纠纷调解仲裁法',
        '调解仲裁法 → 农村土地承包经营纠纷调解仲裁法 [4]',
      ],
    ],
    ['an amendment', '刑法修正案（十一）施行后', ['刑法修正案（十一） → 刑法修正案（十一）']],
    ['half-width parentheses', '刑法修正案(十一)施行后', ['刑法修正案(十一) → 刑法修正案（十一）']],
    [
      'an instrument under a law',
      '药品管理法及其实施条例',
      ['药品管理法 → 药品管理法', '实施条例 → 药品管理法实施条例'],
    ],
    [
      'an interpretation by its number without parentheses',
      '适用公司法司法解释二第三条、劳动争议司法解释一第四条',
      [
        '公司法司法解释二 → 最高人民法院关于适用〈中华人民共和国公司法〉若干问题的规定（二） [3]',
        '劳动争议司法解释一 → 最高人民法院关于审理劳动争议案件适用法律问题的解释（一） [4]',
      ],
    ],
    [
      'an interpretation of one matter of a code',
      '民法典担保制度解释第四条',
      ['民法典担保制度解释 → 最高人民法院关于适用〈中华人民共和国民法典〉有关担保制度的解释 [4]'],
    ],
    [
      'an interpretation of which only the law stands in 《》',
      '《民法典》继承编解释（一）第十条、《公司法》司法解释三第九条',
      [
        '《民法典》继承编解释（一） → 最高人民法院关于适用〈中华人民共和国民法典〉继承编的解释（一） [10]',
        '《公司法》司法解释三 → 最高人民法院关于适用〈中华人民共和国公司法〉若干问题的规定（三） [9]',
      ],
    ],
    [
      'a law in 《》 that is explained or lays something down',
      '《民法典》规定的，《公司法》解释一致的',
      ['《民法典》 → 民法典', '《公司法》 → 公司法'],
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
    ['a method no list knows', '包括湖泊价格法、加权预算法和抽样统计法'],
    ['a body named after a law', '提交海商法委员会、刑法研究会讨论'],
    ['people of a field', '邀请刑法专家、劳动法教授参加'],
    ['the law of another state without its name', '不违反外国公司法和该国的刑法'],
    ['a law that a special region makes', '由香港特别行政区立法会制定选举法'],
    ['generic words', '法律、行政法规、自治条例和单行条例另有规定的'],
  ])('not in %s', (_name, sentence) => {
    expect(lines(sentence)).toEqual([]);
  });

  it.each([
    ['a law whose name is a method too', '依照价格法、预算法，违反统计法规定的', ['价格法', '预算法', '统计法']],
    ['the law of another state', '适用德国民法典第五条和香港公司法', ['德国民法典', '香港公司法']],
    ['our own law', '我国刑法和中国民法典', ['刑法', '民法典']],
  ])('but %s', (_name, sentence, expected) => {
    expect(cite(sentence).mentions.map((m) => m.target)).toEqual(expected);
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
    [
      'against the common meaning',
      '《伯尔尼保护文学和艺术作品公约》（以下称伯尔尼公约）。伯尔尼公约第五条',
      [
        '《伯尔尼保护文学和艺术作品公约》 → 伯尔尼保护文学和艺术作品公约',
        '伯尔尼公约 → 伯尔尼保护文学和艺术作品公约 [5]',
      ],
    ],
    [
      'alone in parentheses',
      '《关于湖泊水鸟栖息地的公约》（水鸟公约）。水鸟公约第五条',
      ['《关于湖泊水鸟栖息地的公约》 → 关于湖泊水鸟栖息地的公约', '水鸟公约 → 关于湖泊水鸟栖息地的公约 [5]'],
    ],
    [
      'a class of treaties is no short name',
      '本办法所称国际渔业公约，是指参加的《渔船公约》和与外国签订的双边协定。国际渔业公约另有规定的',
      ['本办法 → 测试管理办法', '《渔船公约》 → 渔船公约'],
    ],
    ['of what is no law', '《补偿安置协议》（以下简称《协议》）。《协议》第七条', []],
    [
      'several names in one definition, in their order',
      '《中华人民共和国渔业法》《中华人民共和国渔业法实施细则》（以下简称《渔业法》《渔业法实施细则》）。依照《渔业法》第三条、《渔业法实施细则》第五条',
      [
        '《中华人民共和国渔业法》 → 渔业法',
        '《中华人民共和国渔业法实施细则》 → 渔业法实施细则',
        '《渔业法》 → 渔业法 [3]',
        '《渔业法实施细则》 → 渔业法实施细则 [5]',
      ],
    ],
    [
      'a full name is what it says, whatever the short name stands for',
      '《云岭省渔业法实施办法》（以下简称《渔业法》）。《渔业法》第三条，《中华人民共和国渔业法》第五条',
      [
        '《云岭省渔业法实施办法》 → 云岭省渔业法实施办法',
        '《渔业法》 → 云岭省渔业法实施办法 [3]',
        '《中华人民共和国渔业法》 → 渔业法 [5]',
      ],
    ],
    [
      'one name defined twice, each for what follows',
      '《湖泊条例》（以下简称《条例》）。《条例》第一条。《湿地条例》（以下简称《条例》）。《条例》第二条',
      ['《湖泊条例》 → 湖泊条例', '《条例》 → 湖泊条例 [1]', '《湿地条例》 → 湿地条例', '《条例》 → 湿地条例 [2]'],
    ],
    [
      'other words with the same head',
      '执行《湖泊保护条例》（以下简称条例）。制定单行条例，依照有关条例处理',
      ['《湖泊保护条例》 → 湖泊保护条例'],
    ],
  ])('%s', (_name, sentence, expected) => {
    expect(lines(sentence)).toEqual(expected);
  });

  it.each([
    '捕捞公约限制捕捞的物种',
    '做好与履行公约有关的工作',
    '代表本国政府履行公约的',
    '符合本办法规定和公约要求的',
    '公约另有规定的',
    '列入公约附录的物种',
    '经过公约秘书处同意',
  ])('a head alone as the short name counts as a word: %s', (clause) => {
    const found = lines(`履行《渔船国际公约》（以下简称公约）。${clause}，从其规定。`).filter(
      (l) => !l.startsWith('本'),
    );
    expect(found).toEqual(['《渔船国际公约》 → 渔船国际公约', '公约 → 渔船国际公约']);
  });

  it.each([
    '缔结或者参加的国际公约',
    '其他公约有规定的',
    '遵守有关公约的',
    '条约或者公约另有规定的',
    '我国参加的公约另有规定的',
    '遵守国际贸易公约的',
    '成为公约国的',
  ])('a head alone in other words does not: %s', (clause) => {
    expect(lines(`履行《渔船国际公约》（以下简称公约）。${clause}。`)).toEqual(['《渔船国际公约》 → 渔船国际公约']);
  });

  it.each(['依照办法办理', '符合办法要求的', '违反办法所附清单的'])(
    'a verb or plain noun needs both sides: %s',
    (clause) => {
      const defined = lines(`执行《渔港收费办法》（以下简称办法）。${clause}。采取下列办法，办法由省政府制定。`);
      expect(defined).toEqual(['《渔港收费办法》 → 渔港收费办法', '办法 → 渔港收费办法']);
    },
  );

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

import { describe, expect, it } from 'vitest';
import { findBooks } from '#extraction/citations/books.ts';
import { cite, document, line, lines, mentionsOf } from './support.ts';

const titles = (text: string): string[] => findBooks(text, 0, text.length).map((b) => b.title);

describe('《…》', () => {
  it.each([
    ['one', '依照《水法》处理', ['水法']],
    ['side by side', '《水法》《防洪法》', ['水法', '防洪法']],
    ['〈〉 inside', '《关于修改〈城市绿化条例〉的决定》', ['关于修改〈城市绿化条例〉的决定']],
    ['《 inside 《', '《关于适用《工会法》的解释》规定', ['关于适用《工会法》的解释']],
    ['ASCII brackets inside', '《关于修改<航道法>的决定》', ['关于修改<航道法>的决定']],
    ['broken over two lines', '《关于加强农村\n饮水管理的通知》', ['关于加强农村饮水管理的通知']],
    ['crossed brackets', '（《刑法修正案（十》）第一条', ['刑法修正案（十）']],
    ['an inner mark that is not closed', '《关于适用《工会法》的解释。另起', ['关于适用《工会法']],
    ['never closed', '《水法规定\n\n另一段', []],
  ])('%s', (_name, text, expected) => {
    expect(titles(text)).toEqual(expected);
  });
});

describe('a 《…》 that is a law', () => {
  it.each([
    ['a statute with its full name', '依照《中华人民共和国水法》第七条', '《中华人民共和国水法》 → 水法 [7]'],
    [
      'a version in parentheses',
      '《中华人民共和国民事诉讼法（2017年修正）》第六十四条',
      '《中华人民共和国民事诉讼法（2017年修正）》 → 民事诉讼法 [64]',
    ],
    [
      'a local regulation no lexicon knows',
      '《云岭省湖泊保护条例》第九条',
      '《云岭省湖泊保护条例》 → 云岭省湖泊保护条例 [9]',
    ],
    ['a rule for trial', '《渔港管理办法（试行）》', '《渔港管理办法（试行）》 → 渔港管理办法（试行）'],
    ['an amendment is its own instrument', '《刑法修正案（九）》第七条', '《刑法修正案（九）》 → 刑法修正案（九） [7]'],
    [
      'a notice with its matter',
      '《关于规范渔船检验工作的通知》',
      '《关于规范渔船检验工作的通知》 → 关于规范渔船检验工作的通知',
    ],
    [
      'a well-known short name',
      '《民诉法解释》第九十条',
      '《民诉法解释》 → 最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释 [90]',
    ],
    [
      'a short name by the rule of titles',
      '《婚姻法解释（二）》第二十四条',
      '《婚姻法解释（二）》 → 最高人民法院关于适用〈中华人民共和国婚姻法〉若干问题的解释（二） [24]',
    ],
    [
      'the issuer stands outside',
      '最高人民法院《关于民事诉讼证据的若干规定》',
      '《关于民事诉讼证据的若干规定》 → 最高人民法院关于民事诉讼证据的若干规定',
    ],
    ['a part of a code', '《民法典·物权编》第二百零八条', '《民法典·物权编》 → 民法典 [208]'],
    [
      'a report the State Council passes on',
      '《国务院批转水利部关于湖泊治理的报告》',
      '《国务院批转水利部关于湖泊治理的报告》 → 国务院批转水利部关于湖泊治理的报告',
    ],
    ['a treaty', '《维也纳领事关系公约》第五条', '《维也纳领事关系公约》 → 维也纳领事关系公约 [5]'],
    [
      'an agreement across the strait',
      '《海峡两岸共同打击犯罪及司法互助协议》',
      '《海峡两岸共同打击犯罪及司法互助协议》 → 海峡两岸共同打击犯罪及司法互助协议',
    ],
  ])('%s', (_name, sentence, expected) => {
    expect(lines(sentence)).toEqual([expected]);
  });
});

describe('a 《…》 that is no law', () => {
  it.each([
    '《行政处罚决定书》',
    '《受理通知书》',
    '《起诉意见书》',
    '《检察建议书》',
    '《取保候审申请书》',
    '《责令改正通知书》',
    '《食品经营许可证》',
    '《营业执照》',
    '《登记证书》',
    '《健康证明》',
    '《现场检查笔录》',
    '《进货查验记录表》',
    '《人民日报》',
    '《人民司法》',
    '《法治日报》',
    '《宪法读本》',
    '《刑法学》',
    '《民法总论》',
    '《义勇军进行曲》',
    '《中国共产党章程》',
    '《劳动合同》',
    '《房屋租赁合同》',
    '《补偿安置协议》',
    '《前期物业服务合同》',
    '《业主公约》',
    '《管理规约》',
    '《员工手册》',
    '《考勤管理制度》',
    '《税目税率表》',
    '《管制物项清单》',
    '《征收决定》',
    '《通知》',
    '《房屋征收补偿方案》',
    '《跟单信用证统一惯例》',
    '《见索即付保函统一规则》',
    '《送达回证》',
    '《委托调查函》',
    '《事故调查报告》',
    '《收费标准》',
  ])('%s', (name) => {
    expect(lines(`当事人提交${name}的，应当受理。`)).toEqual([]);
  });

  it.each([
    ['issued by a company', '该公司发布的《销售管理办法》'],
    ['a company in the title', '《云岭电子有限公司关于规范加班的通知》'],
    ['a group in the title', '按照《云岭集团薪酬管理办法》发放'],
    ['a technical standard', '符合国家标准《湖泊堤防规范》和GB/T 4754—2017《湖泊分类规则》'],
    ['rules of owners', '业主应当遵守《业主大会议事规则》'],
    ['rules of a company', '《公司考勤规定》和《公司管理制度》不得抵触法律'],
  ])('%s', (_name, sentence) => {
    expect(lines(sentence)).toEqual([]);
  });

  it.each([
    ['a decree before it', '总局令第19号公布的《公司注册验资规定》', '公司注册验资规定'],
    ['an issuer before it', '建设部发布的《业主大会规程》', '业主大会规程'],
    ['an issuer before the list', '国家工商行政管理局发布的《湖泊管理规定》和《公司验资规定》', '公司验资规定'],
    ['repealed with this text', '《公司验资办法》同时废止', '公司验资办法'],
    ['a place in the title', '依照《云岭省村民委员会选举办法》选举', '云岭省村民委员会选举办法'],
    ['what the state lays down for groups', '依照《企业集团登记管理暂行规定》登记', '企业集团登记管理暂行规定'],
    ['an ordinance of Hong Kong', '依照香港《公司条例》（第622章）登记', '公司条例'],
  ])('but of the state by %s', (_name, sentence, title) => {
    expect(cite(sentence).mentions.map((m) => m.target)).toContain(title);
  });
});

describe('in a case', () => {
  const inCase = (sentence: string): string[] => {
    const doc = document('王某诉某超市买卖合同纠纷案', `## 基本案情\n\n${sentence}`);
    return mentionsOf(doc).map((m) => line(doc, m));
  };

  it.each([
    '公司《员工手册》第十二条和《商品陈列管理规定》要求检查',
    '单位向王某送达《关于解除劳动合同的通知》',
    '双方形成《专题会议纪要》',
    '依照《北海仲裁委员会仲裁规则》审理',
    '区政府作出的《关于不予公开的决定》',
    '市人社局《关于对李某工伤认定申请的答复》',
    '业主委员会作出《关于选聘物业服务企业的决定》',
    '公司《关于调整岗位的通知》（云司〔2015〕3号）',
  ])('no law: %s', (sentence) => {
    expect(inCase(sentence)).toEqual([]);
  });

  it.each([
    [
      'a ministry before 《',
      '农业农村部《关于渔船检验问题的复函》',
      '《关于渔船检验问题的复函》 → 关于渔船检验问题的复函',
    ],
    [
      'a public matter in the title',
      '对《关于政府购买停车服务的指导意见》',
      '《关于政府购买停车服务的指导意见》 → 关于政府购买停车服务的指导意见',
    ],
    [
      'an issuer with the date of issue',
      '国家发展改革委于2009年出台的《关于规范渔港收费的通知》',
      '《关于规范渔港收费的通知》 → 关于规范渔港收费的通知',
    ],
    ['an issuer by its short name', '中国证监会《关于做好退市的通知》', '《关于做好退市的通知》 → 关于做好退市的通知'],
    [
      'the number of a notice before it',
      '国家税务总局公告2019年第3号《关于渔船折旧的公告》',
      '《关于渔船折旧的公告》 → 关于渔船折旧的公告',
    ],
    [
      'a document number behind it',
      '根据《关于放开渔港收费的通知》（发改价格〔2009〕1号）',
      '《关于放开渔港收费的通知》 → 关于放开渔港收费的通知',
    ],
    ['a local rule', '依照《云岭市企业工资支付办法》第三条', '《云岭市企业工资支付办法》 → 云岭市企业工资支付办法 [3]'],
  ])('%s', (_name, sentence, expected) => {
    expect(inCase(sentence)).toEqual([expected]);
  });
});

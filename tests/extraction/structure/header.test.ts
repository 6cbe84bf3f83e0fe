import { describe, expect, it } from 'vitest';
import { parse } from './outline.ts';

const INFO = '<!-- INFO END -->';
const kindOf = (...lines: string[]): Record<string, unknown> => {
  const { title, kind, rank, issuer, date, id } = parse(lines.join('\n'), 'x.md');
  return { title, kind, rank, issuer, date, id };
};

describe('what a text is', () => {
  it.each([
    [
      'a law',
      [
        '# 中华人民共和国网络安全法',
        '2016年11月7日 第十二届全国人民代表大会常务委员会第二十四次会议通过',
        INFO,
        '第一条 甲。',
      ],
      {
        title: '中华人民共和国网络安全法',
        kind: 'statute',
        rank: '法律',
        issuer: '全国人民代表大会常务委员会',
        date: '2016-11-07',
        id: 'law/网络安全法@2016-11-07',
      },
    ],
    [
      'an administrative regulation, dated by its last revision',
      [
        '# 某管理条例',
        '1999年7月10日 国务院批准',
        '2008年1月13日 《国务院关于修改〈某管理条例〉的决定》第二次修订',
        INFO,
        '第一条 甲。',
      ],
      {
        title: '某管理条例',
        kind: 'statute',
        rank: '行政法规',
        issuer: '国务院',
        date: '2008-01-13',
        id: 'law/某管理条例@2008-01-13',
      },
    ],
    [
      'a judicial interpretation of two organs',
      [
        '# 最高人民法院、最高人民检察院关于办理某案件适用法律若干问题的解释',
        '2019年9月4日最高人民检察院第十三届检察委员会第二十三次会议通过',
        '2019年11月1日 施行',
        INFO,
        '第一条 甲。',
      ],
      {
        title: '最高人民法院、最高人民检察院关于办理某案件适用法律若干问题的解释',
        kind: 'interpretation',
        rank: '司法解释',
        issuer: '最高人民法院、最高人民检察院',
        date: '2019-09-04',
        id: 'law/最高人民法院、最高人民检察院关于办理某案件适用法律若干问题的解释@2019-09-04',
      },
    ],
    [
      'a judicial interpretation kept without its issuers: they are part of the name',
      [
        '# 关于办理某案件适用法律若干问题的解释',
        '2019年9月2日最高人民法院审判委员会第1776次会议、2019年9月4日最高人民检察院第十三届检察委员会第二十三次会议通过',
        INFO,
        '第一条 甲。',
      ],
      {
        title: '最高人民法院、最高人民检察院关于办理某案件适用法律若干问题的解释',
        kind: 'interpretation',
        rank: '司法解释',
        issuer: '最高人民法院、最高人民检察院',
        date: '2019-09-04',
        id: 'law/最高人民法院、最高人民检察院关于办理某案件适用法律若干问题的解释@2019-09-04',
      },
    ],
    [
      'an interpretation without a history: by its title',
      ['# 关于审理某刑事案件具体应用法律若干问题的解释', INFO, '第一条 甲。'],
      {
        title: '关于审理某刑事案件具体应用法律若干问题的解释',
        kind: 'interpretation',
        rank: '司法解释',
        issuer: null,
        date: null,
        id: expect.stringMatching(/^law\/关于审理某刑事案件具体应用法律若干问题的解释@undated~/),
      },
    ],
    [
      'the rules of an autonomous county: made by its congress, approved by the province’s',
      [
        '# 某自治县城市管理条例',
        '2015年3月26日 某族自治县八届人大四次会议通过',
        '2015年5月27日 浙江省第十二届人民代表大会常务委员会第二十次会议批准',
        '2015年6月8日 某族自治县人民代表大会常务委员会公告第18号公布',
        INFO,
        '第一条 甲。',
      ],
      {
        title: '某自治县城市管理条例',
        kind: 'statute',
        rank: '地方性法规',
        issuer: '某族自治县人民代表大会常务委员会',
        date: '2015-06-08',
        id: 'law/某自治县城市管理条例@2015-06-08',
      },
    ],
    [
      'a ministry’s rule',
      ['# 某休假实施办法', '2008年7月17日 经人力资源和社会保障部第6次部务会议通过', INFO, '第一条 甲。'],
      {
        title: '某休假实施办法',
        kind: 'statute',
        rank: '部门规章',
        issuer: '人力资源和社会保障部',
        date: '2008-07-17',
        id: 'law/某休假实施办法@2008-07-17',
      },
    ],
    [
      'a local regulation in plain text, without marks',
      [
        '河北省河湖保护和治理条例',
        '（2020年1月11日河北省第十三届人民代表大会第三次会议通过）',
        '目　录',
        '第一章　总则',
        '第二章　附则',
        '第一章　总则',
        '第一条　甲。',
        '第二章　附则',
        '第二条　乙。',
      ],
      {
        title: '河北省河湖保护和治理条例',
        kind: 'statute',
        rank: '地方性法规',
        issuer: '河北省人民代表大会',
        date: '2020-01-11',
        id: 'law/河北省河湖保护和治理条例@2020-01-11',
      },
    ],
    [
      'a rule of a local government',
      ['南京市垃圾分类管理办法', '2020年3月1日 南京市人民政府令第12号公布', '第一条 甲。'],
      {
        title: '南京市垃圾分类管理办法',
        kind: 'statute',
        rank: '地方政府规章',
        issuer: '南京市人民政府',
        date: '2020-03-01',
        id: 'law/南京市垃圾分类管理办法@2020-03-01',
      },
    ],
    [
      'an excerpt: （节选） is no part of the title',
      ['# 中华人民共和国数据安全法（节选）', '', '第四条 甲。'],
      {
        title: '中华人民共和国数据安全法',
        kind: 'statute',
        rank: '法律',
        issuer: null,
        date: null,
        id: expect.stringMatching(/^law\/数据安全法@undated~[0-9a-f]{8}$/),
      },
    ],
    [
      'an amendment',
      [
        '# 中华人民共和国刑法修正案（十一）',
        '2020年12月26日 第十三届全国人民代表大会常务委员会第二十四次会议通过',
        INFO,
        '一、将刑法第十七条修改为：“甲。”',
      ],
      {
        title: '中华人民共和国刑法修正案（十一）',
        kind: 'amendment',
        rank: '法律',
        issuer: '全国人民代表大会常务委员会',
        date: '2020-12-26',
        id: 'law/刑法修正案（十一）@2020-12-26',
      },
    ],
    [
      'a resolution of a province',
      ['# 某省人民代表大会常务委员会关于加强生态环境保护的决议', '', '## 一、提高认识', '要提高认识。'],
      {
        title: '某省人民代表大会常务委员会关于加强生态环境保护的决议',
        kind: 'policy',
        rank: '规范性文件',
        issuer: '某省人民代表大会常务委员会',
        date: null,
        id: expect.stringMatching(/^law\//),
      },
    ],
    [
      'a case',
      ['# 经营者未履行查验义务', INFO, '## 某案', '## 基本案情', '甲诉乙。'],
      {
        title: '经营者未履行查验义务',
        kind: 'case',
        rank: '其他',
        issuer: null,
        date: null,
        id: expect.stringMatching(/^doc\/[0-9a-f]{16}$/),
      },
    ],
    [
      'a news report',
      ['最高检印发《关于某事的意见》', '来源:某网2023-04-19', '近日,最高人民检察院印发《关于某事的意见》。'],
      {
        title: '最高检印发《关于某事的意见》',
        kind: 'news',
        rank: '其他',
        issuer: null,
        date: '2023-04-19',
        id: expect.stringMatching(/^doc\//),
      },
    ],
  ])('%s', (_name, lines, expected) => {
    expect(kindOf(...lines)).toEqual(expected);
  });

  it('a title broken over two lines is one', () => {
    expect(
      kindOf(
        '中华人民共和国外国中央银行',
        '财产司法强制措施豁免法',
        '（2005年10月25日第十届全国人民代表大会常务委员会第十八次会议通过）',
        '第一条 甲。',
      )['title'],
    ).toBe('中华人民共和国外国中央银行财产司法强制措施豁免法');
  });

  it('a text without a title is named by its file', () => {
    expect(parse('', 'laws/某条例(2020-01-02).md').title).toBe('某条例');
  });

  it.each([
    ['its first article', '第一条 甲。\n第二条 乙。', ['art_1', 'art_1/par_1', 'art_2', 'art_2/par_1']],
    ['a paragraph', `${'甲'.repeat(300)}。\n乙。`, ['blk_1', 'blk_2']],
  ])('a text that begins with %s has no title of its own', (_name, text, expected) => {
    const doc = parse(text, 'laws/某条例(2020-01-02).md');
    expect(doc.title).toBe('某条例');
    expect(doc.units.map((unit) => unit.path)).toEqual(expected);
  });

  it('the same wording under another layout is the same text', () => {
    const id = (...lines: string[]): unknown => kindOf(...lines)['id'];
    expect(id('某通知事项', INFO, '# 甲。', '', '乙 丙。')).toBe(id('某通知事项', INFO, '甲。乙丙。'));
  });
});

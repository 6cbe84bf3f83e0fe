import { describe, expect, it } from 'vitest';
import { codes, outline, parse, paths, statute } from './outline.ts';

const articlesOf = (text: string): string[] => paths(text).filter((path) => /^art_[\d-]+$/.test(path));

describe('damage that occurs in printed statutes', () => {
  it.each([
    [
      'a blank inside the number',
      ['第一百二十七条 甲。', '第一百二十八 条 乙。'],
      ['art_127', 'art_128'],
      'structure.blank_in_number',
    ],
    ['笫 for 第', ['第一条 甲。', '笫二条 乙。'], ['art_1', 'art_2'], 'structure.variant_in_number'],
    ['a dash for 一', ['第三十条 甲。', '第三十－条 乙。'], ['art_30', 'art_31'], 'structure.dash_in_number'],
    ['a number left out', ['第一条 甲。', '第三条 乙。'], ['art_1', 'art_3'], 'structure.number_not_consecutive'],
  ])('%s', (_name, lines, articles, code) => {
    const text = statute(...lines);
    expect(articlesOf(text)).toEqual(articles);
    expect(codes(text)).toContain(code);
  });

  it('an article number that comes twice keeps both texts under different ids', () => {
    const text = statute('第一条 甲。', '第二条 乙。', '第二条 丙。');
    expect(paths(text).filter((path) => path.startsWith('art_2') && !path.includes('/'))).toEqual(['art_2', 'art_2~2']);
    expect(codes(text)).toContain('structure.article_twice');
  });

  it.each([
    ['between blanks', '第一章 总则 第一条 为了安全。 第二条 本规则适用。 第二章 管制 第三条 国家管制。'],
    ['without blanks after the stops', '第一章 总则 第一条 为了安全。第二条 本规则适用。第二章 管制 第三条 国家管制。'],
  ])('a whole chapter on one line, %s', (_name, line) => {
    const text = statute(line);
    expect(outline(text, 4)).toEqual([
      'chp_1: 第一章 总则',
      'art_1 < chp_1: 为了安',
      'art_1/par_1 < art_1: 为了安全',
      'art_2 < chp_1: 本规则',
      'art_2/par_1 < art_2: 本规则适',
      'chp_2: 第二章 管制',
      'art_3 < chp_2: 国家管',
      'art_3/par_1 < art_3: 国家管制',
    ]);
    expect(codes(text)).toContain('structure.articles_in_one_line');
  });

  it('112 articles on one line are 112 articles', () => {
    const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    const chinese = (n: number): string => {
      const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
      const head = hundreds > 0 ? `一百${tens === 0 && ones > 0 ? '零' : ''}` : '';
      const middle = tens > 0 ? `${tens > 1 || hundreds > 0 ? numerals[tens - 1] : ''}十` : '';
      return head + middle + (ones > 0 ? numerals[ones - 1] : '');
    };
    const line = Array.from({ length: 112 }, (_, i) => `第${chinese(i + 1)}条 依照第一条的规定执行。`).join(' ');
    expect(articlesOf(statute(line))).toHaveLength(112);
  });

  it.each([
    ['whole references', '第一条 依照第二条、第三条的规定处理。'],
    ['references after a stop', '第一条 甲。第二条规定的除外。'],
    ['references with blanks around', '第一条 依照本法 第二条 的规定处理。'],
  ])('%s inside a line open no article', (_name, line) => {
    expect(articlesOf(statute(line))).toEqual(['art_1']);
  });

  it('项 printed in the line of their 款', () => {
    expect(paths(statute('第一条 有下列情形之一的：（一）甲；（二）乙；（三）丙。'))).toEqual([
      'art_1',
      'art_1/par_1',
      'art_1/par_1/pnt_1',
      'art_1/par_1/pnt_2',
      'art_1/par_1/pnt_3',
    ]);
  });

  it('one bracketed number alone in a line is no 项', () => {
    expect(paths(statute('第一条 包括：（一）甲。'))).toEqual(['art_1', 'art_1/par_1']);
  });

  it('a heading wrapped over two lines', () => {
    const text = statute('第一章 外商投资经营国际海上运输业务', '及其辅助性业务的特别规定', '第一条 甲。');
    expect(outline(text)[0]).toBe('chp_1: 第一章 外商投资经营国际海上运输业务 及其辅助性业务的特别规定');
    expect(codes(text)).toEqual(['structure.heading_wrapped']);
  });

  it('a heading that lost its number is no 款 of the article before', () => {
    const text = statute('## 第一章 总则', '第一条 甲。', '网络素养促进', '第二条 乙。');
    expect(paths(text)).toEqual(['chp_1', 'art_1', 'art_1/par_1', 'chp_1/sec_h1', 'art_2', 'art_2/par_1']);
    expect(codes(text)).toEqual(['structure.heading_lost']);
  });

  it('a formula between two articles is no heading', () => {
    expect(paths(statute('第一条 计算公式为：', '应纳税额＝销售额×税率', '第二条 乙。')).slice(0, 3)).toEqual([
      'art_1',
      'art_1/par_1',
      'art_1/par_2',
    ]);
  });

  it('a 款 broken off at a comma goes on in the next line', () => {
    const text = statute('第一条 国务院由下列人员组成：总理，', '副总理若干人，', '秘书长。', '每届任期五年。');
    expect(paths(text)).toEqual(['art_1', 'art_1/par_1', 'art_1/par_2']);
    expect(codes(text)).toEqual(['structure.line_joined', 'structure.line_joined']);
  });

  it('zero-width lines are no 款', () => {
    expect(paths(statute('第一条 甲。', '\u200b', '\u200b\u200b', '乙。'))).toEqual([
      'art_1',
      'art_1/par_1',
      'art_1/par_2',
    ]);
  });

  it.each(['附图说明应当清楚。', '附件由申请人提交。'])('a 款 that begins with %s is no annex', (line) => {
    expect(paths(statute('第一条 甲：', line, '第二条 乙。'))).toEqual([
      'art_1',
      'art_1/par_1',
      'art_1/par_2',
      'art_2',
      'art_2/par_1',
    ]);
  });

  it('the articles go on after what looked like an annex', () => {
    expect(articlesOf(statute('第一条 甲：', '附件：', '第二条 乙。'))).toEqual(['art_1', 'art_2']);
  });

  it('an annex that holds the text amended gives the articles of a decision that has none', () => {
    const text = [
      '# 关于审理某案件的解释',
      '<!-- INFO END -->',
      '一、删除《解释》第一条第二项。',
      '附件',
      '第一条 甲。',
      '第二条 乙。',
    ].join('\n');
    expect(articlesOf(text)).toEqual(['art_1', 'art_2']);
  });

  it('a file of one part of a code begins where the part before ended, and is told apart by its part', () => {
    const doc = parse(
      [
        '# 中华人民共和国民法典',
        '# 人格权编',
        '2020年5月28日 第十三届全国人民代表大会第三次会议通过',
        '<!-- INFO END -->',
        '第九百八十九条 甲。',
        '第九百九十条 乙。',
      ].join('\n'),
    );
    expect(doc.id).toBe('law/民法典@2020-05-28~人格权编');
    expect(doc.findings).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { codes, outline, paths, statute } from './outline.ts';

describe('编 章 节 条 款 项 目', () => {
  it('nests every level; 款 are counted; chapters are not in the paths of articles', () => {
    const text = statute(
      '## 第一编 总则',
      '## 第一章 一般规定',
      '### 第一节 目的',
      '第一条 为了规范，制定本法。',
      '国家支持前款规定的活动。',
      '第二条 有下列情形之一的，予以处罚：',
      '（一）甲；',
      '（二）乙：',
      '1.子；',
      '2.丑。',
      '情节严重的，从重处罚。',
    );
    expect(outline(text, 6)).toEqual([
      'prt_1: 第一编 总则',
      'prt_1/chp_1 < prt_1: 第一章 一般规定',
      'prt_1/chp_1/sec_1 < prt_1/chp_1: 第一节 目的',
      'art_1 < prt_1/chp_1/sec_1: 为了规范，',
      'art_1/par_1 < art_1: 为了规范，制',
      'art_1/par_2 < art_1: 国家支持前款',
      'art_2 < prt_1/chp_1/sec_1: 有下列情形',
      'art_2/par_1 < art_2: 有下列情形之',
      'art_2/par_1/pnt_1 < art_2/par_1: 甲；',
      'art_2/par_1/pnt_2 < art_2/par_1: 乙： 1.子'.replace(' 1.子', '\n1.子'),
      'art_2/par_1/pnt_2/sub_1 < art_2/par_1/pnt_2: 子；',
      'art_2/par_1/pnt_2/sub_2 < art_2/par_1/pnt_2: 丑。',
      'art_2/par_2 < art_2: 情节严重的，',
    ]);
  });

  it.each([
    ['之一', ['第一条 甲。', '第一条之一 乙。', '第二条 丙。'], ['art_1', 'art_1-1', 'art_2']],
    ['no blank after the number', ['第一条为了规范。', '第二条国家保护。'], ['art_1', 'art_2']],
    ['markdown heading marks', ['### 第一条', '甲。', '### 第二条', '乙。'], ['art_1', 'art_2']],
    ['Arabic numbers', ['第1条 甲。', '第2条 乙。'], ['art_1', 'art_2']],
    ['full-width digits', ['第１条 甲。', '第２条 乙。'], ['art_1', 'art_2']],
    [
      'numbers over a hundred',
      ['第一百零一条 甲。', '第一百零二条 乙。', '第一百一十条 丙。'],
      ['art_101', 'art_102', 'art_110'],
    ],
    [
      'a reference at the start of a line opens no article',
      ['第一条 甲。', '第二条的规定不适用。', '第二条、第三条另有规定的除外。', '第二条 乙。'],
      ['art_1', 'art_2'],
    ],
    [
      'a reference to the next article with its 款',
      ['第一条 甲。', '第二条第二款规定的人员除外。', '第二条 乙。'],
      ['art_1', 'art_2'],
    ],
  ])('%s', (_name, lines, articles) => {
    expect(paths(statute(...lines)).filter((path) => /^art_[\d-]+$/.test(path))).toEqual(articles);
  });

  it.each([
    ['full width', '（一）甲；', '（二）乙。'],
    ['half width', '(一)甲；', '(二)乙。'],
    ['blanks inside', '( 一 )甲；', '（ 二 ）乙。'],
  ])('项 in %s brackets', (_name, first, second) => {
    expect(paths(statute('第一条 包括：', first, second))).toEqual([
      'art_1',
      'art_1/par_1',
      'art_1/par_1/pnt_1',
      'art_1/par_1/pnt_2',
    ]);
  });

  it('（1） under （一） is a 目', () => {
    expect(paths(statute('第一条 包括：', '（一）甲：', '（1）子；', '（2）丑；', '（二）乙。')).slice(2)).toEqual([
      'art_1/par_1/pnt_1',
      'art_1/par_1/pnt_1/sub_1',
      'art_1/par_1/pnt_1/sub_2',
      'art_1/par_1/pnt_2',
    ]);
  });

  it('项 after a second 款 belong to that one', () => {
    expect(paths(statute('第一条 甲。', '有下列情形之一的：', '（一）乙；', '（二）丙。'))).toEqual([
      'art_1',
      'art_1/par_1',
      'art_1/par_2',
      'art_1/par_2/pnt_1',
      'art_1/par_2/pnt_2',
    ]);
  });

  it('a line between （一） and （二） goes on the 项; after the last 项 it is the next 款', () => {
    expect(
      paths(statute('第一条 包括：', '（一）甲。', '子在此时，丑亦然。', '（二）乙；', '寅；', '（三）丙。', '丁。')),
    ).toEqual(['art_1', 'art_1/par_1', 'art_1/par_1/pnt_1', 'art_1/par_1/pnt_2', 'art_1/par_1/pnt_3', 'art_1/par_2']);
  });

  it('what stands before the first article is a block, so that 根据《…》 has a place', () => {
    expect(paths(statute('为了规范，根据《刑法》，制定本解释。', '第一条 甲。'))).toEqual([
      'blk_1',
      'art_1',
      'art_1/par_1',
    ]);
  });

  it('an annex after the articles is no 款 of the last one', () => {
    expect(paths(statute('第一条 甲。', '附件：', '第五条 表格。')).slice(2)).toEqual(['blk_1', 'blk_2']);
  });

  it('a table is no 款', () => {
    expect(paths(statute('第一条 甲：', '| 税目 | 税率 |', '|---|---|', '| 酒 | 10% |', '第二条 乙。'))).toEqual([
      'art_1',
      'art_1/par_1',
      'art_2',
      'art_2/par_1',
    ]);
  });

  it('the table of contents is left out', () => {
    const text = statute(
      '目 录',
      '第一章 总则',
      '第二章 附则',
      '第一章 总则',
      '第一条 甲。',
      '第二章 附则',
      '第二条 乙。',
    );
    expect(paths(text).filter((path) => path.startsWith('chp'))).toEqual(['chp_1', 'chp_2']);
    expect(codes(text)).toEqual([]);
  });

  it('`## 二、…` between articles is a heading, not a 款 of the article before', () => {
    expect(outline(statute('## 一、一般规定', '第一条 甲。', '## 二、附则', '第二条 乙。'))).toEqual([
      'sec_1: 一、一般规定',
      'art_1 < sec_1: 甲。',
      'art_1/par_1 < art_1: 甲。',
      'sec_2: 二、附则',
      'art_2 < sec_2: 乙。',
      'art_2/par_1 < art_2: 乙。',
    ]);
  });
});

describe('texts without 第X条 lines', () => {
  const amendment = (...lines: string[]): string =>
    ['# 某法修正案', '2020年1月2日 全国人民代表大会常务委员会通过', '<!-- INFO END -->', ...lines].join('\n');

  it('一、 numbers the articles of an amendment; new wording stays inside', () => {
    expect(paths(amendment('一、将刑法第一条修改为：“甲。', '“乙。”', '二、删去第二条。'))).toEqual([
      'art_1',
      'art_1/par_1',
      'art_1/par_2',
      'art_2',
      'art_2/par_1',
    ]);
  });

  it('sections and blocks of a resolution', () => {
    const text = [
      '# 某省人民代表大会常务委员会关于加强保护的决议',
      '## 一、提高认识',
      '要提高认识。',
      '## 二、压实责任',
      '要压实责任。',
    ].join('\n\n');
    expect(outline(text)).toEqual([
      'sec_1: 一、提高认识',
      'blk_1 < sec_1: 要提高认识。',
      'sec_2: 二、压实责任',
      'blk_2 < sec_2: 要压实责任。',
    ]);
  });

  it('every paragraph of a news report is a block, the title the first', () => {
    const text = [
      '最高检印发《关于某事的意见》',
      '近日，最高人民检察院印发《关于某事的意见》。',
      '《意见》强调，要做好工作。',
    ].join('\n\n');
    expect(paths(text)).toEqual(['blk_1', 'blk_2', 'blk_3']);
  });

  it('a case is split by its headings, articles it quotes are not its own', () => {
    const text = [
      '# 某案',
      '<!-- INFO END -->',
      '## 基本案情',
      '甲诉乙。',
      '## 裁判要旨',
      '第六条 食品经营者有下列情形。',
    ].join('\n');
    expect(paths(text)).toEqual(['sec_h1', 'blk_1', 'sec_h2', 'blk_2']);
  });

  it('an empty body is reported', () => {
    expect(codes(statute())).toEqual(['structure.empty_body']);
  });
});

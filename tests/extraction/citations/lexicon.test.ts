import { describe, expect, it } from 'vitest';
import { compileLawLexicon, LawEntry, NotName } from '#extraction/citations/lexicon.ts';
import { FamaiError } from '#model/errors.ts';
import { laws } from './support.ts';

const entry = (title: string, more: Partial<LawEntry> = {}): LawEntry =>
  LawEntry.parse({ title, rank: '法律', ...more });
const found = (lexicon: ReturnType<typeof compileLawLexicon>, name: string): string[] =>
  lexicon.find(name).map((e) => e.title);

describe('names of laws a lawyer keeps', () => {
  it('a title entered twice is an error that names it', () => {
    const compile = (): unknown =>
      compileLawLexicon({ laws: [entry('湖泊法'), entry('中华人民共和国湖泊法')], notNames: [] });
    expect(compile).toThrow(FamaiError);
    expect(compile).toThrow(/湖泊法.*两次/);
  });

  it.each([
    ['a field no one knows', { title: '湖泊法', rank: '法律', statut: 'in_force' }],
    ['a rank that does not exist', { title: '湖泊法', rank: '法规' }],
    ['a date that is none', { title: '湖泊法', rank: '法律', date: '2020年1月' }],
  ])('%s is refused', (_name, line) => {
    expect(LawEntry.safeParse(line).success).toBe(false);
  });

  it('a word that is no name needs its reason', () => {
    expect(NotName.safeParse({ word: '国际湖泊法' }).success).toBe(false);
  });

  it('finds a law under every way its title is printed', () => {
    const title = '最高人民法院关于适用〈中华人民共和国公司法〉若干问题的规定（三）';
    for (const printed of [
      title,
      '最高人民法院关于适用《中华人民共和国公司法》若干问题的规定（三）',
      '最高人民法院关于适用<公司法>若干问题的规定(三)',
      '关于适用〈公司法〉若干问题的规定（三）',
    ]) {
      expect(found(laws, printed)).toEqual([title]);
    }
  });

  it('a short name of two laws leads to both', () => {
    const lexicon = compileLawLexicon({
      laws: [entry('湖泊保护法', { short: ['湖法'] }), entry('湖泊渔业法', { short: ['湖法'] })],
      notNames: [],
    });
    expect(found(lexicon, '湖法')).toEqual(['湖泊保护法', '湖泊渔业法']);
  });

  it.each([
    ['民诉法解释', '最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释'],
    ['公司法司法解释三', '最高人民法院关于适用〈中华人民共和国公司法〉若干问题的规定（三）'],
    ['行政协议司法解释', '最高人民法院关于审理行政协议案件若干问题的规定'],
    ['民间借贷司法解释', '最高人民法院关于审理民间借贷案件适用法律若干问题的规定'],
    ['刑诉解释', '最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释'],
    ['担保制度解释', '最高人民法院关于适用〈中华人民共和国民法典〉有关担保制度的解释'],
    ['物权编司法解释', '最高人民法院关于适用〈中华人民共和国民法典〉物权编的解释（一）'],
    ['建工司法解释二', '最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（二）'],
    ['最高法民诉法解释', '最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释'],
    ['融资租赁解释', '最高人民法院关于审理融资租赁合同纠纷案件适用法律问题的解释'],
    [
      '帮信罪司法解释',
      '最高人民法院、最高人民检察院关于办理非法利用信息网络、帮助信息网络犯罪活动等刑事案件适用法律若干问题的解释',
    ],
    ['大连会议纪要', '全国部分法院审理毒品犯罪案件工作座谈会纪要'],
    ['新公司法', '公司法'],
  ])('%s', (name, title) => {
    expect(found(laws, name)).toEqual([title]);
  });

  it.each(['公司法司法解释', '建工解释', '保险法解释'])('%s without its number may be several', (name) => {
    expect(found(laws, name)).not.toHaveLength(1);
  });

  it('knows when a law was made', () => {
    expect(laws.find('未成年人网络保护条例')[0]).toMatchObject({ date: '2023-10-16', rank: '行政法规' });
    expect(laws.find('网络犯罪防治法')[0]?.status).toBe('planned');
    expect(laws.find('合同法')[0]?.status).toBe('repealed');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GraphFragment } from '#model/graph.ts';
import { RELATION_RULES } from '#model/relations.ts';
import { type Assembled, assemble, assembleAll, relations } from './graph.ts';

const LAW = [
  '# 中华人民共和国红花法',
  '2020年1月2日 第十三届全国人民代表大会常务委员会第十五次会议通过',
  '<!-- INFO END -->',
  '第一条 为了\u200b保护，根据《中华人民共和国宪法》，制定本法。',
  '第二条 依照本法第一条的规定处理。',
  '违反前款规定的，依照《中华人民共和国刑法》第二百八十六条之一处罚。',
  '第三条 本法自公布之日起施行。',
].join('\n');
const RULE = [
  '# 红花法实施办法',
  '2021年3月4日 国务院公布',
  '<!-- INFO END -->',
  '第一条 根据《红花法》第二条第二款，制定本办法。',
  '第二条 违反《红花法》第九条的，予以处罚。',
].join('\n');

/** What holds of every graph of every document. */
const expectSound = ({ raw, fragment }: Assembled): void => {
  expect(GraphFragment.safeParse(fragment).error).toBeUndefined();
  const labels = new Map(fragment.nodes.map((node) => [node.id, node.label]));
  expect(labels.size).toBe(fragment.nodes.length);
  expect(new Set(fragment.relations.map(({ id }) => id)).size).toBe(fragment.relations.length);
  for (const relation of fragment.relations) {
    const rule = RELATION_RULES[relation.type];
    expect(rule.from).toContain(labels.get(relation.from));
    // Provisions of other documents are not among this document's nodes.
    if (labels.has(relation.to)) expect(rule.to).toContain(labels.get(relation.to));
    expect(relation.evidence !== null).toBe(rule.evidence);
    if (relation.evidence === null) continue;
    const { start, end, quote } = relation.evidence;
    expect(raw.slice(start, end)).toBe(quote);
    expect(fragment.text.slice(start - fragment.textOffset, end - fragment.textOffset)).toBe(quote);
  }
  for (const node of fragment.nodes) {
    if (node.label !== 'Provision' && node.label !== 'Duty') continue;
    expect(node.start).toBeLessThan(node.end);
    expect(node.end).toBeLessThanOrEqual(raw.length);
  }
};

describe('the graph of one document', () => {
  it('gives a law the short names people search by, whether or not its text or another names it', () => {
    const text =
      '# 中华人民共和国网络安全法\n2016年11月7日通过\n<!-- INFO END -->\n第一条 为了保障网络安全，制定本法。';
    const law = assemble(text).fragment.nodes.find(({ id }) => id === 'law/网络安全法');
    expect(law).toMatchObject({ label: 'Law', shortTitles: ['网安法'] });
  });

  it('holds the law, its text, its provisions and what they cite', () => {
    const graph = assemble(LAW);
    expectSound(graph);
    expect(relations(graph, 'TEXT_OF', 'BASED_ON', 'CITES')).toEqual(
      expect.arrayContaining([
        'TEXT_OF 中华人民共和国红花法 → law/红花法',
        'BASED_ON 红花法 → law/宪法',
        'CITES 第一条第一款 → law/宪法 (not_held)',
        'CITES 第二条第一款 → law/红花法@2020-01-02/art_1 第1条',
        'CITES 第二条第二款 → law/刑法 第286-1条 (not_held)',
      ]),
    );
  });

  it('proves each relationship by the sentence, with the characters cleaning dropped', () => {
    const { fragment } = assemble(LAW);
    const based = fragment.relations.find(({ type }) => type === 'BASED_ON');
    expect(based?.evidence?.quote).toBe('为了\u200b保护，根据《中华人民共和国宪法》，制定本法。');
  });

  it('leads to the provision of another file when that file is there', () => {
    const [, rule] = assembleAll({ 'law.md': LAW, 'rule.md': RULE });
    expect(rule && relations(rule, 'CITES')).toEqual([
      'CITES 第一条第一款 → law/红花法@2020-01-02/art_2/par_2 第2条',
      'CITES 第一条第一款 → law/红花法实施办法',
      'CITES 第二条第一款 → law/红花法 第9条 (no_such_article)',
    ]);
  });

  it('names units as lawyers do and keeps what is printed', () => {
    const { fragment } = assemble(['# 某条例', '第一条 包括：', '（一）甲；', '（二）乙。'].join('\n'));
    expect(
      fragment.nodes.flatMap((node) => (node.label === 'Provision' ? [[node.name, node.printed, node.text]] : [])),
    ).toEqual([
      ['第一条', '第一条', '包括：\n（一）甲；\n（二）乙。'],
      ['第一条第一款', '第1款', '包括：\n（一）甲；\n（二）乙。'],
      ['第一条第一款第（一）项', '（一）', '甲；'],
      ['第一条第一款第（二）项', '（二）', '乙。'],
    ]);
  });

  it('reports what was not resolved', () => {
    const { fragment } = assemble(RULE);
    expect(fragment.findings.map(({ kind, code }) => `${kind} ${code}`)).toContain('not_resolved resolve.not_held');
  });

  it('is the same whenever it is made', () => {
    expect(assemble(LAW).fragment).toEqual(assemble(LAW).fragment);
  });

  it('is sound for any text', () => {
    const piece = fc.constantFrom(
      '第一条 ',
      '第二条 ',
      '（一）',
      '# 某法\n',
      '《刑法》',
      '《中华人民共和国民法典》第一条',
      '本法第一条第二款',
      '前款',
      '依照',
      '各级检察机关',
      '应当',
      '依法',
      '打击',
      '网络犯罪',
      '，',
      '。',
      '；',
      '\n',
      '\u200b',
      '\u3000',
      '近日，最高人民检察院印发《关于某事的意见》',
      '以下简称《意见》',
      '刑事、民事、行政检察',
      '一、',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => expectSound(assemble(parts.join('')))),
      { numRuns: 150 },
    );
  });
});

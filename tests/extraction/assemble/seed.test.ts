import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assemble, relations } from './graph.ts';

const PATH = '000_f2c18dec97506519.txt';
const raw = readFileSync(new URL(`../../../graph-data/documents/${PATH}`, import.meta.url), 'utf8');
const seed = assemble(raw, PATH);
const nodes = (label: string): string[] =>
  seed.fragment.nodes.filter((node) => node.label === label).map((node) => node.name);

describe('the seed document', () => {
  it('is one Document with two Sources', () => {
    expect(
      seed.fragment.nodes.flatMap((node) =>
        node.label === 'Source' ? [[node.name, node.publisher, node.publishedAt]] : [],
      ),
    ).toEqual([
      ['法治网 2023-04-19', '法治网', '2023-04-19'],
      ['华龙网 2023-04-19 20:00:32', '华龙网', '2023-04-19 20:00:32'],
    ]);
    expect(nodes('Document')).toHaveLength(1);
    expect(relations(seed, 'COPY_OF')).toHaveLength(2);
  });

  it('has the title and the five paragraphs as provisions, site chrome nowhere', () => {
    const provisions = seed.fragment.nodes.flatMap((node) => (node.label === 'Provision' ? [node.text] : []));
    expect(provisions.map((text) => text.slice(0, 8))).toEqual([
      '最高检印发《关于',
      '近日,最高人民检',
      '《意见》强调,各',
      '《意见》指出,要',
      '《意见》明确,要',
      '《意见》要求,要',
    ]);
    expect(JSON.stringify(seed.fragment.nodes)).not.toMatch(/无障碍|责任编辑|版权/);
  });

  it('reports on the 《意见》, a normative document of 最高人民检察院 with 6方面21条', () => {
    const law = seed.fragment.nodes.find((node) => node.label === 'Law' && node.extent !== null);
    expect(law).toMatchObject({
      id: 'law/关于加强新时代检察机关网络法治工作的意见',
      rank: '规范性文件',
      issuer: '最高人民检察院',
      extent: '6方面21条',
      shortTitles: ['意见'],
    });
    expect(relations(seed, 'REPORTS_ON')).toEqual([
      `REPORTS_ON ${nodes('Document')[0]} → law/关于加强新时代检察机关网络法治工作的意见`,
    ]);
  });

  it('asks for four laws and cites none of them', () => {
    const asked = ['网络安全法', '网络犯罪防治法', '反不正当竞争法', '未成年人网络保护条例'];
    const targets = (type: string): string[] => relations(seed, type).map((line) => line.split('law/')[1] ?? '');
    expect(targets('PROMOTES')).toEqual(asked);
    expect(targets('CITES').filter((title) => asked.includes(title))).toEqual([]);
    const evidence = seed.fragment.relations.find(({ type }) => type === 'PROMOTES')?.evidence;
    expect(evidence?.quote).toContain('推动制定修订网络安全法');
  });

  it('says which words of the sentence name the target, to the character', () => {
    const named = (type: string, name: string): string[] =>
      seed.fragment.relations.flatMap(({ type: own, to, evidence }) =>
        own === type && to.endsWith(name) && evidence
          ? [raw.slice(evidence.namedStart ?? 0, evidence.namedEnd ?? 0)]
          : [],
      );
    expect(named('PROMOTES', '反不正当竞争法')).toEqual(['反不正当竞争法']);
    expect(named('MENTIONS', '民事检察')).toContain('民事行政检察监督');
    expect(named('MENTIONS', 'aspect/司法')).not.toContain('司法改革');
    for (const { type, evidence } of seed.fragment.relations) {
      if (evidence === null || type === 'STATES') continue;
      const { start, end, namedStart, namedEnd } = evidence;
      if (namedStart == null || namedEnd == null) continue;
      expect(start <= namedStart && namedStart < namedEnd && namedEnd <= end).toBe(true);
    }
  });

  it('knows 网络犯罪防治法 as planned', () => {
    expect(seed.fragment.nodes.find((node) => node.id === 'law/网络犯罪防治法')).toMatchObject({ status: 'planned' });
  });
});

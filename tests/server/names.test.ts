import { describe, expect, it } from 'vitest';
import { bucketCounts, summarise, toIndex, toPage } from '#server/services/cited-by-index.ts';
import { findNames, lawsMeant, toNames } from '#server/services/names.ts';

const law = (title: string, weight: number, more: Record<string, unknown> = {}, texts: string[] = []) => ({
  node: { labels: ['Law'], properties: { id: `law/${title}`, name: title, title, ...more } },
  weight,
  texts,
});
const names = toNames([
  law('网络安全法', 5, { shortTitles: ['网安法'], pinyin: ['wlaqf', 'wangluoanquanfa'] }, [
    'law/网络安全法@2016-11-07',
  ]),
  law('网络安全审查办法', 9, { shortTitles: [] }),
  law('未成年人网络保护条例', 2),
  { node: { labels: ['Organ'], properties: { id: 'organ/国家网信办', name: '国家网信办' } }, weight: 3, texts: [] },
]);
const titles = (typed: string): unknown[] =>
  findNames(names, 'Law', { q: typed.toLowerCase(), terms: typed.toLowerCase().split(' ') }).map(
    ({ properties }) => properties['title'],
  );

describe('names that hold the words typed', () => {
  it.each([
    ['网络', ['网络安全审查办法', '网络安全法', '未成年人网络保护条例']],
    ['网安法', ['网络安全法']],
    ['WLAQF', ['网络安全法']],
    ['wangluo', ['网络安全法']],
    ['保护 网络', ['未成年人网络保护条例']],
    ['网络安全法', ['网络安全法']],
    ['没有', []],
  ])('%s finds %j, the exact, then the beginning, then the most cited first', (typed, found) => {
    expect(titles(typed)).toEqual(found);
  });

  it('are kept apart by kind', () => {
    expect(findNames(names, 'Organ', { q: '网信', terms: ['网信'] })).toHaveLength(1);
    expect(findNames(names, 'Function', { q: '网信', terms: ['网信'] })).toEqual([]);
  });

  it('tell a title, a short title, a sound and an abbreviation apart', () => {
    const meant = (name: string) => lawsMeant(names, name, (title) => title === '网络安全审查办法');
    expect(meant('网络安全法').map(({ tier }) => tier)).toEqual([0, 3]);
    expect(meant('网安法')[0]).toMatchObject({ tier: 1, texts: ['law/网络安全法@2016-11-07'] });
    expect(meant('wlaqf')[0]?.tier).toBe(2);
  });
});

describe('the citations of one target', () => {
  const index = toIndex([
    {
      documentId: 'doc/b',
      rank: '司法解释',
      date: '2020-01-01',
      documentKey: '02b',
      entries: [
        ['articles', '21', 1, null, '000000009x', 'e3'],
        ['articles', '21', null, null, '000000005x', 'e2'],
      ],
    },
    {
      documentId: 'doc/a',
      rank: '法律',
      date: null,
      documentKey: '01a',
      entries: [['mentions', null, null, null, '000000001x', 'e1']],
    },
  ]);

  it('stand in the order of documents and places', () => {
    expect(toPage(index, {}, '', 10)).toEqual({ elements: ['e1', 'e2', 'e3'], cursor: null });
  });

  it('are paged without losing or repeating one', () => {
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: { elements: string[]; cursor: string | null } = toPage(index, {}, after, 1);
      seen.push(...page.elements);
      after = page.cursor === null ? null : Buffer.from(page.cursor, 'base64url').toString('utf8');
    }
    expect(seen).toEqual(['e1', 'e2', 'e3']);
  });

  it('are counted under the filters, each facet without its own', () => {
    expect(summarise(index, { article: '21', paragraph: 1 })).toEqual({
      total: 1,
      documents: 1,
      buckets: { articles: 1, mentions: 0, internal: 0, promotes: 0 },
      facets: {
        ranks: [{ value: '司法解释', count: 1 }],
        years: [{ value: 2020, count: 1 }],
        articles: [{ value: '21', count: 2 }],
      },
    });
    expect(bucketCounts(index)).toEqual({ articles: 2, mentions: 1, internal: 0, promotes: 0 });
    expect(summarise(index, { year: 2020 }).total).toBe(2);
  });
});

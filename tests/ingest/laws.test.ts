import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLaw, pinyinOf } from '#ingest/laws.ts';
import { LAW_STATUSES, RANKS } from '#model/entities.ts';
import { lawNode } from '#tests/support/fragments.ts';

const named = (more: Parameters<typeof lawNode>[1]) => ({ law: lawNode('某法', more), own: false });
const own = (more: Parameters<typeof lawNode>[1]) => ({ law: lawNode('某法', more), own: true });

describe('one law as several documents know it', () => {
  it.each([
    [
      'its own text beats what others suppose',
      [named({ status: 'planned' }), own({ status: 'in_force' })],
      { status: 'in_force' },
    ],
    [
      'a repeal that any document knows of counts',
      [own({ status: 'in_force' }), named({ status: 'repealed' })],
      { status: 'repealed' },
    ],
    [
      'a law that is cited exists, even if another text only asks for it',
      [named({ status: 'planned' }), named({ status: 'not_held' })],
      { status: 'not_held' },
    ],
    [
      'of its own texts the newest speaks',
      [own({ date: '2016-11-07', issuer: '甲' }), own({ date: '2025-10-28', issuer: '乙' })],
      { date: '2025-10-28', issuer: '乙' },
    ],
    [
      'short titles are gathered',
      [named({ shortTitles: ['某'] }), named({ shortTitles: ['本法', '某'] })],
      { shortTitles: ['本法', '某'] },
    ],
    ['a known rank beats 其他', [named({ rank: '其他' }), named({ rank: '行政法规' })], { rank: '行政法规' }],
    ['what only one knows is kept', [named({ extent: '6方面21条' }), named({})], { extent: '6方面21条' }],
  ])('%s', (_, views, expected) => {
    expect(mergeLaw(views)).toMatchObject(expected);
  });

  it('does not depend on the order of documents', () => {
    const view = fc.record({
      own: fc.boolean(),
      law: fc
        .record({
          status: fc.constantFrom(...LAW_STATUSES),
          rank: fc.constantFrom(...RANKS),
          issuer: fc.constantFrom(null, '甲', '乙'),
          date: fc.constantFrom(null, '2016-11-07', '2025-10-28'),
          extent: fc.constantFrom(null, '21条'),
          shortTitles: fc.array(fc.constantFrom('a', 'b', 'c')),
        })
        .map((more) => lawNode('某法', more)),
    });
    fc.assert(
      fc.property(fc.array(view, { minLength: 1 }), (views) => {
        expect(mergeLaw(views.toReversed())).toEqual(mergeLaw(views));
      }),
    );
  });
});

describe('pinyin of a title', () => {
  it.each([
    ['网络安全法', ['wangluoanquanfa', 'wlaqf']],
    ['行政处罚法', ['xingzhengchufafa', 'xzcff']],
    ['ABC', []],
  ])('%s', (title, expected) => expect(pinyinOf(title)).toEqual(expected));
});

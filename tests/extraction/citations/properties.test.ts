import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '#extraction/citations/automaton.ts';
import { findBooks } from '#extraction/citations/books.ts';
import { readUnits } from '#extraction/citations/units.ts';
import { document, laws, mentionsOf } from './support.ts';

const WORDS = [
  '《',
  '》',
  '〈',
  '〉',
  '（',
  '）',
  '“',
  '”',
  '、',
  '，',
  '。',
  '\n',
  ' ',
  '第',
  '条',
  '款',
  '项',
  '之一',
  '至',
  '和',
  '一',
  '十',
  '百',
  '12',
  '本法',
  '本办法',
  '前款',
  '前两款',
  '该法',
  '以下简称',
  '同时废止',
  '根据',
  '制定本办法',
  '推动修订',
  '刑法',
  '民法典',
  '条例',
  '规定',
  '解释',
  '水法',
  '关于修改',
  '的决定',
  '其实施条例',
  '公约',
  '是指',
  '所称',
];
const legalText = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 3 })), { maxLength: 120 })
  .map((w) => w.join(''));

describe('whatever the text', () => {
  it('mentions lie inside it, in order, apart from one another, under a target and a rule', () => {
    fc.assert(
      fc.property(legalText, (text) => {
        const doc = document('测试管理办法', `第一条 甲。\n\n第二条 ${text}`);
        let end = doc.bodyStart;
        for (const m of mentionsOf(doc)) {
          expect(m.start).toBeGreaterThanOrEqual(end);
          expect(m.end).toBeGreaterThan(m.start);
          expect(m.fullEnd).toBeGreaterThanOrEqual(m.end);
          expect(m.fullEnd).toBeLessThanOrEqual(doc.clean.text.length);
          expect(m.target).not.toBe('');
          expect(m.rule).toMatch(/^[a-z]+(?:\.[a-z0-9]+)+$/);
          end = m.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('units end where they were read to, never before where they began', () => {
    fc.assert(fc.property(legalText, (text) => readUnits(text, 0).end <= text.length));
  });

  it('books never overlap', () => {
    fc.assert(
      fc.property(legalText, (text) => {
        const books = findBooks(text, 0, text.length);
        return books.every((b, i) => b.end <= (books[i + 1]?.start ?? text.length));
      }),
    );
  });

  it('the automaton finds exactly the occurrences that a plain search finds', () => {
    const name = fc.stringMatching(/^[甲乙丙]{1,5}$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 8 }),
        fc.stringMatching(/^[甲乙丙丁]{0,40}$/),
        (names, text) => {
          const found = buildAutomaton(names)
            .scan(text, 0, text.length)
            .map((h) => `${h.start}:${names[h.name]}`);
          const plain = names.flatMap((n) =>
            Array.from({ length: text.length }, (_, i) => i)
              .filter((i) => text.startsWith(n, i))
              .map((i) => `${i}:${n}`),
          );
          expect(found.sort()).toEqual(plain.sort());
        },
      ),
    );
  });
});

describe('cost', () => {
  /** Processor time of one run in microseconds; the text is parsed beforehand. */
  function cost(text: string): number {
    const doc = document('测试管理办法', `第一条 ${text}`);
    const before = process.cpuUsage().user;
    mentionsOf(doc);
    return process.cpuUsage().user - before;
  }

  it.each([
    ['no punctuation', '保护湖泊水域生态环境'],
    ['names without end', '刑法和'],
    ['books never closed', '《关于'],
    ['definitions', '《甲条例》（以下简称《乙条例》）'],
    ['numbers of articles', '第三条、'],
    ['words that point back', '前款本法该法'],
    ['verbs that ask for laws', '推动制定修订'],
  ])('grows with the length of a line, not faster: %s', (_name, piece) => {
    const repeat = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
    cost(repeat(20_000));
    const small = Math.max(cost(repeat(20_000)), 5_000);
    expect(cost(repeat(320_000))).toBeLessThan(small * 16 * 5);
  });

  it('knows its names', () => {
    expect(laws.entries.length).toBeGreaterThan(1500);
  });
});

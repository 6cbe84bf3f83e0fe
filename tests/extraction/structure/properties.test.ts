import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from './outline.ts';

const PIECES = [
  '第一条',
  '第二条',
  '第三条',
  '第一条之一',
  '第一章',
  '第一节',
  '第一编',
  '笫四条',
  '第三十－条',
  '（一）',
  '（二）',
  '(1)',
  '1.',
  '①',
  '一、',
  '二、',
  '# ',
  '## ',
  '目录',
  '附件',
  '<!-- INFO END -->',
  '2020年1月2日',
  '通过',
  '《刑法》',
  '的规定',
  '，',
  '。',
  '：',
  '；',
  '“',
  '”',
  '|',
  ' ',
  '\u3000',
  '\u200b',
  '\n',
  '\n\n',
  '\r\n',
  '甲',
  '乙丙丁',
  '近日，',
  '印发',
  '来源:某网',
  '基本案情',
  '\ud800',
];
const anyDocument = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

describe('any text', () => {
  it('is split without an exception into units that lie inside their parents, in text order, under unique paths', () => {
    fc.assert(
      fc.property(anyDocument, (raw) => {
        const { units, clean, findings, bodyStart } = parse(raw);
        const { length } = clean.text;
        expect(bodyStart).toBeLessThanOrEqual(length);
        expect(new Set(units.map((unit) => unit.path)).size).toBe(units.length);
        let before = 0;
        for (const [index, unit] of units.entries()) {
          expect(unit.start).toBeGreaterThanOrEqual(before);
          expect(unit.start).toBeLessThanOrEqual(unit.textStart);
          expect(unit.textStart).toBeLessThanOrEqual(unit.end);
          expect(unit.end).toBeLessThanOrEqual(length);
          expect(unit.parent).toBeLessThan(index);
          const parent = units[unit.parent];
          if (parent !== undefined) {
            expect(unit.start).toBeGreaterThanOrEqual(parent.start);
            expect(unit.end).toBeLessThanOrEqual(parent.end);
          }
          before = unit.start;
        }
        for (const { start, end } of findings) {
          if (start === null || end === null) continue;
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Processor time of this thread alone, the least of three: other processes do not count. */
const workOf = (text: string): number => {
  const once = (): number => {
    const before = process.cpuUsage();
    parse(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  return Math.min(once(), once(), once());
};

const SMALL = 1 << 17;
const TIMES = 4;
/** Linear work grows 4 times, quadratic 16 times. */
const LIMIT = 9;

describe('cost grows with the length, also on one line without punctuation', () => {
  it.each([
    ['one character', (n: number) => '第一条 '.padEnd(n, '甲')],
    ['第', (n: number) => '第'.repeat(n)],
    ['brackets', (n: number) => `第一条 包括：${'（一'.repeat(n / 2)}`],
    ['headings', (n: number) => '第一章 '.repeat(n / 4)],
    ['numerals', (n: number) => '一'.repeat(n)],
    ['blanks and dashes', (n: number) => `第${'－ '.repeat(n / 2)}`],
    ['lines of a comma each', (n: number) => '第一条 甲，\n'.concat('，\n'.repeat(n / 2))],
    ['articles of one number', (n: number) => '第一条 甲。\n'.repeat(n / 7)],
    ['items of one number', (n: number) => `第一条 甲：\n${'（一）乙；\n'.repeat(n / 6)}`],
    ['a title without end', (n: number) => '关于'.repeat(n / 2)],
    ['ASCII', (n: number) => 'a'.repeat(n)],
    ['blanks', (n: number) => ' '.repeat(n)],
    ['opening book marks', (n: number) => '《'.repeat(n)],
  ])('%s', (_name, make) => {
    workOf(make(SMALL));
    const small = Math.max(workOf(make(SMALL)), 8000);
    expect(workOf(make(SMALL * TIMES)) / small).toBeLessThan(LIMIT);
    const megabyte = make(1 << 20);
    expect(parse(megabyte).clean.text.length).toBeLessThanOrEqual(megabyte.length);
  });
});

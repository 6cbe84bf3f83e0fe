import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from './support.ts';

const PIECES = [
  '各级人民政府',
  '检察机关',
  '国家',
  '任何单位和个人',
  '应当',
  '不得',
  '可以',
  '要',
  '有权',
  '依法',
  '积极',
  '加强',
  '打击',
  '监督',
  '督促',
  '鼓励',
  '对',
  '将',
  '由',
  '在',
  '以',
  '的',
  '等',
  '中',
  '为',
  '和',
  '、',
  '，',
  '；',
  '。',
  '：',
  '\n',
  '《',
  '》',
  '“',
  '”',
  '（',
  '）',
  '第一条',
  '（一）',
  '一、',
  '下列',
  '义务',
  '网络犯罪',
  '犯罪',
  '刑事',
  '检察',
  '立法',
  '部门',
  '委员会',
  '人大及其常委会',
  '10',
  ' ',
  '\u{1F600}',
];
const texts = fc
  .tuple(
    fc.constantFrom('河湖条例', '关于加强工作的意见', '最高检印发意见'),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }),
  )
  .map(([title, pieces]) => `${title}\n\n${pieces.join('')}`);

const disjoint = (spans: readonly { start: number; end: number }[]): boolean =>
  spans.every((span, index) => index === 0 || (spans[index - 1]?.end ?? 0) <= span.start);

describe('whatever the text', () => {
  it('spans lie inside, in order, and never overlap', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { text, duties, entities } = extract(raw);
        for (const { start, end } of [...duties, ...entities])
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
        expect(disjoint(duties)).toBe(true);
        expect(disjoint(entities)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a bearer is never an empty string and a duty never crosses a full stop', () => {
    fc.assert(
      fc.property(texts, (raw) => {
        const { text, duties } = extract(raw);
        for (const duty of duties) {
          expect(duty.bearer).not.toBe('');
          expect(text.slice(duty.start, duty.end).replace(/[《“（].*?[》”）]/gs, '')).not.toMatch(/[。；\n]./s);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('work grows with the text, not with its square: a long line without punctuation', () => {
    for (const piece of ['应当加强监督', '《', '（', '各级人民政府和', '网络、', '的']) {
      const cost = (times: number): number => {
        const from = process.cpuUsage();
        extract(`河湖条例\n\n第一条 ${piece.repeat(times)}`);
        const { user, system } = process.cpuUsage(from);
        return user + system;
      };
      cost(2000);
      const small = Math.max(2000, cost(10_000));
      expect(cost(40_000)).toBeLessThan(small * 40);
    }
  });
});

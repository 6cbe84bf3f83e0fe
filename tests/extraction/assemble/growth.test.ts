import { describe, expect, it } from 'vitest';
import { assemble } from './graph.ts';

/** Processor time of the whole pipeline, the least of two runs: other processes do not count. */
const workOf = (text: string): number => {
  const once = (): number => {
    const before = process.cpuUsage();
    assemble(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  return Math.min(once(), once());
};

const SMALL = 1 << 15;
const TIMES = 4;
/** Linear work grows 4 times, quadratic 16 times. */
const LIMIT = 9;
const NOISE = 8000;

const repeated = (head: string, piece: string) => (length: number) =>
  head + piece.repeat(Math.floor(length / piece.length));

describe('the whole pipeline costs in proportion to the length, also on one line without a stop', () => {
  it.each([
    ['one character', repeated('第一条 ', '甲')],
    ['names of laws', repeated('第一条 ', '刑法')],
    ['titles', repeated('第一条 ', '《刑法》')],
    ['opening book marks', repeated('第一条 ', '《')],
    ['nested book marks', repeated('第一条 ', '《〈')],
    ['lists of articles', repeated('第一条 ', '刑法第一条、第二条')],
    ['words that point back', repeated('第一条 ', '前款')],
    ['本法', repeated('第一条 ', '本法')],
    ['definitions without end', repeated('第一条 ', '（以下简称')],
    ['modals', repeated('第一条 ', '应当')],
    ['duties in one sentence', repeated('第一条 ', '检察机关应当依法打击犯罪，')],
    ['organs', repeated('第一条 ', '人民政府')],
    ['crimes', repeated('第一条 ', '犯罪')],
    ['coordinated functions', repeated('第一条 ', '刑事、民事、')],
    ['opening quotes', repeated('第一条 ', '“')],
    ['prepositions', repeated('第一条 ', '对将以在')],
    ['places', repeated('第一条 ', '省市县')],
    ['items of a duty list', repeated('第一条 应当履行下列义务：\n', '（一）制定制度；\n')],
    ['a report without end', repeated('近日，最高人民检察院印发', '《关于加强')],
    ['ASCII', repeated('', 'a')],
  ])('%s', (_name, make) => {
    workOf(make(SMALL));
    const small = Math.max(workOf(make(SMALL)), NOISE);
    expect(workOf(make(SMALL * TIMES)) / small).toBeLessThan(LIMIT);
  });
});

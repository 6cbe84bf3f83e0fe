import { describe, expect, it } from 'vitest';
import { extract } from './support.ts';

const first = (sentence: string) =>
  extract(
    `最高检印发《关于加强检察工作的意见》\n\n近日，最高人民检察院印发《关于加强检察工作的意见》（以下简称《意见》）。\n${sentence}\n`,
  ).duties[0];

describe('functions of a duty', () => {
  it.each([
    ['F1 写明的', '《意见》指出，各级检察机关要全面履行民事检察职责。', ['民事检察']],
    ['F1 任何主体', '《意见》指出，有关部门要支持公益诉讼检察工作。', ['公益诉讼检察']],
    ['F2 打击犯罪', '《意见》指出，各级检察机关要依法严惩网络犯罪。', ['刑事检察']],
    ['F2 加大惩治力度', '《意见》指出，各级检察机关要加大对网络犯罪的惩治力度。', ['刑事检察']],
    ['F2 只是宾语的定语', '《意见》指出，各级检察机关要完善打击网络犯罪的规范。', []],
    ['F2 不是检察机关', '《意见》指出，公安机关要依法打击网络犯罪。', []],
    ['F3 刑罚执行', '《意见》指出，各级检察机关要加强对刑罚执行的监督。', ['刑事检察']],
    ['F3 虚假诉讼', '《意见》指出，各级检察机关要加大对虚假诉讼的监督力度。', ['民事检察']],
    ['F3 司法工作人员', '《意见》指出，各级检察机关要查处司法工作人员职务犯罪。', ['检察侦查']],
    ['没有', '《意见》指出，各级检察机关要加强业务培训。', []],
  ])('%s', (_name, sentence, expected) => expect(first(sentence)?.functions).toEqual(expected));

  it('F4: the topic of the numbered unit', () => {
    const { duties } = extract(
      '关于加强检察工作的意见\n\n一、检察机关要加强法律监督工作。\n\n二、加强民事检察工作\n\n各级检察机关要完善办案机制。\n',
    );
    expect(duties.map((duty) => duty.functions)).toEqual([['法律监督'], ['民事检察']]);
  });
});

describe('other fields', () => {
  it.each([
    ['法律', '《意见》指出，各级检察机关要正确适用刑法和网络安全法。', { laws: ['刑法', '网络安全法'] }],
    ['犯罪', '《意见》指出，各级检察机关要依法惩治毒品犯罪。', { crimes: ['毒品犯罪'] }],
    ['方面', '《意见》指出，各级检察机关要参与地方立法工作。', { aspect: '立法' }],
    [
      '机关',
      '《意见》指出，各级人大及其常委会要加强监督工作。',
      { bearers: ['各级人民代表大会', '各级人民代表大会常务委员会'] },
    ],
  ])('%s', (_name, sentence, expected) => expect(first(sentence)).toMatchObject(expected));
});

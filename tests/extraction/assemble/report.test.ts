import { describe, expect, it } from 'vitest';
import { findReport } from '#extraction/assemble/report.ts';
import { parse } from '../structure/outline.ts';

const report = (title: string, ...paragraphs: string[]) => {
  const doc = parse([title, '来源:某网2024-05-06', ...paragraphs].join('\n\n'), 'x.txt');
  const found = findReport(doc);
  return found === null ? null : { ...found, evidence: doc.clean.text.slice(found.evidence.start, found.evidence.end) };
};

describe('what a news report reports on', () => {
  it.each([
    [
      '近日，X印发《…》, its short name and its extent',
      [
        '最高检印发《关于加强某工作的意见》',
        '近日,最高人民检察院印发《关于加强某工作的意见》(以下简称《意见》)。《意见》共6方面21条,提出要求。',
      ],
      { title: '关于加强某工作的意见', issuer: '最高人民检察院', extent: '6方面21条', shortTitles: ['意见'] },
    ],
    [
      'several issuers together',
      [
        '两部门联合印发《某某办法》',
        '日前，教育部、公安部联合印发《某某管理办法（试行）》（以下简称“《办法》”），《办法》共七章五十六条，自2024年7月1日起施行。',
      ],
      { title: '某某管理办法（试行）', issuer: '教育部、公安部', extent: '七章五十六条', shortTitles: ['办法'] },
    ],
    [
      'a date instead of 近日',
      ['国务院办公厅印发《关于某事的通知》', '5月6日，国务院办公厅印发《关于某事的通知》。通知要求，各地要抓好落实。'],
      { title: '关于某事的通知', issuer: '国务院办公厅', extent: null, shortTitles: [] },
    ],
    [
      'an agency before the report',
      [
        '司法部发布《某某规划》',
        '新华社北京5月6日电 记者从司法部获悉，司法部近日发布《某某工作规划（2024—2027年）》。',
      ],
      { title: '某某工作规划（2024—2027年）', issuer: '司法部', extent: null, shortTitles: [] },
    ],
    [
      'articles only',
      [
        '最高法发布《关于某案件的若干规定》',
        '本报讯（记者某某）最高人民法院昨日发布《关于审理某案件的若干规定》，规定共18条。',
      ],
      { title: '关于审理某案件的若干规定', issuer: '最高人民法院', extent: '18条', shortTitles: [] },
    ],
  ])('%s', (_name, [title = '', ...paragraphs], expected) => {
    expect(report(title, ...paragraphs)).toMatchObject(expected);
  });

  it('proves it by the sentence that says so', () => {
    expect(
      report('甲印发《关于某事的意见》', '近日，甲省人民政府印发《关于某事的意见》。会议强调，要抓好落实。')?.evidence,
    ).toBe('近日，甲省人民政府印发《关于某事的意见》。');
  });

  it.each([
    [
      'news about a meeting',
      ['某省召开某某工作会议', '近日，某省召开某某工作会议，会议强调，要认真贯彻《关于某事的意见》。'],
    ],
    ['a law itself', ['# 某条例', '第一条 国务院印发《某某办法》。']],
  ])('%s reports on none', (_name, [title = '', ...paragraphs]) => {
    expect(report(title, ...paragraphs)).toBeNull();
  });
});

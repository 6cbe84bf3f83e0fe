/** A law of two articles as the reader gets it, for tables. */
import { linesOf } from '#client/panels/reader/lines.ts';
import type { Highlight, ReaderProvision } from '#model/wire/documents.ts';

const TEXT = [
  '# 某法',
  '',
  '<!-- INFO END -->',
  '## 第一章 总则',
  '第一条 为了保护公民权益，制定本法。',
  '',
  '国家依照宪法保护。',
  '第二条 违反第一条第二款的，依照《刑法》处罚。',
].join('\n');
const OFFSET = 100;
export const READ_TEXT = { text: TEXT, textOffset: OFFSET };
export const at = (part: string): number => OFFSET + TEXT.indexOf(part);

export const provision = (
  level: ReaderProvision['level'],
  printed: string,
  parent: number,
  start: number,
  end: number,
): ReaderProvision => ({
  id: `law/某法@2020-01-01/${level}_${start}`,
  level,
  number: '1',
  printed,
  parent,
  start,
  end,
  citedBy: 0,
});
export const END = OFFSET + TEXT.length;
export const PROVISIONS = [
  provision('chapter', '第一章 总则', -1, at('第一章'), END),
  provision('article', '第一条', 0, at('第一条 为'), at('第二条') - 1),
  provision('paragraph', '第1款', 1, at('为了'), at('\n\n国家')),
  provision('paragraph', '第2款', 1, at('国家'), at('第二条') - 1),
  provision('article', '第二条', 0, at('第二条'), END),
  provision('paragraph', '第1款', 4, at('违反'), END),
];
export const LINES = linesOf({ text: TEXT, textOffset: OFFSET, provisions: PROVISIONS, title: '某法' });
export const shown = (line: { start: number; end: number }): string =>
  TEXT.slice(line.start - OFFSET, line.end - OFFSET);

export const highlight = (
  kind: Highlight['kind'],
  start: number,
  end: number,
  target: string,
  relation = 'rel/1',
): Highlight => ({
  kind,
  start,
  end,
  relationIds: [relation],
  targets: [{ id: `law/${target}`, label: 'Law', name: target }],
  citationType: kind === 'citation' ? 'law' : null,
  reason: null,
  modality: null,
});

/** 效力位阶 as far as a title alone tells it: for instruments that are named but whose text is not held. */
import type { Rank } from '#model/entities.ts';

const PLACE = /^[\u4e00-\u9fff]{2,9}?(?:省|自治区|自治州|自治县|市|县)/;

const BY_TITLE: readonly (readonly [RegExp, Rank])[] = [
  [/^宪法|宪法修正案/, '宪法'],
  [/公约$|条约$|协定$|议定书$|宪章$/, '条约'],
  [/^最高人民(?:法院|检察院)|解释(?:[（(].{1,8}[）)])?$/, '司法解释'],
  [/法$|法典$|刑法修正案|法[（(][^）)]{1,8}[）)]$/, '法律'],
  [/^全国人民代表大会/, '法律'],
  [/意见|通知|纲要|规划|方案|决议|公告|要点|批复|答复/, '规范性文件'],
  [/^国务院关于|条例|实施细则$/, '行政法规'],
  [/办法|规定|规则|细则|规程|准则/, '部门规章'],
];

/** The rank a title suggests; 其他 when it suggests none. Local 条例 and 办法 rank below national ones. */
export const rankByTitle = (title: string): Rank => {
  const name = title.replace(/[（(](?:试行|暂行|修订|节选)[）)]$/, '');
  const rank = BY_TITLE.find(([pattern]) => pattern.test(name))?.[1] ?? '其他';
  if (!PLACE.test(name)) return rank;
  if (rank === '行政法规') return '地方性法规';
  return rank === '部门规章' ? '地方政府规章' : rank;
};

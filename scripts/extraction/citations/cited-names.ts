/** Names no lexicon knows that their 第…条 gives away: 依照危险化学品安全管理条例第七条, 专利合作条约第二条. */
import { endsWord } from './boundaries.ts';
import type { NamedLaw } from './named.ts';
import { readUnit, skipBlanks } from './unit-tokens.ts';

const HEAD = /(?:条例|细则|公约|条约|协定|议定书|办法|规定|规则|法)(?=[ \u3000\u00a0]*第)/g;
const MAX_NAME = 36;
const NAME_RUN = /[\u4e00-\u9fff]+$/;
/** What governs a name, up to the name itself; greedy, so that the last governing word counts. */
const GOVERNS =
  /^.*(?:依照|按照|根据|依据|遵照|违反|符合|适用|执行|实施|遵守|参照|比照|对照|属于|构成|触犯|引用|规定的|[条款项目法例][和与及或]|或者|以及|对|在|由|是|有|为|将|于)/;
/** Words that point, or that are no part of a title. */
const NO_NAME =
  /^(?:该|本|其|此|上述|同|前述|有关|相关|国家|现行|这|原|旧|新|各|下列|前|以)|[款项条]规定$|本(?:法|条例|规定|办法|规则|细则)$|(?:法律|法规|所|的|不)/;

/** Names no one knows that end in a head directly before an article number. `ends` are where known names and 本法 end. */
export function findCitedNames(text: string, from: number, to: number, ends: ReadonlySet<number>): NamedLaw[] {
  const found: NamedLaw[] = [];
  HEAD.lastIndex = from;
  for (let m = HEAD.exec(text); m !== null && m.index < to; m = HEAD.exec(text)) {
    const end = m.index + m[0].length;
    if (ends.has(end) || !endsWord(text, end)) continue;
    if (readUnit(text, skipBlanks(text, end), true)?.level !== 'article') continue;
    const run = NAME_RUN.exec(text.slice(Math.max(from, end - MAX_NAME), end))?.[0] ?? '';
    const name = run.slice(GOVERNS.exec(run.slice(0, -m[0].length))?.[0].length ?? 0);
    if (name.length < m[0].length + 2 || name.length >= MAX_NAME || NO_NAME.test(name)) continue;
    found.push({ start: end - name.length, end, after: end, target: name, rule: 'bare.cited' });
  }
  return found;
}

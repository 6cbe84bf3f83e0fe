/** Where a document uses, outside 《》, the short names it has defined. */
import type { Alias, AliasAt } from './aliases.ts';
import { buildAutomaton } from './automaton.ts';
import { beginsWord, endsWord } from './boundaries.ts';
import type { LawLexicon } from './lexicon.ts';
import type { NamedLaw } from './named.ts';
import { readUnit } from './unit-tokens.ts';

/** What follows a generic short name when it stands for the instrument: 条例第四条, 条例的规定, 条例和本办法. */
const AFTER_GENERIC =
  /\s*(?:第[一二三四五六七八九十百0-9]|的?规定|所|和|及|与|、|，|。|；|施行|实施|生效|自|附|中|有|对|已|未|或)/y;
/** Heads that are also verbs or plain nouns need 第…条 or a governing word before and 规定 after. */
const VERBAL = /^(?:决定|规定|解释|通知|意见|办法|标准|批复|安排|规则|协议)$/;
const GOVERNED = /(?:依照|按照|根据|依据|违反|符合|适用|执行|实施|与|和|及|《》)$/;
/** Heads that name nothing but an instrument; defined without 《》 they count wherever they are a word. */
const NOUN = /^(?:条例|公约|协定|议定书|条约|协议|细则|章程|宪章)$/;
/** Of verbal heads governed by such a word: 依照办法办理, 符合规定要求. */
const STRICTLY = /(?:依照|按照|根据|依据|遵照|违反|符合|适用|执行|参照)$/;
const AFTER_STRICTLY = /\s*(?:办理|执行|处理|确定|要求|附件|附表|附录|规定|的规定|所|第)/y;
/** Words that point to another one, or to all of a kind. */
const OTHER =
  /(?:[本该此其原同某各诸两新旧双多]|单行|自治|自治区|国际|双边|多边|地方|其他|其它|有关|相关|上述|前述|下列|这些|任何|现行|具体|另行|统一|业主|居民|村民|管理|临时|仲裁|调解|和解|安置|补偿|框架|合作|(?:缔结|参加|加入|签署|签订|批准)(?:或者?|和)?(?:缔结|参加|加入)?的|(?:其他|有关|相关|地方性|国际)的?|(?:法律|法规|规章|条约|协定|公约|惯例|习惯|办法|条例)(?:[、和或及与]|或者|以及))$/;
const PART_OF_TITLE = /[法》](?:实施|施行)$|(?:暂行|试行|施行|补充)$/;

function usable(text: string, alias: Alias, start: number, end: number, laws: LawLexicon): boolean {
  if (!endsWord(text, end)) return false;
  if (!alias.generic) return beginsWord(text, start) || alias.name.length >= 5 || text[start - 1] !== '本';
  const before = text.slice(Math.max(0, start - 8), start);
  if (readUnit(text, end, true)) return !/[本该此其原]$/.test(before);
  if (alias.bare && NOUN.test(alias.name)) {
    if (OTHER.test(before) || PART_OF_TITLE.test(before)) return false;
    return beginsWord(text, start) || !laws.beforeHead.has(before.slice(-2));
  }
  if (!beginsWord(text, start)) return false;
  AFTER_STRICTLY.lastIndex = end;
  if (alias.bare && STRICTLY.test(before) && AFTER_STRICTLY.test(text)) return true;
  AFTER_GENERIC.lastIndex = end;
  if (!AFTER_GENERIC.test(text)) return false;
  return !VERBAL.test(alias.name) || GOVERNED.test(before);
}

/** Uses after their definition of every short name the document defines. */
export function findAliasUses(
  text: string,
  from: number,
  to: number,
  aliases: readonly Alias[],
  aliasAt: AliasAt,
  laws: LawLexicon,
): NamedLaw[] {
  if (aliases.length === 0) return [];
  const names = [...new Set(aliases.map((a) => a.name))];
  const uses: NamedLaw[] = [];
  for (const { start, end, name } of buildAutomaton(names).scan(text, from, to)) {
    const alias = aliasAt(names[name] ?? '', start);
    const target = alias?.target ?? null;
    if (alias === undefined || target === null || (start < alias.end && !alias.means)) continue;
    if (usable(text, alias, start, end, laws)) uses.push({ start, end, after: end, target, rule: 'bare.alias' });
  }
  return uses;
}

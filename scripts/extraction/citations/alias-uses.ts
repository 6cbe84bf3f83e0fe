/** Where a document uses, outside 《》, the short names it has defined. */
import type { Alias } from './aliases.ts';
import { buildAutomaton } from './automaton.ts';
import { beginsWord, endsWord } from './boundaries.ts';
import type { NamedLaw } from './named.ts';
import { readUnit } from './unit-tokens.ts';

/** What follows a generic short name when it stands for the instrument: 条例第四条, 条例的规定, 条例和本办法. */
const AFTER_GENERIC =
  /\s*(?:第[一二三四五六七八九十百0-9]|的?规定|所|和|及|与|、|，|。|；|施行|实施|生效|自|附|中|有|对|已|未|或)/y;
/** Heads that are also verbs or plain nouns need 第…条 or a governing word before and 规定 after. */
const VERBAL = /^(?:决定|规定|解释|通知|意见|办法|标准|批复|安排|规则|协议)$/;
const GOVERNED = /(?:依照|按照|根据|依据|违反|符合|适用|执行|实施|与|和|及|《》)$/;

function usable(text: string, alias: Alias, start: number, end: number): boolean {
  if (!endsWord(text, end)) return false;
  if (!alias.generic) return beginsWord(text, start) || alias.name.length >= 5 || text[start - 1] !== '本';
  if (readUnit(text, end, true)) return text[start - 1] !== '本' && !/[该此其原]/.test(text[start - 1] ?? '');
  if (!beginsWord(text, start)) return false;
  AFTER_GENERIC.lastIndex = end;
  if (!AFTER_GENERIC.test(text)) return false;
  return !VERBAL.test(alias.name) || GOVERNED.test(text.slice(Math.max(0, start - 3), start));
}

/** Uses after their definition, of every alias of a table. */
export function findAliasUses(text: string, from: number, to: number, aliases: readonly Alias[]): NamedLaw[] {
  if (aliases.length === 0) return [];
  const uses: NamedLaw[] = [];
  for (const { start, end, name } of buildAutomaton(aliases.map((a) => a.name)).scan(text, from, to)) {
    const alias = aliases[name];
    const target = alias?.target ?? null;
    if (alias === undefined || target === null || (start < alias.end && !alias.means)) continue;
    if (usable(text, alias, start, end)) uses.push({ start, end, after: end, target, rule: 'bare.alias' });
  }
  return uses;
}

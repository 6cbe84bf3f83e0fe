/** Where a bare name begins and ends: what makes a longer word of it (渔业法规, 公司法人, 铁路法院) and what does not (刑法规定). */

/** After 法 these make another word. */
const AFTER_LAW = '人律院庭官治学令医盲系网师典例案性务';
/** 法规, 法制, 法定 are words; 法规定, 法规范, 法制定 are a name and a verb. */
const SPLIT_AFTER: Readonly<Record<string, string>> = { 规: '定范', 制: '定', 定: '' };
/** Bodies, people and fields named after a law: 海商法委员会, 刑法专家, 宪法宣誓. */
const NAMED_AFTER = /^(?:委员会|研究会|研究院|研究所|研究中心|协会|专家|教授|学者|教研|理论|原理|宣誓)/;
const AFTER_OTHER: Readonly<Record<string, string>> = {
  决定: '书',
  通知: '书单',
  意见: '书',
  解释: '权',
  标准: '化',
  规范: '性',
  公约: '国',
  办法: '律',
};

/** Whether the name that ends before `end` is a whole word there. */
export function endsWord(text: string, end: number): boolean {
  const last = text[end - 1] ?? '';
  const next = text[end] ?? '\n';
  if (last === '法') {
    const split = SPLIT_AFTER[next];
    if (split !== undefined) return split.includes(text[end + 1] ?? '\n');
    return !AFTER_LAW.includes(next) && !NAMED_AFTER.test(text.slice(end, end + 4));
  }
  return !(AFTER_OTHER[text.slice(end - 2, end)] ?? '').includes(next);
}

const SIGN = /[^\p{Script=Han}\p{L}\p{N}]/u;
/** Words after which a new name may begin, by their last characters. */
const BEFORE_NAME =
  /(?:依照|按照|根据|依据|遵照|违反|符合|适用|执行|实施|遵守|和|与|及|或|以及|或者|对|在|由|于|为|是|依|按|即|如|据|将|把|以|比照|参照|结合|除|自|从|出现|具有|属于|构成|不符合|原|新|旧|修订后的?|修改后的?|修改前的?|现行|上述|规定的|的|等|当|故|且|而|又|也|均|因)$/;

/** Whether a word may begin at `start`: after a sign, a blank, or a word that governs a name. */
export function beginsWord(text: string, start: number): boolean {
  if (start === 0) return true;
  return SIGN.test(text[start - 1] ?? '') || BEFORE_NAME.test(text.slice(Math.max(0, start - 4), start));
}

/** Tells from its wording whether a 《…》 is a law, and what the wording's head is. */
import { type Around, isPrivateRule } from './makers.ts';
import {
  FRAMED_HEADS,
  NO_STATE_RULES,
  ORDINARY_WORDS,
  PLAIN_HEADS,
  STANDARD_BEFORE,
  STANDARD_HEADS,
} from './title-kinds.ts';

/** （试行）, （草案）, （三）, (2018年), 第二号: what may stand behind the head of a title. */
const TAIL = /(?:[（(〔][^（）()〔〕]{1,20}[）)〕]|第?[一二三四五六七八九十]{1,3}|[0-9０-９]{1,4}|（?送审稿）?)$/;
const HEADS = [...PLAIN_HEADS, ...Object.keys(FRAMED_HEADS)].sort((a, b) => b.length - a.length);
const PLAIN: ReadonlySet<string> = new Set(PLAIN_HEADS);

/** Title without what stands behind its head. */
export function bodyOfTitle(title: string): string {
  let body = title;
  for (let i = 0; i < 3; i++) {
    const shorter = body.replace(TAIL, '');
    if (shorter === body || shorter === '') return body;
    body = shorter;
  }
  return body;
}

/** The word that says what kind of instrument it is: 法, 条例, 解释 …; null when it ends in none of them. */
export function headOf(title: string): string | null {
  const body = bodyOfTitle(title);
  return HEADS.find((head) => body.endsWith(head)) ?? null;
}

/** A head alone, or with 暂行 and the like: 《条例》, 《暂行规定》. It names a law only by what was said before. */
export function isGeneric(title: string): boolean {
  const body = bodyOfTitle(title);
  const head = headOf(title);
  if (head === null) return false;
  return /^(?:暂行|试行|实施|施行|管理|指导|若干|司法|补充|处理)?$/.test(body.slice(0, -head.length));
}

/**
 * Whether a title is that of a normative instrument by its grammar.
 * @param around what stands before 《 and behind 》.
 */
export function isLawTitle(title: string, around: Around): boolean {
  const head = headOf(title);
  if (head === null || isGeneric(title)) return false;
  if (NO_STATE_RULES.test(title) || isPrivateRule(title, around)) return false;
  if (STANDARD_HEADS.has(head) && STANDARD_BEFORE.test(around.before)) return false;
  const body = bodyOfTitle(title);
  if (ORDINARY_WORDS.test(body)) return false;
  return PLAIN.has(head) || FRAMED_HEADS[head]?.test(body) === true;
}

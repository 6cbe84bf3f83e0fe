/** Names that stand without 《》: 刑法第二百八十六条之一, 中华人民共和国合同法, 土地管理法实施条例, 浙江省物业管理条例. */
import type { Book } from './books.ts';
import { beginsWord, endsWord } from './boundaries.ts';
import { elsewhere } from './elsewhere.ts';
import type { LawLexicon } from './lexicon.ts';
import { type NamedLaw, withoutOverlaps } from './named.ts';
import { readUnit } from './unit-tokens.ts';

/** Names that are names wherever they stand; 集体合同规定 may also be what a contract lays down, so others need a number. */
const PLAIN_NAME =
  /(?:法典?|条例|细则|公约|条约|协定|议定书|宪章|修正案|通则|总则|纪要|条令|司法解释)(?:[（(][^（）()]+[）)]|[一二三四五六])?$|解释(?:[（(][^（）()]+[）)]|[一二三四五六])$|^.{2,8}法典.{2,12}(?:解释|规定)$/;
/** 公司法解释二 is a number; in 解释一致 it is none. */
const PLAIN_NUMBER = /解释[一二三四五六七八九十]$/;
const AFTER_NUMBER = /^(?:[^\u4e00-\u9fff]|第|的|规定|和|及|与|以及|中|$)/;
const LONG_NAME = 14;
const STATE = '中华人民共和国';
/** An instrument made under a law bears the law's name and one of these. */
const UNDER_LAW = /(?:实施条例|实施细则|施行细则|实施办法|施行条例|施行办法|实施规定)/y;
const NUMBERED =
  /(?:(?:若干问题的?)?(?:司法)?解释|修正案)(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十](?=第|的|规定|[^\u4e00-\u9fff]))/y;
const PARTS = /(?:分则|总则)(?![编部])/y;
/** A place before a national title makes a local one of it. */
const PLACE = /^[\u4e00-\u9fff]{2,8}(?:省|市|自治区|特别行政区|经济特区|自治州|自治县)$/;
const HAN_RUN = /[\u4e00-\u9fff]+$/;
/** What stands before a place and is no part of it. */
const GOVERNS = /^.*(?:依照|按照|根据|依据|违反|符合|适用|执行|实施|遵守|参照|或者|以及|[和与及或的对在由将是])/;

/** Also ways of reckoning: 清算价格法, 零基预算法, 抽样统计法. */
const ALSO_METHODS: ReadonlySet<string> = new Set([
  '价格法',
  '预算法',
  '统计法',
  '会计法',
  '审计法',
  '计量法',
  '测绘法',
]);

function readAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Start moved left over 中华人民共和国 and over a place, with what the place adds to the title. */
function extendLeft(text: string, start: number, name: string): { start: number; place: string } {
  const state = start - STATE.length;
  if (state >= 0 && text.startsWith(STATE, state)) return { start: state, place: '' };
  if (!/(?:条例|规定|办法|细则)$/.test(name)) return { start, place: '' };
  if (!/[省市区县州]/.test(text[start - 1] ?? '')) return { start, place: '' };
  const run = HAN_RUN.exec(text.slice(Math.max(0, start - 16), start))?.[0] ?? '';
  const before = run.slice(GOVERNS.exec(run)?.[0].length ?? 0);
  const place = PLACE.test(before) ? before : '';
  const own = /本[省市区县州]$|各省|全省|全市/.test(before) ? '' : place;
  return { start: start - own.length, place: own };
}

/** Known names outside 《》 between two offsets, longest first, none overlapping. */
export function findBareNames(
  text: string,
  laws: LawLexicon,
  from: number,
  to: number,
  books: readonly Book[],
): NamedLaw[] {
  const found: (NamedLaw & { readonly known: boolean })[] = [];
  let book = 0;
  for (const hit of laws.automaton.scan(text, from, to)) {
    while (book < books.length && (books[book]?.end ?? 0) <= hit.start) book++;
    const inside = books[book];
    if (inside !== undefined && inside.start < hit.end && hit.start < inside.end) continue;
    const name = laws.bareNames[hit.name];
    if (name === undefined) continue;
    if (name.entry === null) {
      found.push({ ...hit, after: hit.end, target: '', rule: 'bare.none', known: false });
      continue;
    }
    if (!PLAIN_NAME.test(name.text) && name.text.length < LONG_NAME && !readUnit(text, hit.end, true)) continue;
    if (PLAIN_NUMBER.test(name.text) && !AFTER_NUMBER.test(text.slice(hit.end, hit.end + 2))) continue;
    const left = extendLeft(text, hit.start, name.text);
    if (
      ALSO_METHODS.has(name.text) &&
      left.start === hit.start &&
      !beginsWord(text, hit.start) &&
      !readUnit(text, hit.end, true)
    )
      continue;
    const under = name.text.endsWith('法') ? readAt(UNDER_LAW, text, hit.end) : hit.end;
    const numbered = under === hit.end ? readAt(NUMBERED, text, hit.end) : under;
    if (numbered === hit.end && !endsWord(text, hit.end)) continue;
    const foreign =
      name.text.endsWith('法') || name.text.endsWith('法典')
        ? elsewhere(text, left.start, name.text !== name.entry.title)
        : null;
    if (foreign !== null) {
      const { start } = foreign;
      const target = start === null ? '' : text.slice(start, numbered);
      found.push({
        start: start ?? hit.start,
        end: numbered,
        after: numbered,
        target,
        rule: 'bare.foreign',
        known: start !== null,
      });
      continue;
    }
    const whole = name.text + text.slice(hit.end, numbered);
    const longer = left.place + whole;
    const target =
      longer === name.text
        ? name.entry.title
        : (laws.find(longer)[0]?.title ?? left.place + name.entry.title + text.slice(hit.end, numbered));
    found.push({
      start: left.start,
      end: numbered,
      after: readAt(PARTS, text, numbered),
      target,
      rule: longer === name.text ? (name.text === name.entry.title ? 'bare.title' : 'bare.short') : 'bare.extended',
      known: true,
    });
  }
  return withoutOverlaps(found).filter((f) => f.known);
}

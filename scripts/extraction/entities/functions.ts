/** Procuratorial functions: 刑事检察, 民事行政检察监督, 立案监督; coordinated lines of work are expanded. */
import { type AnchorHit, type Candidate, conjunctionBefore } from './anchors.ts';
import type { EntityLexicon } from './lexicon.ts';

const MAX_LEFT = 40;
/** Sub-lines that other bodies exercise too: they count in a text that is about procuratorates. */
const SHARED_LINES = /逮捕|批捕|公诉|起诉|自行侦查|羁押/;
const PUBLIC_INTEREST = '公益诉讼检察';

/**
 * Lines of work to the left of `at`, joined by 、和 or directly: 刑事、民事、行政. In text order, with where they begin.
 * With `joined` the first one may stand before a conjunction too: 民事、 of 民事、行政公益诉讼.
 */
const linesBefore = (
  text: string,
  at: number,
  lexicon: EntityLexicon,
  joined: boolean,
): { start: number; functions: readonly string[] } => {
  const floor = Math.max(0, at - MAX_LEFT);
  let start = at;
  const functions: string[] = [];
  for (;;) {
    const conjunction = start === at && !joined ? 0 : conjunctionBefore(text, start);
    const hit = lexicon.lineWords.longest(text, start - conjunction, floor, 1);
    if (hit.length === 0 || (start < at && conjunction === 0)) break;
    const from = start - conjunction - hit.length;
    functions.unshift(...(lexicon.lines.get(text.slice(from, from + hit.length)) ?? []));
    start = from;
  }
  return { start, functions: [...new Set(functions)] };
};

const ofHead = (text: string, hit: AnchorHit, lexicon: EntityLexicon): Candidate | null => {
  const { start, functions } = linesBefore(text, hit.start, lexicon, false);
  const supervision = hit.word === '检察' && text.startsWith('监督', hit.end);
  if (functions.length === 0) {
    return supervision ? { start, end: hit.end + 2, canonical: ['法律监督'], rule: 'function.supervision' } : null;
  }
  const end = supervision ? hit.end + 2 : hit.end;
  if (!supervision && lexicon.functionNotAfter.longest(text, end, end + 6, 1).length > 0) return null;
  if (hit.word !== '检察' && functions.some((name) => !MAIN_LINES.has(name))) return null;
  return { start, end, canonical: functions, rule: functions.length > 1 ? 'function.coordinated' : 'function.line' };
};
const MAIN_LINES = new Set(['刑事检察', '民事检察', '行政检察']);

/** 刑事立案、侦查活动 before 和审判活动监督; a line named once holds for those after it. */
const subLinesBefore = (
  text: string,
  at: number,
  meaning: readonly string[],
  lexicon: EntityLexicon,
): { start: number; functions: readonly string[] } => {
  const floor = Math.max(0, at - MAX_LEFT);
  const items: string[] = [];
  let start = at;
  for (;;) {
    const conjunction = conjunctionBefore(text, start);
    const hit = conjunction === 0 ? 0 : lexicon.subLineWords.longest(text, start - conjunction, floor, 1).length;
    if (hit === 0) break;
    const end = start - conjunction;
    items.unshift(text.slice(end - hit, end));
    start = end - hit;
  }
  const functions: string[] = [];
  let line = '';
  for (const item of items) {
    line = LINE.exec(item)?.[0] ?? line;
    functions.push(...(lexicon.subLines.get(LINE.test(item) ? item : line + item) ?? lexicon.subLines.get(item) ?? []));
  }
  const own = items.length === 0 || line === '' ? meaning : (lexicon.subLines.get(line) ?? meaning);
  return { start, functions: [...new Set([...functions, ...own])] };
};
const LINE = /^(?:刑事|民事|行政)/;
/** 对…行政违法行为监督力度: the verb of a phrase, no name. */
const VERB_PHRASE = /对[^，,。；;：:\n]*$/;
const EFFORT = /^(?:力度|的力度)/;
/** Acts that are functions only as nouns: 逮捕措施, but not 批准逮捕犯罪嫌疑人. */
const ACTIONS = /^(?:逮捕|批捕|批准逮捕|审查逮捕|审查批捕|审查起诉)$/;

/** 刑事、民事、行政诉讼监督: names that open with a line of work share their end with the lines before. */
const SUPERVISION = /^(?:刑事|民事|行政).*监督$/;

const ofName = (text: string, hit: AnchorHit, lexicon: EntityLexicon): Candidate | null => {
  if (lexicon.functionNotAfter.longest(text, hit.end, hit.end + 6, 1).length > 0) return null;
  if (ACTIONS.test(hit.word) && lexicon.nominalAfter.longest(text, hit.end, hit.end + 7, 1).length === 0) return null;
  const supervises = hit.word.endsWith('监督');
  if (
    supervises &&
    EFFORT.test(text.slice(hit.end, hit.end + 3)) &&
    VERB_PHRASE.test(text.slice(Math.max(0, hit.start - MAX_LEFT), hit.start))
  )
    return null;
  if (supervises) {
    const { start, functions } = subLinesBefore(text, hit.start, hit.meaning, lexicon);
    if (start < hit.start) return { start, end: hit.end, canonical: functions, rule: 'function.coordinated' };
  }
  const shared = hit.meaning.includes(PUBLIC_INTEREST);
  if (!shared && !SUPERVISION.test(hit.word)) {
    return { start: hit.start, end: hit.end, canonical: hit.meaning, rule: 'function.name' };
  }
  const { start, functions } = linesBefore(text, hit.start, lexicon, true);
  const canonical = shared ? hit.meaning : [...new Set([...functions, ...hit.meaning])];
  return { start, end: hit.end, canonical, rule: 'function.name' };
};

/** 民事审判监督和 before 执行活动监督: what follows belongs to the line of work named first. */
const NAMED_LINE = /^(?:刑事|民事|行政)/;
const LINELESS = /(?:生效裁判|裁判结果|裁判|审判活动|审判|执行活动|执行|调解书?)监督$/;
const MAX_LINELESS = 8;

/** A name without its line of work, right after a conjunction and a name that has one. */
const ofLineBefore = (text: string, hit: AnchorHit, before: Candidate | undefined): Candidate | null => {
  if (before === undefined || !hit.word.endsWith('监督')) return null;
  const own = LINELESS.exec(text.slice(Math.max(before.end, hit.end - MAX_LINELESS), hit.end))?.[0] ?? '';
  const start = hit.end - own.length;
  if (own === '' || before.end !== start - conjunctionBefore(text, start)) return null;
  return NAMED_LINE.test(text.slice(before.start, before.end)) || before.rule === 'function.same-line'
    ? { start, end: hit.end, canonical: before.canonical, rule: 'function.same-line' }
    : null;
};

export const findFunctions = (
  text: string,
  hits: readonly AnchorHit[],
  lexicon: EntityLexicon,
  procuratorial: boolean,
): Candidate[] => {
  const found: Candidate[] = [];
  for (const hit of hits) {
    if (!procuratorial && (SHARED_LINES.test(hit.word) || hit.kind === 'function-head')) continue;
    const own = hit.kind === 'function-head' ? ofHead(text, hit, lexicon) : ofName(text, hit, lexicon);
    const made = ofLineBefore(text, hit, found.at(-1)) ?? own;
    if (made !== null) found.push(made);
  }
  return found;
};

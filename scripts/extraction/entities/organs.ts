/** Organs: a head noun (机关, 部门, 人民政府 …) and what stands to its left; coordinates and abbreviations are expanded. */
import type { AnchorHit, Candidate } from './anchors.ts';
import type { EntityLexicon } from './lexicon.ts';
import { type Left, readLeft } from './organ-left.ts';

/** No name of an organ is longer. */
const MAX_LEFT = 80;

/** What names the departments of a list anew: 财政、民政等有关部门, 应急、消防等负有监督职责的部门. */
const RELATED = /^(?:有关|相关|其他有关|其他相关|其他|(?:依法)?(?:负有|履行|负责|承担|行使)[^，,。；;]*的)/;
/** 其他有关部门 names 有关部门: the word only sets them apart from those named before. */
const OTHER = '其他';

const plain = (name: string): string => (/[（(]/.test(name) ? name.replace(/[（）()]/g, '') : name);

const COMMITTEE = /^(?:及其|和它的|及它的|和其)(?:常委会|常务委员会)/;
const DEPARTMENTS = /^(?:及其|和其|及所属|及其所属)((?:有关|相关|工作|主管|有关主管|有关行政|职能|有关职能|各)?部门)/;
const MAX_POSSESSED = 12;

/** What follows 及其: a standing committee of a congress, departments of a government. */
const possessedAfter = (text: string, head: AnchorHit): { length: number; name: string } | null => {
  const congress = head.word.endsWith('人大') || head.word.endsWith('人民代表大会');
  if (!congress && !head.word.endsWith('政府')) return null;
  const found = (congress ? COMMITTEE : DEPARTMENTS).exec(text.slice(head.end, head.end + MAX_POSSESSED));
  return found === null ? null : { length: found[0].length, name: congress ? '常务委员会' : (found[1] ?? '') };
};

/** 中央, 各地 are organs where the words after them say so. */
const IN_CONTEXT: ReadonlyMap<string, RegExp> = new Map([
  ['中央', /^(?:[、和与](?:国务院|省|地方|市)|决策|部署|政法工作|经济工作会议|农村工作会议|有关部门|关于|要求|批准)/],
  ['各地', /^(?:要|应|必须|务必|可以|可结合|可根据|不得|需要|须|结合|根据|检察|公安|党委|认真|切实|积极)/],
  ['各地区', /^(?:要|应|必须|务必|可以|可结合|可根据|不得|需要|须|结合|根据)/],
]);
const MAX_CONTEXT = 6;

const canonicalOf = (text: string, head: AnchorHit, left: Left, lexicon: EntityLexicon): string[] => {
  const tails = head.meaning.length > 0 ? head.meaning : [head.word];
  const clean = (name: string): string => {
    const kept = name.slice(lexicon.dropped.longest(name, 0, name.length - 1, 1).length);
    return plain(lexicon.expand(kept));
  };
  const joint = left.groups.length > 0;
  let names = [''];
  let from = left.start;
  for (const group of left.groups) {
    const before = text.slice(from, group.start);
    names = names.flatMap((name) => group.options.map(([at, to]) => name + before + text.slice(at, to)));
    from = group.end;
  }
  const own = text.slice(from, head.start);
  const shared = joint ? own.replace(RELATED, '') : own;
  return names.flatMap((name) => tails.map((tail) => clean(name + shared + tail)));
};

/** 全市各级各部门: what limits 各级 to a place belongs to the mention. */
const wholeName = (text: string, head: AnchorHit, lexicon: EntityLexicon): Left => {
  const limited = head.word.startsWith('各') ? lexicon.dropped.longest(text, head.start - 2, head.start, 1).length : 0;
  return { start: head.start - (limited === 2 ? 2 : 0), groups: [] };
};

/** 境外办学, 个人大额: the first character of a short name ends another word. */
const isAcross = (text: string, head: AnchorHit, floor: number, lexicon: EntityLexicon): boolean =>
  head.kind !== 'head' &&
  head.word.length === SHORT &&
  lexicon.acrossNames.longest(text, head.start + 1, floor, 1).length > 0;
const SHORT = 2;

/** 跨境腐败治理工作办公室: 工作 alone does not say whose office it is. */
const WORK = '工作';

const organOf = (text: string, head: AnchorHit, floor: number, lexicon: EntityLexicon): Candidate | null => {
  if (isAcross(text, head, floor, lexicon)) return null;
  const context = IN_CONTEXT.get(head.word);
  if (context !== undefined && !context.test(text.slice(head.end, head.end + MAX_CONTEXT))) return null;
  const whole = head.kind === 'name';
  let left = whole ? wholeName(text, head, lexicon) : readLeft(text, head, floor, lexicon);
  if (head.kind === 'head' && (left.start === head.start || text.slice(left.start, head.start) === WORK)) return null;
  if (text.startsWith(OTHER, left.start) && left.start + OTHER.length < head.start + (head.kind === 'head' ? 0 : 1))
    left = { ...left, start: left.start + OTHER.length };
  const names = canonicalOf(text, head, left, lexicon);
  const possessed = possessedAfter(text, head);
  if (possessed !== null) names.push(...names.map((name) => name + possessed.name));
  return {
    start: left.start,
    end: head.end + (possessed?.length ?? 0),
    canonical: [...new Set(names)],
    rule: left.groups.length === 0 ? `organ.${head.kind}` : 'organ.coordinated',
  };
};

/** 各级 of 各级党委（党组） holds for the organ in brackets too. */
const SHARED_LEVEL = /^(?:各级|各|基层|上级|下级|县级以上)/;

/** 乡镇政府（街道办事处）: an organ in brackets right after another is one mention with it. */
const withBrackets = (text: string, organs: readonly Candidate[]): Candidate[] => {
  const joined: Candidate[] = [];
  for (const organ of organs) {
    const before = joined.at(-1);
    const opens = text[organ.start - 1];
    const closes = text[organ.end];
    if (before?.end === organ.start - 1 && ((opens === '（' && closes === '）') || (opens === '(' && closes === ')'))) {
      const level = SHARED_LEVEL.exec(before.canonical[0] ?? '')?.[0] ?? '';
      const more = organ.canonical.map((name) => (SHARED_LEVEL.test(name) ? name : level + name));
      joined.pop();
      const canonical = [...new Set([...before.canonical, ...more])];
      joined.push({ start: before.start, end: organ.end + 1, canonical, rule: 'organ.coordinated' });
    } else joined.push(organ);
  }
  return joined;
};

/** All organs named; nested ones too. */
export const findOrgans = (text: string, hits: readonly AnchorHit[], lexicon: EntityLexicon): Candidate[] =>
  withBrackets(
    text,
    hits.flatMap((head) => {
      const organ = organOf(text, head, Math.max(0, head.start - MAX_LEFT), lexicon);
      return organ === null ? [] : [organ];
    }),
  );

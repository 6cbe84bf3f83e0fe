/** 本法, 本条例 (self), 前款, 前两款, 前条, 前项 (previous), 本条第二款, 该法 (anaphor): words that point without a name. */
import { endsWord } from './boundaries.ts';
import { readUnit, skipBlanks } from './unit-tokens.ts';

export type RelativeKind = 'self' | 'unit' | 'previous' | 'anaphor';
export interface RelativeWord {
  readonly start: number;
  readonly end: number;
  readonly kind: RelativeKind;
  /** The head meant: 法, 条例, 解释 …; for units 条, 款 or 项. */
  readonly head: string;
  /** How many units back: 1 for 前款, 2 for 前两款; 0 for the others. */
  readonly count: number;
}

const HEADS =
  '法典|宪法|法|条例|规定|办法|解释|规则|细则|通则|决定|决议|规范|规程|准则|条令|公约|议定书|协定|条约|意见|通知|批复|安排|修正案|纲要|标准|制度|方案|通告|公告|指引|协议|总则';
const SELF = new RegExp(`本(?:实施|施行|暂行|试行|管理|补充|若干|司法|指导|议事|组织)?(${HEADS})`, 'y');
const ANAPHOR = new RegExp(`[该同](${HEADS})`, 'y');
const UNIT = /本([条款项])/y;
const PREVIOUS = /前([一二两三四五六七八九十]{0,2})(条|款|项)/y;
const NUMBERS = '零一二三四五六七八九十';

/** 基本法, 日本法律, 成本规则: 本 ends a word. */
const NOT_BEFORE_SELF = '基根日样书文剧课范标抄副版脚唱蓝';

const NOT_BEFORE_ANAPHOR = '合共不应活';
/** 提前款项, 之前条件. */
const NOT_BEFORE_PREVIOUS = '提之目此事空生战产婚诉庭期';
const NOT_AFTER_PREVIOUS: Readonly<Record<string, string>> = { 款: '项待额式', 条: '件约例目款线路令', 项: '目' };
/** 构成本法规定的犯罪, 完成本条例规定的工作; but 成本法, 成本规则. */
const AFTER_PLAIN_SELF = /^(?:规定|所|第|的)/;
const NOT_COST = /^(?:条例|规定|细则|解释)$/;

const isTrigger = (code: number): boolean => code === 0x672c || code === 0x524d || code === 0x8be5 || code === 0x540c;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** 成本 and 资本 are words of their own, unless what follows shows the text itself. */
function isPlainSelf(text: string, at: number, end: number, head: string): boolean {
  const before = text[at - 1];
  if (before !== '成' && before !== '资') return true;
  if (readUnit(text, end, true) !== null) return true;
  return before === '成' && (NOT_COST.test(head) || AFTER_PLAIN_SELF.test(text.slice(end, end + 2)));
}

function readSelf(text: string, at: number): RelativeWord | null {
  if (NOT_BEFORE_SELF.includes(text[at - 1] ?? '\n')) return null;
  const match = matchAt(SELF, text, at);
  if (match !== null) {
    const end = at + match[0].length;
    if (!isPlainSelf(text, at, end, match[1] ?? '')) return null;
    return endsWord(text, end) && !'书'.includes(text[end] ?? '\n')
      ? { start: at, end, kind: 'self', head: match[1] ?? '', count: 0 }
      : null;
  }
  const unit = matchAt(UNIT, text, at);
  if (unit === null) return null;
  const end = at + unit[0].length;
  return readUnit(text, skipBlanks(text, end), true)
    ? { start: at, end, kind: 'unit', head: unit[1] ?? '', count: 0 }
    : null;
}

function readPrevious(text: string, at: number): RelativeWord | null {
  const match = matchAt(PREVIOUS, text, at);
  if (match === null) return null;
  const end = at + match[0].length;
  const next = text[end] ?? '\n';
  const head = match[2] ?? '';
  if ((NOT_AFTER_PREVIOUS[head] ?? '').includes(next)) return null;
  const before = text[at - 1] ?? '\n';
  const plain = head === '款' ? before !== '提' : !NOT_BEFORE_PREVIOUS.includes(before);
  if (!plain && !/^(?:规定|所|第|情形)/.test(text.slice(end, end + 2))) return null;
  const words = match[1] ?? '';
  const count = words === '' ? 1 : words === '两' ? 2 : NUMBERS.indexOf(words);
  return { start: at, end, kind: 'previous', head, count: Math.max(count, 1) };
}

function readAnaphor(text: string, at: number): RelativeWord | null {
  if (NOT_BEFORE_ANAPHOR.includes(text[at - 1] ?? '\n')) return null;
  const match = matchAt(ANAPHOR, text, at);
  if (match === null) return null;
  const end = at + match[0].length;
  const head = match[1] ?? '';
  const cited = readUnit(text, end, true) !== null;
  const plain = text[at] === '该' && (head === '法' || head === '条例' || head === '公约');
  return endsWord(text, end) && (cited || plain) ? { start: at, end, kind: 'anaphor', head, count: 0 } : null;
}

/** All relative words between two offsets, in text order. */
export function findRelativeWords(text: string, from: number, to: number): RelativeWord[] {
  const words: RelativeWord[] = [];
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (!isTrigger(code)) continue;
    const word = code === 0x672c ? readSelf(text, i) : code === 0x524d ? readPrevious(text, i) : readAnaphor(text, i);
    if (word === null) continue;
    words.push(word);
    i = word.end - 1;
  }
  return words;
}

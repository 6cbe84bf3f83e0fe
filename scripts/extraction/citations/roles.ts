/** What the sentence does with a law it names: asks for it, rests on it, amends or repeals it, explains it, or cites it. */
import type { CitationRole } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { canonicalTitle } from '../text/title.ts';
import type { LawLexicon } from './lexicon.ts';
import type { NamedLaw } from './named.ts';
import { titleKey } from './title-key.ts';

const WINDOW = 160;
/** Verbs that ask for a law, and what must stand before them so that no finished act is meant. */
const MAKES =
  /(?:制定修订|制定完善|制定修改|修订完善|修改完善|制定|修订|修改|出台|起草|编纂|完善|立法|研究)(?:和|、|或者|以及|并|与)?(?:制定|修订|修改|完善|出台|颁布)?(?:工作)?[:：]?$/;
const ASKS =
  /推动|推进|加快|研究|抓紧|建议|配合|参与|适时|积极|提请|做好|尽快|及时|统筹|继续|力争|启动|开展|要|应当|加强/;
const DONE = /已经|已于|已|曾|过去|年修订|年修改|年修正|了$/;
/** 根据《…》…，制定本办法 (立法技术规范（试行）（一） on 立法依据). */
const MAKES_SELF =
  /^[^。；\n]{0,200}?(?:(?:制定|制订|修订|作出|规定|提出|颁布)(?:了)?(?:本|以下|如下|此)|(?:解释|规定|通知|批复|决定|意见|答复|安排|修改|补充)如下|(?:作|作出|做)(?:以下|如下))/;
const BASED = /(?:根据|依据|依照|按照|遵照|遵循)[^。；\n]{0,120}$/;
const REPEALED = /^[^。；\n]{0,80}?(?:同时废止|即行废止|予以废止|相应废止|废止)/;
const AMENDED =
  /^[^。；\n]{0,12}?(?:作如下修改|作出如下修改|作以下修改|修改如下|予以修改|作如下修正|作相应修改|作出修改)/;
const AMENDS_BEFORE = /(?:对|修改|修正|决定修改)$/;

const LISTED = /^(?:[、和与及以\s，,]|或者|中华人民共和国)*$/;

/** Text before a list of names that `law` belongs to: the governing words of the whole list. */
function governing(text: string, law: NamedLaw, floor: number): string {
  const window = text.slice(Math.max(floor, law.start - WINDOW), law.start);
  const clause = window.split(/[。；\n：:]/).at(-1) ?? window;
  const items = clause.split('、');
  let keep = items.length;
  while (
    keep > 1 &&
    /(?:法|条例|规定|办法|》|规则|决定|解释|法典)$/.test(items[keep - 2] ?? '') &&
    (keep === items.length ? items[keep - 1] === '' : true)
  )
    keep--;
  const head = items.slice(0, keep).join('、');
  return keep < items.length
    ? head.replace(/(?:《[^《》]*》|[\u4e00-\u9fff]{1,12}(?:法|条例|法典|规定|办法|规则))$/, '')
    : head;
}

function asksFor(before: string): boolean {
  const bare = before.replace(/(?:《[^《》]{1,60}》(?:[、和及与]|以及)?)+$/, '');
  const head = bare.replace(/[\u4e00-\u9fff]{2,14}(?:法|条例)$/, '');
  for (const candidate of [before, bare, head]) {
    const verb = MAKES.exec(candidate);
    if (verb === null) continue;
    const lead = candidate.slice(Math.max(0, verb.index - 24), verb.index + verb[0].length);
    if (ASKS.test(lead) && !DONE.test(lead)) return true;
  }
  return false;
}

/** The role of one named law by the sentence it stands in. */
export function roleOf(doc: ParsedDocument, law: NamedLaw): CitationRole {
  const { text } = doc.clean;
  const after = text.slice(law.end, law.end + WINDOW);
  const before =
    text
      .slice(Math.max(doc.bodyStart, law.start - WINDOW), law.start)
      .split(/[。；\n]/)
      .at(-1) ?? '';
  if (REPEALED.test(after) && !/^[^。；\n]{0,80}(?:修改|规定)[^。；\n]{0,40}废止/.test(after)) return 'REPEALS';
  if (AMENDED.test(after) && AMENDS_BEFORE.test(before)) return 'AMENDS';
  if (BASED.test(before) && MAKES_SELF.test(after)) return 'BASED_ON';
  if (doc.kind !== 'statute' && asksFor(governing(text, law, doc.bodyStart)) && !LISTED.test(before)) return 'PROMOTES';
  return 'CITES';
}

const INNER = /[〈<《]([^〈〉<>《》]+)[〉>》]/g;
const EXPLAINS = /适用|执行|解释|理解|实施|如何|应用|问题/;
const AMENDING = /^(.*法)修正案/;

/** What the document's own title says it does with a law: 关于适用〈X〉…的解释 explains X, 关于修改〈X〉的决定 amends it. */
export function roleInTitle(
  doc: ParsedDocument,
  laws: LawLexicon,
): { role: CitationRole; targets: ReadonlySet<string> } | null {
  const title = canonicalTitle(doc.title);
  const amending = AMENDING.exec(title)?.[1];
  if (amending !== undefined) return { role: 'AMENDS', targets: new Set([titleKey(amending)]) };
  const inner = Array.from(title.matchAll(INNER), (m) => m[1] ?? '');
  const bare = laws.automaton
    .scan(title, 0, title.length)
    .flatMap((hit) => (hit.end < title.length ? [laws.bareNames[hit.name]?.entry?.title ?? ''] : []));
  const targets = new Set([...inner, ...bare].filter((t) => t !== '').map(titleKey));
  if (targets.size === 0) return null;
  if (doc.kind === 'amendment') return { role: 'AMENDS', targets };
  return doc.rank === '司法解释' && EXPLAINS.test(title) ? { role: 'INTERPRETS', targets } : null;
}

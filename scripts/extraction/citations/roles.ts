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
/** 废止《A》、《B》; other titles between the name and 废止 may hold the word too. */
const REPEALS_BEFORE =
  /(?:^|[^再予行时应])(?:废止|宣布失效)(?:下列|以下)?[^《》。；\n]{0,12}(?:《[^《》]*》(?:[（(][^（）()]*[）)])?[、，和及与]*)*$/;
const TITLES = /《[^《》]*》/g;
const AMENDED =
  /^[^。；\n]{0,12}?(?:作如下修改|作出如下修改|作以下修改|修改如下|予以修改|作如下修正|作相应修改|作出修改)/;
const AMENDS_BEFORE = /(?:对|修改|修正|决定修改)$/;

/** 推动生态环境法典编纂: what is asked for stands behind the name. */
const ASKED_AFTER = /^(?:的)?(?:编纂|制定|修订|修改|立法|出台|起草|修法|制修订)/;
/** Signs and words that join the members of one list; a definition or a date in parentheses may stand between. */
const JOINS = /^(?:[（(][^（）()\n]{0,40}[）)])?(?:[、和与及]|以及|中华人民共和国)*$/;

/** Whether the words right before a name ask for it to be made or changed. */
function asksFor(doc: ParsedDocument, before: string, after: string): boolean {
  const clause = before.split(/[：:]/).at(-1) ?? before;
  const verb = MAKES.exec(clause);
  if (verb === null) return ASKED_AFTER.test(after) && ASKS.test(clause.slice(-12));
  const lead = clause.slice(Math.max(0, verb.index - 24), verb.index + verb[0].length);
  if (DONE.test(lead)) return false;
  const opens = /(?:^|[，,、）)])$/.test(clause.slice(0, verb.index));
  return ASKS.test(lead) || (opens && (doc.kind === 'policy' || doc.kind === 'news'));
}

/** Whether two names stand in one list: what governs the first governs the second. */
export const inOneList = (between: string): boolean => between !== '' && JOINS.test(between);

/** The role of one named law by the sentence it stands in. */
export function roleOf(doc: ParsedDocument, law: NamedLaw): CitationRole {
  const { text } = doc.clean;
  const after = text.slice(law.end, law.end + WINDOW);
  const before =
    text
      .slice(Math.max(doc.bodyStart, law.start - WINDOW), law.start)
      .split(/[。；\n]/)
      .at(-1) ?? '';
  if (REPEALED.test(after.replace(TITLES, '')) && !/^(?:的?规定|第)/.test(after)) return 'REPEALS';
  if (text[law.start] === '《' && REPEALS_BEFORE.test(before)) return 'REPEALS';
  if (AMENDED.test(after) && AMENDS_BEFORE.test(before)) return 'AMENDS';
  if (BASED.test(before) && MAKES_SELF.test(after)) return 'BASED_ON';
  if (doc.kind !== 'statute' && asksFor(doc, before, after)) return 'PROMOTES';
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

/** Laws as entities: what citations name, without policy documents, and the title of the law's own text. */
import type { DocumentKind } from '#model/entities.ts';
import type { CitationMention, EntityMention } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Policy documents are no laws: 意见, 纲要, 决议 and the like. */
const POLICY =
  /(?:意见|纲要|决议|通知|规划|方案|要点|报告|计划|公告|通报|批复|函|决定|宣言|讲话|建议)(?:[（(〔][^）)〕]*[）)〕])*$/;
const LAW_TITLE = /(?:法|条例|规定|办法|规则|细则|解释|准则|规程|宪法)(?:[（(][^）)]{1,12}[）)])*$/;
const TITLED: ReadonlySet<DocumentKind> = new Set(['statute', 'interpretation']);
const NATION = '中华人民共和国';

const bare = (title: string): string =>
  title.startsWith(NATION) && title.length > NATION.length ? title.slice(NATION.length) : title;

const CONSTITUTION = '宪法';
/** 宪法宣誓, 宪法宣传周 name a ceremony, not the law. */
const CEREMONY = /^(?:宣誓|宣传[周月]|日)/;
/** 食品安全法及其实施条例 is one mention of two laws. */
const ITS = /^(?:及其|和其|与其)$/;

/** Titles of laws by span. 本法, 前款 and names of policy documents are left out. */
export const findLaws = (
  doc: ParsedDocument,
  title: Span | null,
  citations: readonly CitationMention[],
): EntityMention[] => {
  const { text } = doc.clean;
  const laws: EntityMention[] = [];
  if (title !== null && TITLED.has(doc.kind) && LAW_TITLE.test(doc.title)) {
    laws.push({ ...title, type: 'law', canonical: [bare(doc.title)], rule: 'law.title' });
  }
  for (const { start, end, type, target, rule } of citations) {
    if (type !== 'law' || POLICY.test(target)) continue;
    if (target === CONSTITUTION && CEREMONY.test(text.slice(end, end + 3))) continue;
    const last = laws.at(-1);
    if (rule === 'law.derived' && last !== undefined && ITS.test(text.slice(last.end, start))) {
      laws.pop();
      laws.push({ ...last, end, canonical: [...last.canonical, bare(target)] });
      continue;
    }
    if (title !== null && start < title.end && end > title.start && laws.length > 0) continue;
    laws.push({ start, end, type: 'law', canonical: [bare(target)], rule: 'law.citation' });
  }
  return laws;
};

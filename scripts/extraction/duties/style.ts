/** How a document states norms, which decides what a clause without a modal is. */
import type { ParsedDocument } from '#model/structure.ts';

export interface Style {
  /** Bare verb phrases are orders: resolutions, opinions, notices. */
  readonly imperative: boolean;
  /** A report: norms stand after 《意见》指出 or a modal only. */
  readonly report: boolean;
}

const POLICY_TITLE =
  /(?:意见|通知|决议|决定|纲要|规划|方案|要点|计划|通报|措施|建议|倡议|报告|讲话)(?:[（(〔][^）)〕]*[）)〕])*$/;

/** A report that was not taken for news: it tells that a document came out, and what the document says. */
const REPORTS = /印发|发布|出台|公布|召开|举行|部署|通报/;
const SAYS = /》(?:还|同时|进一步)?(?:强调|指出|明确|要求|提出|规定)|会议(?:强调|指出|要求)/;
const HEAD = 2000;
const isReport = (doc: ParsedDocument): boolean =>
  doc.kind === 'other' &&
  REPORTS.test(doc.title) &&
  SAYS.test(doc.clean.text.slice(doc.bodyStart, doc.bodyStart + HEAD));

export const styleOf = (doc: ParsedDocument): Style => {
  const report = doc.kind === 'news' || doc.kind === 'case' || isReport(doc);
  const articles = doc.units.some((unit) => unit.level === 'article' && unit.printed.startsWith('第'));
  const imperative =
    !report &&
    !articles &&
    (doc.kind === 'policy' || doc.kind === 'other' || POLICY_TITLE.test(doc.title.replace(/\s+/g, '')));
  return { imperative, report };
};

/** Kinds whose texts hold no duties of their own. */
export const statesDuties = (doc: ParsedDocument): boolean => doc.kind !== 'amendment' && doc.kind !== 'case';

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

export const styleOf = (doc: ParsedDocument): Style => {
  const report = doc.kind === 'news' || doc.kind === 'case';
  const articles = doc.units.some((unit) => unit.level === 'article' && unit.printed.startsWith('第'));
  const imperative =
    !report &&
    !articles &&
    (doc.kind === 'policy' || doc.kind === 'other' || POLICY_TITLE.test(doc.title.replace(/\s+/g, '')));
  return { imperative, report };
};

/** Kinds whose texts hold no duties of their own. */
export const statesDuties = (doc: ParsedDocument): boolean => doc.kind !== 'amendment' && doc.kind !== 'case';

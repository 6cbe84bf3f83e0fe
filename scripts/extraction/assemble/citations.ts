/** Citations as relationships: one for every unit cited. */
import type { Finding } from '#model/graph.ts';
import type { ResolvedCitation } from '#model/mentions.ts';
import type { CitationDetail, Reason } from '#model/relations.ts';
import { rawSpan } from '../text/clean.ts';
import { canonicalTitle } from '../text/title.ts';
import { type Assembly, isInstrumentText } from './assembly.ts';

const BETWEEN_LAWS = new Set<ResolvedCitation['role']>(['BASED_ON', 'INTERPRETS', 'AMENDS', 'REPEALS']);

const detail = (
  citation: ResolvedCitation,
  unit: { article: string | null; paragraph: number | null; item: number | null },
  reason: Reason | null,
): CitationDetail => ({
  citationType: citation.type,
  article: unit.article,
  paragraph: unit.paragraph,
  item: unit.item,
  reason,
});

/**
 * CITES (or PROMOTES, which asks for a law and cites none) from the provision, one relationship for every unit; and the
 * relationship between the two laws when the sentence makes one.
 */
export const linkCitation = (assembly: Assembly, citation: ResolvedCitation): void => {
  const { doc, relations } = assembly;
  const span = { start: citation.start, end: Math.max(citation.end, citation.fullEnd) };
  const place = assembly.placeOf(span);
  const evidence = assembly.evidence(assembly.sentence(span, place), citation.rule, span);
  const law = assembly.targetKey(citation.lawId);
  if (BETWEEN_LAWS.has(citation.role) && isInstrumentText(doc)) {
    const own = assembly.lawKey(canonicalTitle(doc.title));
    if (own.id !== law.id) relations.add({ type: citation.role, from: own, to: law, evidence });
  }
  if (place === null) return;
  if (citation.role === 'PROMOTES') {
    relations.add({ type: 'PROMOTES', from: place.key, to: law, evidence });
    return;
  }
  if (citation.resolved.length === 0) {
    const unit = { article: null, paragraph: null, item: null };
    const citationDetail = detail(citation, unit, citation.reason);
    relations.add({ type: 'CITES', from: place.key, to: law, evidence, citation: citationDetail });
  }
  for (const unit of citation.resolved) {
    const citationDetail = detail(citation, unit, unit.reason);
    const to = assembly.targetKey(unit.targetId);
    relations.add({ type: 'CITES', from: place.key, to, evidence, citation: citationDetail });
  }
};

/** What could not be resolved, for the report: never a silent drop. Instruments that are merely not held are no finding. */
export const citationFindings = (assembly: Assembly, citations: readonly ResolvedCitation[]): Finding[] => {
  const findings: Finding[] = [];
  for (const citation of citations) {
    const reasons = new Set([citation.reason, ...citation.resolved.map((unit) => unit.reason)]);
    for (const reason of reasons) {
      if (reason === null) continue;
      const { start, end } = rawSpan(assembly.doc.clean, citation.start, Math.max(citation.end, citation.fullEnd));
      findings.push({ kind: 'not_resolved', code: `resolve.${reason}`, message: citation.target, start, end });
    }
  }
  return findings;
};

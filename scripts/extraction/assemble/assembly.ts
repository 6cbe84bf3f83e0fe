/** What the steps of assembly share: the document, its relationships, and the way from a span to evidence. */
import { provisionId } from '#model/ids.ts';
import type { Evidence } from '#model/relations.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { createEvidenceMaker, RelationSet } from './relations.ts';
import { createUnitFinder, type Span, sentenceAround } from './sentences.ts';

export interface Assembly {
  readonly doc: ParsedDocument;
  readonly relations: RelationSet;
  readonly evidence: (span: Span, rule: string, named?: Span) => Evidence;
  /** The innermost provision around a span; null outside the units (title, history). */
  readonly provisionAt: (span: Span) => { readonly id: string; readonly limits: Span } | null;
  /** The sentence of a span, inside its provision. */
  readonly sentence: (span: Span) => Span;
}

const INSTRUMENT_PREFIX = 'law/';

/** Whether the document is itself the text of an instrument. */
export const isInstrumentText = (doc: Pick<ParsedDocument, 'id'>): boolean => doc.id.startsWith(INSTRUMENT_PREFIX);

export const createAssembly = (doc: ParsedDocument, sourceId: string, raw: string): Assembly => {
  const finder = createUnitFinder(doc);
  const provisionAt: Assembly['provisionAt'] = (span) => {
    const unit = doc.units[finder(span)];
    if (unit === undefined) return null;
    return { id: provisionId(doc.id, unit.path), limits: { start: unit.textStart, end: unit.end } };
  };
  return {
    doc,
    relations: new RelationSet(doc.id),
    evidence: createEvidenceMaker(doc.id, sourceId, doc.clean, raw),
    provisionAt,
    sentence: (span) => {
      const limits = provisionAt(span)?.limits ?? { start: 0, end: doc.clean.text.length };
      const around = { start: Math.min(limits.start, span.start), end: Math.max(limits.end, span.end) };
      return sentenceAround(doc.clean.text, span, around);
    },
  };
};

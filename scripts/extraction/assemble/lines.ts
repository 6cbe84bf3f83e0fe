/** The JSON Lines of the `extract` command. */
import type { CitationLine, ExtractionLine } from '#model/extraction.ts';
import type { ResolvedCitation } from '#model/mentions.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { rawSpan } from '../text/clean.ts';
import type { DocumentExtraction } from './extraction.ts';
import type { Span } from './sentences.ts';

/** An article number alone names no instrument: such a reference is in the graph, not among the mentions. */
const UNNAMED: ReadonlySet<string> = new Set(['self.unnamed', 'amended.unnamed']);

/** None, the one, or the list of the distinct numbers. */
const oneOrMore = (numbers: readonly (number | null)[]): number | number[] | null => {
  const distinct = [...new Set(numbers.filter((value) => value !== null))];
  const [first] = distinct;
  return first === undefined ? null : distinct.length === 1 ? first : distinct;
};

const resolvedId = (citation: ResolvedCitation): string | null => {
  if (citation.reason !== null) return null;
  const targets = [...new Set(citation.resolved.map((unit) => unit.targetId))];
  const [first] = targets;
  return targets.length === 1 && first !== undefined ? first : citation.lawId;
};

/** Everything found in a document, in text order; offsets and texts are those of the decoded file. */
export const toExtractionLines = (
  file: string,
  doc: ParsedDocument,
  extraction: DocumentExtraction,
  rawText: string,
): ExtractionLine[] => {
  const place = (span: Span): { file: string; start: number; end: number; text: string } => {
    const { start, end } = rawSpan(doc.clean, span.start, span.end);
    return { file, start, end, text: rawText.slice(start, end) };
  };
  const lines: ExtractionLine[] = [];
  for (const citation of extraction.citations)
    if (!UNNAMED.has(citation.rule)) lines.push(citationLine(citation, place(citation)));
  for (const duty of extraction.duties) {
    lines.push({
      kind: 'duty',
      ...place(duty),
      modality: duty.modality,
      bearer: duty.bearer,
      functions: [...duty.functions],
      laws: [...duty.laws],
      aspect: duty.aspect,
    });
  }
  for (const entity of extraction.entities) {
    const [only] = entity.canonical;
    const canonical = entity.canonical.length === 1 && only !== undefined ? only : [...entity.canonical];
    lines.push({ kind: 'entity', ...place(entity), type: entity.type, canonical });
  }
  return lines.sort((a, b) => a.start - b.start || a.end - b.end);
};

const citationLine = (
  citation: ResolvedCitation,
  place: { file: string; start: number; end: number; text: string },
): CitationLine => ({
  kind: 'citation',
  ...place,
  type: citation.type,
  target: citation.target,
  articles: [...citation.articles],
  paragraph: oneOrMore(citation.units.map((unit) => unit.paragraph)),
  item: oneOrMore(citation.units.map((unit) => unit.item)),
  ...(citation.range === null ? {} : { range: [citation.range[0], citation.range[1]] }),
  resolved: resolvedId(citation),
  ...(citation.reason === null ? {} : { reason: citation.reason }),
});

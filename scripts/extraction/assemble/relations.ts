/** Relationships with their evidence and an id derived from both. */
import type { CitationDetail, Evidence, GraphRelation, RelationType } from '#model/relations.ts';
import type { CleanText } from '#model/structure.ts';
import { rawSpan } from '../text/clean.ts';
import { digest } from './digest.ts';
import type { Span } from './sentences.ts';

export interface RelationInput {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly evidence?: Evidence;
  readonly citation?: CitationDetail;
  readonly order?: number;
}

/** Types of which a document has one between two nodes: they need no check for doubles, and they are most of a graph. */
const SINGLE: ReadonlySet<RelationType> = new Set(['HAS_PART', 'COPY_OF', 'STATES']);

/** Collects relationships; the same one from the same sentence is kept once. */
export class RelationSet {
  readonly #relations: GraphRelation[] = [];
  readonly #ids = new Set<string>();
  readonly #documentId: string;

  constructor(documentId: string) {
    this.#documentId = documentId;
  }

  add(input: RelationInput): void {
    const id = relationId(input);
    if (!SINGLE.has(input.type)) {
      if (this.#ids.has(id)) return;
      this.#ids.add(id);
    }
    this.#relations.push({
      id,
      type: input.type,
      from: input.from,
      to: input.to,
      documentId: this.#documentId,
      evidence: input.evidence ?? null,
      citation: input.citation ?? null,
      order: input.order ?? null,
    });
  }

  all(): GraphRelation[] {
    return this.#relations;
  }
}

/** From type, ends, place of the evidence and unit cited: the same document gives the same id on any machine. */
const relationId = ({ type, from, to, evidence, citation }: RelationInput): string => {
  const place = [evidence?.start ?? -1, evidence?.end ?? -1, citation?.paragraph ?? -1, citation?.item ?? -1];
  return `rel/${digest([type, from, to, citation?.article ?? ''], place)}`;
};

/** Makes evidence from clean spans: maps them back and takes the quote from the raw text itself. `named` are the words in it that name the target. */
export const createEvidenceMaker =
  (documentId: string, sourceId: string, clean: CleanText, raw: string) =>
  (span: Span, rule: string, named?: Span): Evidence => {
    const { start, end } = rawSpan(clean, span.start, span.end);
    const evidence = { documentId, sourceId, start, end, quote: raw.slice(start, end), rule };
    if (named === undefined) return evidence;
    const words = rawSpan(clean, named.start, named.end);
    return { ...evidence, namedStart: words.start, namedEnd: words.end };
  };

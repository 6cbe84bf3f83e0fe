/** Relationships with their evidence and an id derived from both. */
import { type CitationDetail, type Evidence, type GraphRelation, RelationType } from '#model/relations.ts';
import type { CleanText } from '#model/structure.ts';
import { rawSpan } from '../text/clean.ts';
import { digest, type Key, keyOf } from './digest.ts';
import type { Span } from './sentences.ts';

export interface RelationInput {
  readonly type: RelationType;
  readonly from: Key;
  readonly to: Key;
  readonly evidence?: Evidence;
  readonly citation?: CitationDetail;
  readonly order?: number;
}

/** Types of which a document has one between two nodes: they need no check for doubles, and they are most of a graph. */
const SINGLE: ReadonlySet<RelationType> = new Set(['HAS_PART', 'COPY_OF', 'STATES']);
const TYPE_KEYS: ReadonlyMap<RelationType, Key> = new Map(RelationType.options.map((type) => [type, keyOf(type)]));
const NO_KEY = keyOf('');

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
      from: input.from.id,
      to: input.to.id,
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
  const kind = TYPE_KEYS.get(type) ?? NO_KEY;
  // What rests on no sentence has one place: the two nodes.
  if (evidence === undefined) return `rel/${digest([kind, from, to], [])}`;
  const place = [evidence.start, evidence.end, citation?.paragraph ?? -1, citation?.item ?? -1];
  const article = citation?.article ?? null;
  return `rel/${digest(article === null ? [kind, from, to] : [kind, from, to, keyOf(article)], place)}`;
};

/** Makes evidence from clean spans: maps them back and takes the quote from the raw text itself. `named` are the words in it that name the target. */
export const createEvidenceMaker =
  (documentId: string, sourceId: string, clean: CleanText, raw: string) =>
  (span: Span, rule: string, named?: Span): Evidence => {
    const { start, end } = rawSpan(clean, span.start, span.end);
    const quote = raw.slice(start, end);
    if (named === undefined) return { documentId, sourceId, start, end, quote, rule };
    const words = rawSpan(clean, named.start, named.end);
    return { documentId, sourceId, start, end, quote, rule, namedStart: words.start, namedEnd: words.end };
  };

/** What the steps of assembly share: the document, its relationships, and the way from a span to evidence. */
import type { GraphNode } from '#model/entities.ts';
import { lawId, type NamedLabel, namedId, provisionId } from '#model/ids.ts';
import type { Evidence } from '#model/relations.ts';
import type { ParsedDocument } from '#model/structure.ts';
import { type Key, keyOf, keyWithin } from './digest.ts';
import { createEvidenceMaker, RelationSet } from './relations.ts';
import { createUnitFinder, type Span, sentenceAround } from './sentences.ts';

/** A provision as the home of what its wording names. */
export interface Place {
  readonly key: Key;
  /** Its wording, without its number. */
  readonly limits: Span;
}

export interface Assembly {
  readonly doc: ParsedDocument;
  readonly key: Key;
  /** The provisions, one for each unit. */
  readonly places: readonly Place[];
  readonly relations: RelationSet;
  readonly evidence: (span: Span, rule: string, named?: Span) => Evidence;
  /** The innermost provision around a span; null outside the units (title, history). */
  readonly placeOf: (span: Span) => Place | null;
  /** The sentence of a span, inside its provision. */
  readonly sentence: (span: Span, place: Place | null) => Span;
  readonly lawKey: (title: string) => Key;
  /** Key of a node another document may bring: a law, or a provision of one. */
  readonly targetKey: (id: string) => Key;
  readonly namedKey: (label: NamedLabel, name: string) => Key;
}

const INSTRUMENT_PREFIX = 'law/';

/** Whether the document is itself the text of an instrument. */
export const isInstrumentText = (doc: Pick<ParsedDocument, 'id'>): boolean => doc.id.startsWith(INSTRUMENT_PREFIX);

/** Keys by name, each made once: a document names the same few laws and organs many times. */
const createKeys = (idOf: (name: string) => string): ((name: string) => Key) => {
  const keys = new Map<string, Key>();
  return (name) => {
    const known = keys.get(name);
    if (known !== undefined) return known;
    const key = keyOf(idOf(name));
    keys.set(name, key);
    return key;
  };
};

export const createAssembly = (doc: ParsedDocument, sourceId: string, raw: string): Assembly => {
  const finder = createUnitFinder(doc);
  const key = keyOf(doc.id);
  const places = doc.units.map(
    (unit): Place => ({
      key: keyWithin(key, provisionId(doc.id, unit.path)),
      limits: { start: unit.textStart, end: unit.end },
    }),
  );
  const whole: Span = { start: 0, end: doc.clean.text.length };
  const named: Record<NamedLabel, (name: string) => Key> = {
    Function: createKeys((name) => namedId('Function', name)),
    Organ: createKeys((name) => namedId('Organ', name)),
    Aspect: createKeys((name) => namedId('Aspect', name)),
    Crime: createKeys((name) => namedId('Crime', name)),
  };
  const targetKey = createKeys((id) => id);
  return {
    doc,
    key,
    places,
    relations: new RelationSet(doc.id),
    evidence: createEvidenceMaker(doc.id, sourceId, doc.clean, raw),
    placeOf: (span) => places[finder(span)] ?? null,
    sentence: (span, place) => {
      const limits = place?.limits ?? whole;
      const around = { start: Math.min(limits.start, span.start), end: Math.max(limits.end, span.end) };
      return sentenceAround(doc.clean.text, span, around);
    },
    lawKey: (title) => targetKey(lawId(title)),
    targetKey,
    namedKey: (label, name) => named[label](name),
  };
};

/** Collects nodes; one that several things name is kept once. */
export class NodeSet {
  readonly #nodes: GraphNode[] = [];
  readonly #ids = new Set<string>();

  /** A node that nothing else in the document can bring: a provision, a duty. */
  addOwn(node: GraphNode): void {
    this.#nodes.push(node);
  }

  add(node: GraphNode): void {
    if (this.#ids.has(node.id)) return;
    this.#ids.add(node.id);
    this.#nodes.push(node);
  }

  all(): GraphNode[] {
    return this.#nodes;
  }
}

/** Small fragments made by hand, each checked by the model: what one document brings. */
import type { GraphNode, LawNode } from '#model/entities.ts';
import { GraphFragment } from '#model/graph.ts';
import { lawId, provisionId, sourceId } from '#model/ids.ts';
import type { GraphRelation } from '#model/relations.ts';

export interface FragmentSpec {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  /** Titles of laws this text cites as a whole. */
  readonly cites?: readonly string[];
  /** Ids of provisions of other texts it cites. */
  readonly citesProvisions?: readonly string[];
  /** Title of the law whose text this is. */
  readonly textOf?: string;
  /** Titles of the laws it is based on; only with `textOf`. */
  readonly basedOn?: readonly string[];
}

export const lawNode = (title: string, more: Partial<LawNode> = {}): LawNode => ({
  label: 'Law',
  id: lawId(title),
  name: title,
  title,
  shortTitles: [],
  rank: '法律',
  status: 'not_held',
  issuer: null,
  date: null,
  extent: null,
  ...more,
});

/** A document with one article, which cites what the specification says. */
export const fragmentOf = (spec: FragmentSpec): GraphFragment => {
  const source = sourceId(spec.path, 1);
  const article = provisionId(spec.id, 'art_1');
  const evidence = {
    documentId: spec.id,
    sourceId: source,
    start: 0,
    end: spec.text.length,
    quote: spec.text,
    rule: 'test.rule',
  };
  const relation = (type: GraphRelation['type'], from: string, to: string): GraphRelation => ({
    id: `${type} ${from} ${to}`,
    type,
    from,
    to,
    documentId: spec.id,
    evidence: type === 'HAS_PART' || type === 'COPY_OF' ? null : evidence,
    citation:
      type === 'CITES' ? { citationType: 'law', article: null, paragraph: null, item: null, reason: null } : null,
    order: type === 'HAS_PART' ? 0 : null,
  });
  const laws = new Map<string, LawNode>();
  for (const title of [...(spec.cites ?? []), ...(spec.basedOn ?? [])]) laws.set(title, lawNode(title));
  if (spec.textOf !== undefined)
    laws.set(spec.textOf, lawNode(spec.textOf, { status: 'in_force', date: '2020-01-01' }));
  const own = lawId(spec.textOf ?? '');
  const nodes: GraphNode[] = [
    {
      label: 'Source',
      id: source,
      name: spec.path,
      path: spec.path,
      copy: 1,
      publisher: null,
      publishedAt: null,
      sha256: '00',
      encoding: 'utf-8',
      start: 0,
      end: spec.text.length,
    },
    {
      label: 'Document',
      id: spec.id,
      name: spec.id,
      title: spec.id,
      kind: 'statute',
      issuer: null,
      date: null,
      rank: '法律',
      chars: spec.text.length,
      sourceId: source,
      textHash: spec.text,
    },
    {
      label: 'Provision',
      id: article,
      name: '第一条',
      documentId: spec.id,
      level: 'article',
      number: '1',
      printed: '第一条',
      path: 'art_1',
      order: 0,
      text: spec.text,
      start: 0,
      end: spec.text.length,
    },
    ...laws.values(),
  ];
  return GraphFragment.parse({
    documentId: spec.id,
    text: spec.text,
    textOffset: 0,
    nodes,
    relations: [
      relation('COPY_OF', source, spec.id),
      relation('HAS_PART', spec.id, article),
      ...(spec.textOf === undefined ? [] : [relation('TEXT_OF', spec.id, own)]),
      ...(spec.cites ?? []).map((title) => relation('CITES', article, lawId(title))),
      ...(spec.citesProvisions ?? []).map((id) => relation('CITES', article, id)),
      ...(spec.basedOn ?? []).map((title) => relation('BASED_ON', own, lawId(title))),
    ],
    findings: [],
    namedLaws: [...laws.keys()].sort(),
  });
};

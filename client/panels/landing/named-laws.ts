/** The laws a document names, out of its graph: each with how it is named and what is known of it. Pure. */
import { LawStatus } from '#model/entities.ts';
import type { Reason, RelationType } from '#model/relations.ts';
import type { EdgeDto, GraphDto, NodeDto } from '#model/wire/common.ts';

export interface NamedLaw {
  readonly node: NodeDto;
  readonly status: LawStatus | null;
  readonly date: string | null;
  /** How the document refers to it, each kind once, in the order of the legend. */
  readonly relations: readonly RelationType[];
  readonly reason: Reason | null;
  /** The relationship whose sentence a click opens. */
  readonly edge: EdgeDto;
}

const textOf = (node: NodeDto, name: string): string | null => {
  const value = node.properties[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** `documentDate` decides 印发时尚未公布: a law made after the document that names it. */
export const namedLaws = (graph: Pick<GraphDto, 'nodes' | 'edges'>, documentDate: string | null): NamedLaw[] => {
  const laws = graph.nodes.filter(({ label }) => label === 'Law');
  return laws.flatMap((node) => {
    const edges = graph.edges.filter(({ to, type }) => to === node.id && type !== 'TEXT_OF' && type !== 'UNDER');
    const edge = edges[0];
    if (edge === undefined) return [];
    const status = LawStatus.safeParse(node.properties['status']);
    const date = textOf(node, 'date');
    const stated = edges.flatMap(({ citation }) => (citation?.reason ? [citation.reason] : []))[0];
    const later = date !== null && documentDate !== null && date > documentDate ? ('not_yet_issued' as const) : null;
    return [
      {
        node,
        status: status.success ? status.data : null,
        date,
        relations: [...new Set(edges.map(({ type }) => type))],
        reason: stated ?? later,
        edge,
      },
    ];
  });
};

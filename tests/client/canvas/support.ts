/** Small graphs for the canvas tests: nodes and relationships with the fewest words. */
import fc from 'fast-check';
import type { GraphPart } from '#client/state/canvas/types.ts';
import { NODE_LABELS, type NodeLabel } from '#model/entities.ts';
import { RelationType } from '#model/relations.ts';
import type { EdgeDto, NodeDto } from '#model/wire/common.ts';

export const node = (id: string, label: NodeLabel = 'Law', properties: NodeDto['properties'] = {}): NodeDto => ({
  id,
  label,
  name: id.replace(/^\w+\//, ''),
  degree: 3,
  properties,
});

export const edge = (
  from: string,
  to: string,
  type: RelationType = 'CITES',
  quote = '依照《网络安全法》',
): EdgeDto => ({
  id: `${type}:${from}:${to}:${quote}`,
  type,
  from,
  to,
  evidence: { documentId: 'doc/1', sourceId: 'source/1#1', start: 3, end: 3 + quote.length, quote, rule: 'test' },
  citation: null,
});

export const part = (nodes: readonly NodeDto[], edges: readonly EdgeDto[] = []): GraphPart => ({ nodes, edges });

/** Ids from a small pool, so that parts overlap as expansions do. */
const anyId = fc.integer({ min: 0, max: 14 }).map((number) => `n/${number}`);
const anyNode = fc.tuple(anyId, fc.constantFrom(...NODE_LABELS)).map(([id, label]) => node(id, label));
const anyEdge = fc
  .tuple(anyId, anyId, fc.constantFrom(...RelationType.options))
  .map(([from, to, type]) => edge(from, to, type));

export const anyPart: fc.Arbitrary<GraphPart> = fc.record({
  nodes: fc.uniqueArray(anyNode, { selector: (one) => one.id, maxLength: 8 }),
  edges: fc.uniqueArray(anyEdge, { selector: (one) => one.id, maxLength: 10 }),
});

/** From what the store holds to what answers are made of. The store leaves out properties that are null. */
import { z } from 'zod';
import { DocumentNode, LawNode, NodeLabel, SourceNode } from '#model/entities.ts';
import { FamaiError } from '#model/errors.ts';
import { CitationDetail, Evidence, RelationType } from '#model/relations.ts';
import type { EdgeDto, NodeDto, NodeRef } from '#model/wire/common.ts';
import type { EdgeRow, StoredNode, StoredRelation } from '#server/store/queries/shapes.ts';

const parse = <T extends z.ZodObject>(
  schema: T,
  label: string | null,
  properties: StoredNode['properties'],
): z.output<T> => {
  const nulls = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, null]));
  const parsed = schema.safeParse({ ...nulls, ...properties, ...(label === null ? {} : { label }) });
  if (parsed.success) return parsed.data;
  throw new FamaiError(
    'INTERNAL',
    '数据库中的一条记录不完整，请重新导入。 / A record in the database is incomplete, import again.',
    { cause: parsed.error },
  );
};

/** The one label of the model a node carries. @throws FamaiError INTERNAL for a node that is none of ours */
export const labelOf = (node: StoredNode): NodeLabel => {
  for (const label of node.labels) {
    const known = NodeLabel.safeParse(label);
    if (known.success) return known.data;
  }
  throw new FamaiError('INTERNAL', '数据库中有未知类型的节点。 / The database holds a node of an unknown kind.');
};

const Named = z.object({ id: z.string(), name: z.string() });
export const toRef = (node: StoredNode): NodeRef => {
  const { id, name } = parse(Named, null, node.properties);
  return { id, label: labelOf(node), name };
};

const Property = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.union([z.string(), z.number(), z.boolean()])),
]);
/** Kept for the store's own use, or said by `id` and `name` already. */
const HIDDEN = new Set(['id', 'name', 'pinyin', 'textHash', 'sha256']);
const LONG = 300;

/** A node for lists and the canvas: long texts are left out. */
export const toNodeDto = (node: StoredNode, degree: number): NodeDto => {
  const properties: NodeDto['properties'] = {};
  for (const [key, value] of Object.entries(node.properties)) {
    const known = Property.safeParse(value);
    if (HIDDEN.has(key) || !known.success) continue;
    if (typeof known.data === 'string' && known.data.length > LONG) continue;
    properties[key] = known.data;
  }
  return { ...toRef(node), degree, properties };
};

export const toEvidence = (relation: StoredRelation): Evidence => parse(Evidence, null, relation.properties);
export const toCitation = (relation: StoredRelation): CitationDetail | null =>
  relation.properties['citationType'] === undefined ? null : parse(CitationDetail, null, relation.properties);
export const toRelationType = (type: string): RelationType => RelationType.parse(type);

const Identified = z.object({ id: z.string() });
export const toEdgeDto = ({ from, relation, to }: EdgeRow): EdgeDto => ({
  id: parse(Identified, null, relation.properties).id,
  type: toRelationType(relation.type),
  from,
  to,
  evidence: relation.properties['quote'] === undefined ? null : toEvidence(relation),
  citation: toCitation(relation),
});

export const toLaw = (node: StoredNode): LawNode => parse(LawNode, 'Law', node.properties);
export const toDocument = (node: StoredNode): DocumentNode => parse(DocumentNode, 'Document', node.properties);
export const toSource = (node: StoredNode): SourceNode => parse(SourceNode, 'Source', node.properties);
/** Reads the named properties of a node, null where the store has none. */
export const pick = <T extends z.ZodObject>(schema: T, node: { properties: StoredNode['properties'] }): z.output<T> =>
  parse(schema, null, node.properties);

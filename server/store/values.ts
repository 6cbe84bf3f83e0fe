/** Values on their way to Neo4j and back: plain JavaScript on this side of the store. */
import neo4j from 'neo4j-driver';
import type { JsonValue } from '#model/wire/common.ts';

/** Parameters of a query: plain values, whole numbers included. */
export type Params = { readonly [name: string]: ParamValue };
export type ParamValue =
  | string
  | number
  | boolean
  | null
  | readonly ParamValue[]
  | { readonly [name: string]: ParamValue };

/** Whole numbers become integers: the driver would send every JavaScript number as a float, which LIMIT refuses. */
export const toNeo4j = (value: ParamValue): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value;
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(toNeo4j);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toNeo4j(item)]));
};

const isList = (value: object): value is readonly ParamValue[] => Array.isArray(value);

/**
 * A value of a record as plain data. A node becomes `{labels, properties}`, a relationship `{type, properties}`;
 * paths do not occur in the product's own queries.
 */
export const toPlain = (value: unknown): JsonValue => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (neo4j.isNode(value)) return { labels: value.labels, properties: toPlain(value.properties) };
  if (neo4j.isRelationship(value)) return { type: value.type, properties: toPlain(value.properties) };
  if (neo4j.isInt(value)) return value.toNumber();
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
};

/** Queries to begin with, made from names of the schema. Pure. */

/** A name as Cypher takes it, whatever characters it has. */
const name = (text: string): string => (/^[A-Za-z_]\w*$/.test(text) ? text : `\`${text.replaceAll('`', '``')}\``);
const end = (label: string | undefined): string => (label === undefined ? '()' : `(:${name(label)})`);

export const nodesQuery = (label: string): string => `MATCH (n:${name(label)})\nRETURN n\nLIMIT 25`;

export const relationshipsQuery = (type: string, from?: string, to?: string): string =>
  `MATCH p = ${end(from)}-[:${name(type)}]->${end(to)}\nRETURN p\nLIMIT 25`;

/** Which values a property has, the most frequent first. */
export const propertyQuery = (label: string, property: string): string => {
  const value = `n.${name(property)}`;
  return `MATCH (n:${name(label)})\nWHERE ${value} IS NOT NULL\nRETURN ${value} AS value, count(*) AS count\nORDER BY count DESC\nLIMIT 25`;
};

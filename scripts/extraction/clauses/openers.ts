/** Marks that open a title, a quotation or an aside, which the readers of clauses step over. */

/** 1 where a character opens one. */
export const OPENS = new Uint8Array(0x10000);
for (const mark of '《“（("「') OPENS[mark.charCodeAt(0)] = 1;

/** Marks that open a title, a quotation or an aside, which the readers of clauses step over. */
export const OPENING_MARKS = '《“（("「';

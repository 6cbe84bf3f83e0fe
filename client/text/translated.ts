/** The same keys with any wording: a translation that lacks or adds a key does not compile. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

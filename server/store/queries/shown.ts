/** The Cypher behind an answer, as 显示查询 hands it out: the very text that ran. */
import type { ShownQuery } from '#model/wire/common.ts';
import type { QueryTemplate } from '#server/store/read.ts';
import { type Params, toPlain } from '#server/store/values.ts';

export const toShown = <P extends Params, R>(query: QueryTemplate<P, R>, params: P): ShownQuery => ({
  text: query.cypher,
  params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, toPlain(value)])),
});

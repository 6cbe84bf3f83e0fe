/** Border check of a request's parts. */

import type { z } from 'zod';
import { FamaiError } from '#model/errors.ts';

/** Parses with the schema or throws BAD_REQUEST with the first problem and where it is. */
export function validated<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}：`;
  throw new FamaiError('BAD_REQUEST', `请求有误：${where}${issue?.message ?? ''}`.slice(0, 500));
}

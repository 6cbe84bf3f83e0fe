/** Cursors: opaque to clients, a sort key or a count of rows to us. */
import { FamaiError } from '#model/errors.ts';

/** The cursor of the page after a key. */
export const encodeKey = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');
const decode = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');

/** The key after which the page begins; '' is before every key. */
export const afterKey = (cursor: string | undefined): string => (cursor === undefined ? '' : decode(cursor));

/** Cursor of the page after `rows`, null when they are the last. `rows` holds one more than `limit` when there are more. */
export const nextByKey = (rows: readonly { key: string }[], limit: number): string | null => {
  const last = rows[limit - 1];
  return rows.length > limit && last !== undefined ? encodeKey(last.key) : null;
};

/** How many rows come before the page. @throws FamaiError BAD_REQUEST for a cursor that is none of ours */
export const skipOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  const skip = decode(cursor);
  if (/^\d{1,9}$/.test(skip)) return Number(skip);
  throw new FamaiError(
    'BAD_REQUEST',
    '翻页标记无效，请从第一页重新开始。 / The cursor is not valid, start from the first page.',
  );
};

export const nextBySkip = (skip: number, count: number, total: number): string | null =>
  skip + count < total && count > 0 ? encodeKey(String(skip + count)) : null;

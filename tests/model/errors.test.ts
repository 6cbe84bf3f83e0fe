import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES, FamaiError } from '#model/errors.ts';
import { ErrorBody } from '#model/wire/common.ts';

describe('error codes', () => {
  const documented = [
    ...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `(\w+)`\s+\| (\d+)\s+\| (.+?)\s+\| (.+?)\s+\|$/gm),
  ].map(([, code, status, zh, en]) => [code, { status: Number(status), zh, en }]);

  it('are the ones docs/errors.md lists, with the same status and words', () =>
    expect(Object.fromEntries(documented)).toEqual(ERROR_CODES));

  it('are accepted by the wire schema, and no other is', () => {
    expect(ErrorBody.safeParse({ error: { code: 'TIMEOUT', message: '超时' } }).success).toBe(true);
    expect(ErrorBody.safeParse({ error: { code: 'ODD', message: '' } }).success).toBe(false);
  });

  it('carry their HTTP status and position', () => {
    const error = new FamaiError('QUERY_SYNTAX', '第 1 行有误', { position: { line: 1, column: 7, offset: 6 } });
    expect([error.status, error.position?.column]).toEqual([400, 7]);
  });
});

import { describe, expect, it } from 'vitest';
import { allRows } from '#client/api/all-rows.ts';
import { ApiError, addressOf, errorOf } from '#client/api/client.ts';
import { isPassing } from '#client/api/query-client.ts';
import { parseParams } from '#client/app/console-address.ts';

describe('the address of a route', () => {
  it.each([
    ['/api/stats', {}, {}, '/api/stats'],
    ['/api/laws/:id', { id: 'law/刑法' }, {}, '/api/laws/law%2F%E5%88%91%E6%B3%95'],
    ['/api/search', {}, { q: 'a&b', limit: 5 }, '/api/search?q=a%26b&limit=5'],
    ['/api/laws', {}, { q: '', rank: undefined, cursor: null }, '/api/laws'],
    ['/api/laws/:id/cited-by', { id: 'law/a' }, { year: 0 }, '/api/laws/law%2Fa/cited-by?year=0'],
  ])('%s %j %j', (path, params, query, expected) => {
    expect(addressOf(path, params, query)).toBe(expected);
  });
});

describe('an answer that is an error', () => {
  it('is told in the words of the server', async () => {
    const body = { error: { code: 'DATABASE_UNAVAILABLE', message: '数据库正在启动' } };
    const error = await errorOf(Response.json(body, { status: 503, headers: { 'retry-after': '2' } }));
    expect(error).toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: '数据库正在启动',
      status: 503,
      retryAfter: 2,
    });
  });

  it.each([
    ['no JSON', new Response('<html>', { status: 502 })],
    ['JSON of another shape', Response.json({ oops: true }, { status: 500 })],
    ['a code nobody knows', Response.json({ error: { code: 'X', message: 'y' } }, { status: 500 })],
  ])('with %s is a bad answer', async (_, response) => {
    expect((await errorOf(response)).code).toBe('BAD_ANSWER');
  });

  it.each([
    ['OFFLINE', true],
    ['DATABASE_UNAVAILABLE', true],
    ['NOT_FOUND', false],
    ['BAD_REQUEST', false],
  ] as const)('%s passes by itself: %s', (code, passing) => {
    expect(isPassing(new ApiError(code, ''))).toBe(passing);
  });
});

describe('an export holds every row', () => {
  it('page after page, in order', async () => {
    const pages = new Map<string | null, { items: number[]; cursor: string | null }>([
      [null, { items: [1, 2], cursor: 'a' }],
      ['a', { items: [3], cursor: 'b' }],
      ['b', { items: [4], cursor: null }],
    ]);
    const rows = await allRows(async (cursor) => pages.get(cursor) ?? { items: [], cursor: null });
    expect(rows).toEqual([1, 2, 3, 4]);
  });
});

describe('parameters in a console address', () => {
  it.each([
    ['{"id":"law/刑法","n":1}', { id: 'law/刑法', n: 1 }],
    ['{}', {}],
    ['[1]', null],
    ['"x"', null],
    ['{', null],
    [null, null],
  ])('%s', (text, expected) => {
    expect(parseParams(text)).toEqual(expected);
  });
});

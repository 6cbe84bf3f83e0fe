import { describe, expect, it } from 'vitest';
import { FamaiError } from '#model/errors.ts';
import { checkInput } from '#server/console/input-limits.ts';

function refusal(query: string, params = {}): string {
  try {
    checkInput({ query, params });
    return 'taken';
  } catch (error) {
    if (error instanceof FamaiError) return error.code;
    throw error;
  }
}
const nested = (open: string, middle: string, close: string, times: number) =>
  open.repeat(times) + middle + close.repeat(times);

describe('what is refused before Neo4j sees it', () => {
  it.each([
    ['blank', ' \n\t', 'BAD_REQUEST'],
    ['NUL', 'RETURN 1\0', 'BAD_REQUEST'],
    ['20,001 characters', `RETURN 1 //${'x'.repeat(20_000)}`, 'QUERY_TOO_COMPLEX'],
    ['61 brackets', `RETURN ${nested('(', '1', ')', 61)}`, 'QUERY_TOO_COMPLEX'],
    ['61 lists', `RETURN ${nested('[', '1', ']', 61)}`, 'QUERY_TOO_COMPLEX'],
    ['61 CASE', `RETURN ${nested('CASE WHEN true THEN ', '1', ' END', 61)}`, 'QUERY_TOO_COMPLEX'],
    ['13 braces', `RETURN ${nested('EXISTS { MATCH (a) WHERE ', 'true', '}', 13)}`, 'QUERY_TOO_COMPLEX'],
    ['61 NOT', `RETURN ${'NOT '.repeat(61)} true`, 'QUERY_TOO_COMPLEX'],
    ['61 NOT in brackets', `RETURN ${nested('NOT (', 'true', ')', 61)}`, 'QUERY_TOO_COMPLEX'],
    ['4,001 tokens', `RETURN ${'1+'.repeat(2100)}1`, 'QUERY_TOO_COMPLEX'],
    ['151 clauses', `WITH 1 AS x ${'WITH x '.repeat(150)} RETURN x`, 'QUERY_TOO_COMPLEX'],
    ['escaped brackets', `RETURN ${nested('\\u0028', '1', '\\u0029', 61)}`, 'QUERY_TOO_COMPLEX'],
    ['a walk of a huge range', 'RETURN reduce(s = 0, x IN range(1, 10000000000000) | s + x)', 'QUERY_TOO_COMPLEX'],
    ['any over a huge range', 'RETURN any(x IN range(1, 10000000000000) WHERE x < 0)', 'QUERY_TOO_COMPLEX'],
    [
      'a function of a plug-in',
      "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n) RETURN n', {})",
      'QUERY_NOT_READ_ONLY',
    ],
    ['a back-ticked one', 'RETURN `apoc` . `load` . `json`(1)', 'QUERY_NOT_READ_ONLY'],
  ])('%s', (_name, query, code) => expect(refusal(query)).toBe(code));

  it('parameters too large or too deep', () => {
    expect(refusal('RETURN $p', { p: 'x'.repeat(100_001) })).toBe('TOO_LARGE');
    let deep: unknown = 1;
    for (let i = 0; i < 5000; i += 1) deep = [deep];
    expect(refusal('RETURN $p', { p: deep })).toBe('QUERY_TOO_COMPLEX');
  });
});

describe('what looks alike and is taken', () => {
  it.each([
    ['brackets in a string', `RETURN '${'('.repeat(200)}'`],
    ['brackets in a comment', `RETURN 1 /* ${'{'.repeat(200)} */`],
    ['brackets side by side', `RETURN ${Array(200).fill('(1)').join('+')}`],
    ['a property named case', `RETURN ${Array(100).fill('n.case').join('+')}`],
    ['NOT again and again', `MATCH (n) WHERE ${Array(70).fill('NOT n.a').join(' AND ')} RETURN n`],
    ['a long lazy range', 'UNWIND range(1, 10000000000000) AS x RETURN x LIMIT 10'],
    ['a temporal function', "RETURN date.truncate('month', date()), duration.between(date(), date())"],
    ['a property before a bracket', 'MATCH (n) WHERE n.a IN [1] AND (n.b > 1) RETURN n.c'],
    ['a write: whether it writes is for the plan to say', 'CREATE (n)'],
  ])('%s', (_name, query) => expect(refusal(query)).toBe('taken'));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEscapes, tokenize } from '#server/console/lexer.ts';
import { splitMode } from '#server/console/prefix.ts';

const words = (text: string) => tokenize(text, 1000).map((token) => `${token.kind}:${token.text}`);

describe('tokens of a query', () => {
  it.each([
    ["RETURN 'CREATE // not a comment'", ['word:RETURN', "string:'CREATE // not a comment'"]],
    ['RETURN "a\\"b" // 注释 (((', ['word:RETURN', 'string:"a\\"b"']],
    ['MATCH/*(((*/(法:Law)', ['word:MATCH', 'sign:(', 'word:法', 'sign::', 'word:Law', 'sign:)']],
    ['RETURN n.`a``b(`', ['word:RETURN', 'word:n', 'sign:.', 'name:`a``b(`']],
    ['RETURN $参数, $`x y`', ['word:RETURN', 'parameter:$参数', 'sign:,', 'parameter:$`x y`']],
    [
      'RETURN l[..5], 1.5e3, 0xFF',
      [
        'word:RETURN',
        'word:l',
        'sign:[',
        'sign:.',
        'sign:.',
        'number:5',
        'sign:]',
        'sign:,',
        'number:1.5e3',
        'sign:,',
        'number:0xFF',
      ],
    ],
    ["RETURN 'unfinished", ['word:RETURN', "string:'unfinished"]],
    ['RETURN 1 /* unfinished', ['word:RETURN', 'number:1']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('decodes escapes before lexing, as Neo4j 5 does', () => {
    expect(words(decodeEscapes('CRE\\u0041TE'))).toEqual(['word:CREATE']);
    expect(words(decodeEscapes("'\\u0027 CREATE"))).toEqual(["string:''", 'word:CREATE']);
  });

  it('takes any text, covers it without overlap and stops at the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const tokens = tokenize(text, 50);
        expect(tokens.length).toBeLessThanOrEqual(51);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(text.startsWith(token.text, token.start)).toBe(true);
          expect(token.text).not.toBe('');
          end = token.start + token.text.length;
        }
      }),
    );
  });
});

describe('EXPLAIN and PROFILE written in front', () => {
  it.each([
    ['EXPLAIN MATCH (n) RETURN n', 'explain', '        MATCH (n) RETURN n'],
    ['/* x */ profile RETURN 1', 'profile', '/* x */         RETURN 1'],
    ['CYPHER 5 planner=cost PROFILE RETURN 1', 'profile', 'CYPHER 5 planner=cost         RETURN 1'],
    ['CYPHER 25 RETURN 1', 'run', 'CYPHER 25 RETURN 1'],
    ['RETURN 1 AS explain', 'run', 'RETURN 1 AS explain'],
    ["RETURN 'EXPLAIN'", 'run', "RETURN 'EXPLAIN'"],
    ['', 'run', ''],
  ])('%s', (query, mode, text) => expect(splitMode(query)).toEqual({ mode, text }));
});

/** Queries that want too much: each must end by itself or be ended, and the next query must be answered. */
import type { JsonValue } from '#model/wire/common.ts';

type Bomb = readonly [name: string, query: string, params?: Readonly<Record<string, JsonValue>>];

const many = (times: number, make: (n: number) => string, between = ' ') =>
  Array.from({ length: times }, (_, n) => make(n)).join(between);
const deep = (depth: number): JsonValue => {
  let value: JsonValue = 1;
  for (let n = 0; n < depth; n += 1) value = [value];
  return value;
};

/** Ended by a limit of the text, by the server's timeout or by its memory limits; on a slow machine some end in a restart. */
export const BOMBS: readonly Bomb[] = [
  // Too many rows or too much work for the time.
  [
    'three loops',
    'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b UNWIND range(1, 1000000) AS c RETURN count(*)',
  ],
  ['a product of all nodes', 'MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)'],
  [
    'a product with a condition',
    'MATCH (a), (b), (c), (d), (e), (f) WHERE a.start + b.start + c.start = d.start * e.start + f.start RETURN count(*)',
  ],
  ['walks of any length', 'MATCH p = ()-[*]-() RETURN count(p)'],
  ['walks up to thirty', 'MATCH (a)-[*1..30]-(b) RETURN count(*)'],
  ['quantified walks', 'MATCH ((a)--(b)){1,30} RETURN count(*)'],
  ['quantified walks of two', 'MATCH (a) ((x)--(y)--(z)){1,15} (b) RETURN count(*)'],
  [
    'all shortest paths of all pairs',
    'MATCH (a), (b) WHERE a <> b MATCH p = allShortestPaths((a)-[*]-(b)) RETURN count(p)',
  ],
  ['shortest groups of all pairs', 'MATCH p = SHORTEST 50 GROUPS (a)--+(b) RETURN count(p)'],
  ['a list of paths', 'MATCH p = ()-[*1..20]-() RETURN collect(p)'],
  ['a count in a count', 'MATCH (a), (b) RETURN sum(COUNT { MATCH (a)--()--()--()--(), (b)--()--()--()--() })'],
  ['exists of an empty walk', 'MATCH (a) WHERE EXISTS { MATCH (a)-[*1..25]-(b {id: "nothing"}) } RETURN count(a)'],
  ['collect of a walk', 'MATCH (a) RETURN COLLECT { MATCH (a)-[*1..20]-(b) RETURN b }'],
  ['a comprehension of a walk', 'MATCH (a) RETURN [(a)-[*1..20]-(b) | b.id]'],
  [
    'a union of loops',
    'UNWIND range(1, 10000000000) AS x RETURN count(x) AS n UNION ALL UNWIND range(1, 10000000000) AS x RETURN count(x) AS n',
  ],
  [
    'a subquery for every row',
    'UNWIND range(1, 100000000) AS i CALL (i) { MATCH (n) RETURN count(n) AS c } RETURN sum(c)',
  ],
  ['random conditions', 'UNWIND range(1, 10000000000) AS x WITH x WHERE rand() < 0 RETURN x'],
  ['profile of a loop', 'PROFILE UNWIND range(1, 100000000000) AS x RETURN count(x)'],
  // Too much memory.
  ['a list of everything', 'UNWIND range(1, 100000000) AS x RETURN size(collect(x))'],
  ['a list of maps', 'UNWIND range(1, 100000000) AS x RETURN size(collect({a: x, b: toString(x)}))'],
  ['distinct values', 'UNWIND range(1, 100000000) AS x RETURN count(DISTINCT x)'],
  ['groups', 'UNWIND range(1, 100000000) AS x RETURN x % 50000000 AS k, count(*) ORDER BY k'],
  ['sorted descending', 'UNWIND range(1, 100000000) AS x RETURN x ORDER BY x DESC SKIP 99999990'],
  ['a percentile', 'UNWIND range(1, 100000000) AS x RETURN percentileCont(x, 0.5)'],
  [
    'a hash join of loops',
    'UNWIND range(1, 10000000) AS a WITH a UNWIND range(1, 10) AS b WITH collect([a, b]) AS all RETURN size(all)',
  ],
  ['a list in a list', 'RETURN [a IN range(1, 3000) | [b IN range(1, 3000) | a * b]]'],
  ['a doubling list', 'RETURN size(reduce(l = [1], i IN range(1, 30) | l + l))'],
  ['a doubling text', "RETURN size(reduce(s = 'abcdefghij', i IN range(1, 28) | s + s))"],
  [
    'a growing replacement',
    "RETURN size(replace(replace(reduce(s = 'x', i IN range(1, 20) | s + s), 'x', 'xxxxxxxxxx'), 'x', 'xxxxxxxxxx'))",
  ],
  ['a split into millions', "RETURN size(split(reduce(s = 'x', i IN range(1, 24) | s + s), ''))"],
  ['twenty long cells', `RETURN ${many(20, (n) => `range(1, 1000000) AS c${n}`, ', ')}`],
  ['one cell of ten million', 'RETURN range(1, 10000000)'],
  ['a cell of a hundred million', 'RETURN range(1, 100000000)'],
  [
    'a text of ten megabytes a row',
    "UNWIND range(1, 100) AS i RETURN reduce(s = '0123456789', j IN range(1, 20) | s + s)",
  ],
  // Too much text, too deep, too many.
  ['a text of a megabyte', `RETURN '${'x'.repeat(1_000_000)}'`],
  ['a comment of a megabyte', `RETURN 1 // ${'x'.repeat(1_000_000)}`],
  ['names by the thousand', `RETURN ${many(5000, (n) => `${n} AS a${n}`, ', ')}`],
  ['a thousand brackets', `RETURN ${'('.repeat(1000)}1${')'.repeat(1000)}`],
  ['a hundred thousand open brackets', `RETURN ${'['.repeat(19_000)}`],
  ['two thousand maps', `RETURN ${'{a: '.repeat(2000)}1${'}'.repeat(2000)}`],
  ['five hundred CASE', `RETURN ${'CASE WHEN true THEN '.repeat(500)}1${' END'.repeat(500)}`],
  ['twenty thousand NOT', `RETURN ${'NOT '.repeat(4900)}true`],
  ['minus of minus', `RETURN ${'-'.repeat(15_000)}1`],
  ['thirty EXISTS', `MATCH (a) WHERE ${'EXISTS { MATCH (a)--() WHERE '.repeat(30)}true${' }'.repeat(30)} RETURN a`],
  ['thirty CALL', `${'CALL { '.repeat(30)}RETURN 1 AS x${' } RETURN x'.repeat(30)}`],
  ['thirty functions in each other', `RETURN ${'coalesce('.repeat(900)}1${')'.repeat(900)}`],
  ['three thousand AND', `MATCH (n:Law) WHERE ${many(3000, (n) => `n.a${n} = ${n}`, ' AND ')} RETURN n`],
  [
    'a normal form that explodes',
    `MATCH (n:Law) WHERE ${many(24, (n) => `(n.a${n} = 1 AND n.b${n} = 2 AND n.c${n} = 3)`, ' OR ')} RETURN n`,
  ],
  ['twelve patterns apart', `MATCH ${many(12, (n) => `(a${n})--(b${n})`, ', ')} RETURN count(*)`],
  ['forty optional patterns', `MATCH (n) ${many(40, (n) => `OPTIONAL MATCH (n)--(a${n})--(b${n})`)} RETURN count(*)`],
  ['a long chain', `MATCH ${many(40, (n) => `(n${n})`, '--')} RETURN count(*)`],
  ['two hundred WITH', `WITH 1 AS x ${'WITH x + 1 AS x '.repeat(200)} RETURN x`],
  ['two hundred unions', many(200, (n) => `RETURN ${n} AS n`, ' UNION ')],
  // Parameters.
  ['a deep parameter', 'RETURN size($p)', { p: deep(5000) }],
  ['a parameter of 150,000 numbers', 'RETURN size($p)', { p: Array(150_000).fill(1) }],
  [
    'a parameter of many keys',
    'RETURN size(keys($p))',
    { p: Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, n])) },
  ],
  [
    'a parameter walked in a product',
    'UNWIND $p AS a UNWIND $p AS b UNWIND $p AS c RETURN count(*)',
    { p: Array(9000).fill(1) },
  ],
  // The full-text index.
  [
    'many fuzzy words',
    "CALL db.index.fulltext.queryNodes('node_text', $q) YIELD node RETURN count(node)",
    { q: many(500, (n) => `律${n}~`) },
  ],
  [
    'leading wildcards',
    "CALL db.index.fulltext.queryNodes('node_text', $q) YIELD node RETURN count(node)",
    { q: many(300, (n) => `*a${n}*`) },
  ],
  [
    'brackets of Lucene',
    "CALL db.index.fulltext.queryNodes('node_text', $q) YIELD node RETURN count(node)",
    { q: `${'('.repeat(9000)}a${')'.repeat(9000)}` },
  ],
  [
    'an expression of Lucene',
    "CALL db.index.fulltext.queryNodes('node_text', $q) YIELD node RETURN count(node)",
    { q: '/(a|b)*a(a|b){40}/' },
  ],
];

/** Nothing but the end of the process stops these: the managed database is started again. */
export const STUCK: readonly Bomb[] = [
  [
    'four loops in one expression',
    'WITH range(1, 3000) AS l RETURN reduce(s = 0, a IN l | s + reduce(t = 0, b IN l | t + reduce(u = 0, c IN l | u + reduce(v = 0, d IN l | v + 1)))) AS n',
  ],
  [
    'any of any',
    'WITH range(1, 5000) AS l RETURN any(a IN l WHERE any(b IN l WHERE any(c IN l WHERE any(d IN l WHERE a + b + c + d < 0))))',
  ],
  [
    'a regular expression that tracks back',
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac' =~ '(.*a){30}b'",
  ],
];

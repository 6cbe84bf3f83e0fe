/** More queries that only read, one or more for each operator of the planner and for each family of functions. */
import type { QUERIES } from './query-table.ts';

const TITLE = '网络安全法';

export const MORE_QUERIES: typeof QUERIES = [
  // Paths of every kind.
  ['a path of no steps', 'MATCH p = (l:Law)-[*0]-(l) RETURN length(p)'],
  ['steps at least and at most', 'MATCH (d:Document)-[:HAS_PART*2..4]->(x) RETURN count(x)'],
  ['steps with a property', "MATCH (d:Duty)-[r* ..2 {rule: 'promotes-list'}]-(x) RETURN count(r)"],
  ['steps in a comma pattern', 'MATCH (a:Document)-[:HAS_PART*]->(b), (b)-[:STATES]->(c) RETURN count(*)'],
  [
    'the same pair by two ways',
    'MATCH (a:Provision)-[:STATES]->(d:Duty), (a)-[:PROMOTES]->(l)<-[:UNDER]-(d) RETURN a, l',
  ],
  ['quantifier star', 'MATCH (d:Document) ((:Document|Provision)-[:HAS_PART]->(n))* (x) RETURN size(n), count(*)'],
  [
    'quantifier plus with a condition',
    'MATCH (d:Document) ((a)-[r]->(b) WHERE a.start <= b.start)+ (x) RETURN count(*)',
  ],
  ['quantifier with an exact number', 'MATCH (d:Document) (()-->()){2} (x) RETURN count(*)'],
  [
    'quantified in an optional match',
    'MATCH (l:Law) OPTIONAL MATCH (l) (()<-[:UNDER]-()){1,2} (d) RETURN l.title, count(d)',
  ],
  [
    'quantified both ends bound',
    `MATCH (l:Law {title: '${TITLE}'}), (o:Organ) MATCH (l) (()--()){1,3} (o) RETURN count(*)`,
  ],
  ['quantified in exists', 'MATCH (l:Law) WHERE EXISTS { (l) (()--()){1,2} (:Function) } RETURN l.title'],
  ['quantified relationship with types', 'MATCH (d:Document)-[:HAS_PART|STATES]->{1,3}(x) RETURN labels(x), count(*)'],
  [
    'a list of a group variable',
    'MATCH (d:Document) (()-[r]->()){1,2} (x) RETURN [one IN r | type(one)] AS types, count(*)',
  ],
  ['any shortest', `MATCH p = ANY SHORTEST (a:Law {title: '${TITLE}'})-[*]-(b:Function) RETURN length(p)`],
  ['all shortest', `MATCH p = ALL SHORTEST (a:Law {title: '${TITLE}'})--{1,4}(b:Organ) RETURN length(p)`],
  [
    'shortest k with a condition inside',
    `MATCH p = SHORTEST 3 ((a:Law {title: '${TITLE}'})--+(b:Function) WHERE b.name CONTAINS '刑事') RETURN p`,
  ],
  ['any path', `MATCH p = ANY (a:Law {title: '${TITLE}'})--{1,2}(b) RETURN count(p)`],
  [
    'shortest path with a condition',
    'MATCH (a:Law), (b:Organ) MATCH p = shortestPath((a)-[*..5]-(b)) WHERE all(n IN nodes(p) WHERE n.id IS NOT NULL) RETURN a.title, length(p)',
  ],
  [
    'shortest path in an expression',
    `MATCH (a:Law {title: '${TITLE}'}), (b:Organ) RETURN length(shortestPath((a)-[*..5]-(b))) AS n`,
  ],
  [
    'shortest path as a condition',
    'MATCH (a:Law), (b:Function) WHERE length(shortestPath((a)-[:UNDER|EXERCISES*..4]-(b))) = 2 RETURN a.title, b.name',
  ],
  ['walk into a bound node', `MATCH (a:Law {title: '${TITLE}'})<-[:UNDER]-(d) MATCH (d)-[*1..3]-(a) RETURN count(*)`],
  ['pruned walk', 'MATCH (a:Law)-[*1..3]-(b) RETURN count(DISTINCT b)'],
  // Scans and seeks.
  ['all relationships', 'MATCH ()-[r]->() RETURN count(DISTINCT r.id)'],
  ['all relationships either way', 'MATCH (a)-[r]-(b) WHERE r.start = 10 RETURN count(*)'],
  ['one type, ends unknown', 'MATCH (a)-[r:UNDER]->(b) WHERE r.start > 0 RETURN count(r)'],
  ['one type, either way', 'MATCH (a)-[r:UNDER]-(b) RETURN count(DISTINCT a)'],
  ['two types, ends unknown', 'MATCH ()-[r:UNDER|EXERCISES]-() RETURN r.id ORDER BY r.id LIMIT 2'],
  ['index of relationships, equal', "MATCH ()-[r:BASED_ON {documentId: 'doc/1'}]->() RETURN r"],
  [
    'index of relationships, either way',
    "MATCH ()-[r:AMENDS]-() WHERE r.documentId IN ['doc/1', 'doc/2'] RETURN count(r)",
  ],
  ['index of relationships, prefix', "MATCH ()-[r:REPEALS]->() WHERE r.documentId STARTS WITH 'doc' RETURN count(r)"],
  ['index of relationships, substring', "MATCH ()-[r:BASED_ON]->() WHERE r.documentId CONTAINS 'doc' RETURN count(r)"],
  ['index of relationships, ending', "MATCH ()-[r:BASED_ON]->() WHERE r.documentId ENDS WITH '1' RETURN count(r)"],
  ['index of relationships, present', 'MATCH ()-[r:INTERPRETS]->() WHERE r.documentId IS NOT NULL RETURN count(r)'],
  ['relationship by element id', "MATCH ()-[r]->() WHERE elementId(r) = '5:nothing:0' RETURN r"],
  ['relationship by id, either way', 'MATCH (a)-[r]-(b) WHERE id(r) IN [0, 1] RETURN count(*)'],
  ['node by id', 'MATCH (n) WHERE id(n) = 0 RETURN n'],
  ['index, greater', "MATCH (d:Duty) WHERE d.modality > 'm' RETURN count(d)"],
  [
    'index, prefix or another',
    "MATCH (d:Duty) WHERE d.modality STARTS WITH 'm' OR d.modality = 'should' RETURN count(d)",
  ],
  ['index, ending', "MATCH (l:Law) WHERE l.title ENDS WITH '法' RETURN count(l)"],
  [
    'two indexes joined',
    "MATCH (d:Duty {modality: 'must'}), (l:Law {title: '网络安全法'}) WHERE (d)-[:UNDER]->(l) RETURN d",
  ],
  ['values from an index in order', 'MATCH (l:Law) WHERE l.title IS NOT NULL RETURN l.title ORDER BY l.title LIMIT 2'],
  ['distinct in order', 'MATCH (d:Duty) WHERE d.modality IS NOT NULL RETURN DISTINCT d.modality ORDER BY d.modality'],
  [
    'grouped in order',
    'MATCH (d:Duty) WHERE d.modality IS NOT NULL WITH d.modality AS m, count(*) AS n ORDER BY m RETURN m, n',
  ],
  [
    'partly sorted',
    'MATCH (d:Duty) WHERE d.modality IS NOT NULL RETURN d.modality, d.text ORDER BY d.modality, d.text LIMIT 4',
  ],
  ['either label', 'MATCH (n:Law|Duty) RETURN count(n)'],
  ['both labels', 'MATCH (n:Law&Duty) RETURN count(n)'],
  ['one label without another', 'MATCH (n:Law&!Duty) RETURN count(n)'],
  ['no label', 'MATCH (n:!%) RETURN count(n)'],
  ['the number of nodes', 'MATCH (n) RETURN count(n)'],
  ['the number of relationships between labels', 'MATCH (:Duty)-[r:UNDER]->(:Law) RETURN count(*)'],
  // Joins and predicates that become operators.
  ['cartesian product', 'MATCH (a:Function), (b:Organ) RETURN a.name, b.name'],
  ['joined by a value', 'MATCH (a:Duty), (b:Provision) WHERE a.documentId = b.documentId RETURN count(*)'],
  [
    'outer join',
    'MATCH (a:Law) OPTIONAL MATCH (a)<-[:UNDER]-(d:Duty)-[:EXERCISES]->(f:Function) USING JOIN ON a RETURN a.title, count(f)',
  ],
  ['optional into', 'MATCH (a:Law), (d:Duty) OPTIONAL MATCH (a)<-[r:UNDER]-(d) RETURN count(r)'],
  ['optional of nothing', "OPTIONAL MATCH (n:Law {title: '没有这部法'}) RETURN n"],
  [
    'optional after optional',
    'MATCH (l:Law) OPTIONAL MATCH (l)<-[:UNDER]-(d) OPTIONAL MATCH (d)-[:EXERCISES]->(f) RETURN l.title, count(f)',
  ],
  ['a pattern or a property', "MATCH (l:Law) WHERE l.title = 'x' OR (l)<-[:UNDER]-() RETURN l.title"],
  ['not a pattern or a property', "MATCH (l:Law) WHERE l.title = 'x' OR NOT (l)<-[:UNDER]-() RETURN l.title"],
  ['a pattern as a value', 'MATCH (l:Law) RETURN l.title, exists((l)<-[:UNDER]-()) AS used'],
  ['exists as a value', 'MATCH (l:Law) RETURN l.title, EXISTS { (l)<-[:UNDER]-() } AS used'],
  [
    'not exists or exists',
    'MATCH (l:Law) RETURN CASE WHEN NOT EXISTS { (l)<-[:UNDER]-() } OR EXISTS { (l)<-[:AMENDS]-() } THEN 1 ELSE 0 END',
  ],
  [
    'exists in exists',
    'MATCH (f:Function) WHERE EXISTS { (f)<-[:EXERCISES]-(d) WHERE EXISTS { (d)-[:UNDER]->(:Law) } } RETURN f.name',
  ],
  [
    'count with a union',
    'MATCH (l:Law) RETURN COUNT { MATCH (l)<-[:UNDER]-(x) RETURN x UNION MATCH (l)<-[:PROMOTES]-(x) RETURN x } AS n',
  ],
  [
    'collect with order',
    'MATCH (l:Law) RETURN COLLECT { MATCH (l)<-[r]-() RETURN type(r) ORDER BY type(r) DESC LIMIT 3 } AS types',
  ],
  [
    'comprehension in a comprehension',
    'MATCH (f:Function) RETURN [(f)<-[:EXERCISES]-(d) | [(d)-[:UNDER]->(l) | l.title]] AS laws',
  ],
  [
    'subquery of one row each',
    'MATCH (f:Function) CALL (f) { MATCH (f)<-[:EXERCISES]-(d) RETURN d ORDER BY d.start LIMIT 1 } RETURN f.name, d.text',
  ],
  ['subquery without import', 'CALL () { MATCH (l:Law) RETURN count(l) AS n } RETURN n'],
  ['subquery in a subquery', 'CALL { CALL { RETURN 1 AS x UNION RETURN 2 AS x } RETURN sum(x) AS s } RETURN s'],
  [
    'subquery with an aggregate of all',
    'MATCH (l:Law) CALL (l) { MATCH (l)<-[r]-() RETURN collect(r)[0] AS first } RETURN l.title, first.quote',
  ],
  ['three unions', 'RETURN 1 AS x UNION RETURN 2 AS x UNION RETURN 3 AS x'],
  ['union of one scan in order', 'MATCH (n:Law|Function) RETURN n.name AS name ORDER BY name'],
  ['unwind and match', "UNWIND ['网络安全法', '刑法'] AS t MATCH (l:Law {title: t}) RETURN l"],
  ['unwind of an empty list', 'UNWIND [] AS x RETURN x'],
  ['unwind of a nested list', 'UNWIND [[1, 2], [3]] AS xs UNWIND xs AS x RETURN collect(x)'],
  ['first by minimum', 'MATCH (d:Duty) WITH min(d.start) AS first MATCH (d:Duty {start: first}) RETURN d.text'],
  [
    'order by an expression that is not returned',
    'MATCH (d:Duty) RETURN d.text ORDER BY size(d.text) DESC, d.start LIMIT 3',
  ],
  ['skip and limit by expressions', 'MATCH (d:Duty) RETURN d.text SKIP toInteger(1 + 1) LIMIT 1 + 1'],
  ['limit nothing', 'MATCH (d:Duty) RETURN d LIMIT 0'],
  ['returned twice under two names', 'MATCH (l:Law) RETURN l AS a, l AS b'],
  ['only a literal', "RETURN 1 AS n, 'x' AS s, [1, 2] AS l, {a: 1} AS m, true AS b, null AS nothing"],
];

// title: 法律文件之间的关系
// titleEn: Relations between instruments
// description: 依据、解释、修改、废止，每一条都有证据句。
// tags: 法律文件, 证据

MATCH path = (a:Law)-[r:BASED_ON|INTERPRETS|AMENDS|REPEALS]->(b:Law)
RETURN path AS 关系图, type(r) AS 关系类型, a.title AS 从, b.title AS 到, r.quote AS 证据句
ORDER BY 关系类型, 从
LIMIT 300

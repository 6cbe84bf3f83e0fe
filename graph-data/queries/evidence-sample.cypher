// title: 抽查证据句
// titleEn: A sample of evidence
// description: 随机抽取 50 条关系，点开出处核对原文。
// tags: 质量, 证据

MATCH (a)-[r]->(b)
WHERE r.quote IS NOT NULL
WITH a, r, b ORDER BY rand() LIMIT 50
RETURN type(r) AS 关系类型, a AS 从, b AS 到, r AS 关系, r.quote AS 证据句, r.rule AS 规则

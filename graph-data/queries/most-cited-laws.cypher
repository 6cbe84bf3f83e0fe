// title: 被引用最多的法律文件
// titleEn: Most cited instruments
// description: 每一部法律文件被多少份文档、多少处条文引用（引用到条款的也计入该法）。
// tags: 引用, 统计

MATCH (from:Provision)-[r:CITES]->(to)
OPTIONAL MATCH (to)<-[:HAS_PART*1..8]-(:Document)-[:TEXT_OF]->(holder:Law)
WITH CASE WHEN to:Law THEN to ELSE holder END AS law, r
WHERE law IS NOT NULL
RETURN law, count(r) AS 引用处, count(DISTINCT r.documentId) AS 文档数
ORDER BY 文档数 DESC, 引用处 DESC
LIMIT 50

// title: 没有引到文本的引用及原因
// titleEn: Citations that lead no further, and why
// description: 未收录、拟制定、条号不存在等，每一条都有原因。
// tags: 引用, 质量

MATCH (from:Provision)-[r:CITES]->(law:Law)
WHERE r.reason IS NOT NULL
RETURN r.reason AS 原因, law AS 法律文件, r AS 关系, r.quote AS 证据句
ORDER BY 原因, 法律文件.title
LIMIT 500

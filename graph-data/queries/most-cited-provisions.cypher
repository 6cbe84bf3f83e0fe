// title: 被指明引用最多的条文
// titleEn: Most cited provisions
// description: 被其他条文按条、款、项指明引用的条文。
// tags: 引用, 条文, 统计

MATCH (to:Provision)<-[r:CITES]-(:Provision)
RETURN to AS 条文, count(r) AS 引用处, count(DISTINCT r.documentId) AS 文档数
ORDER BY 引用处 DESC, 条文.id
LIMIT 50

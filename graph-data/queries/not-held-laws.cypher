// title: 被引用却未收录的法律文件
// titleEn: Cited but not held
// description: 按被引用次数排列，可据此补充文档。
// tags: 引用, 质量, 统计

MATCH (law:Law)<-[r:CITES]-(:Provision)
WHERE law.status = 'not_held'
RETURN law AS 法律文件, count(r) AS 引用处, count(DISTINCT r.documentId) AS 文档数
ORDER BY 文档数 DESC, 引用处 DESC
LIMIT 100

// title: 引用某部法律的条文
// titleEn: Provisions that cite a law
// description: 写明法律名称即可；每一行带证据句和出处。
// tags: 引用, 法律文件
// params: {"law": "网络安全法"}

MATCH (law:Law {title: $law})<-[r:CITES|PROMOTES]-(from:Provision)
MATCH (doc:Document {id: r.documentId})
RETURN doc AS 文档, from AS 条文, r AS 关系, r.quote AS 证据句
ORDER BY 文档.title, 条文.order
LIMIT 200

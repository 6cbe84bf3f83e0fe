// title: 推动制定修订的法律
// titleEn: Laws whose making or revision is promoted
// description: 要求制定或修订某法不等于引用它；此处只列前者。
// tags: 推动, 证据

MATCH (from:Provision)-[r:PROMOTES]->(law:Law)
MATCH (doc:Document {id: r.documentId})
RETURN law AS 法律文件, law.status AS 时效性, doc AS 文档, r AS 关系, r.quote AS 证据句
ORDER BY 法律文件.title

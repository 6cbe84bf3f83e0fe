// title: 某部法律引用了哪些法律文件
// titleEn: What a law cites
// description: 从该法的文本出发，按被引用的法律文件汇总。
// tags: 引用, 法律文件
// params: {"law": "未成年人网络保护条例"}

MATCH (:Law {title: $law})<-[:TEXT_OF]-(text:Document)
MATCH (from:Provision {documentId: text.id})-[r:CITES]->(cited:Law)
RETURN cited AS 法律文件, count(r) AS 引用处, collect(from.printed)[..10] AS 所在条文
ORDER BY 引用处 DESC

// title: 一份文档的结构
// titleEn: Outline of a document
// description: 编、章、节、条按原文顺序；title 可只写一部分。
// tags: 文档, 条文
// params: {"title": "网络"}

MATCH (doc:Document)
WHERE doc.title CONTAINS $title
WITH doc ORDER BY doc.chars LIMIT 1
MATCH (provision:Provision {documentId: doc.id})
WHERE provision.level IN ['part', 'chapter', 'section', 'article', 'block']
RETURN provision.printed AS 序号, provision.level AS 层级, left(provision.text, 60) AS 开头, provision AS 条文
ORDER BY provision.order

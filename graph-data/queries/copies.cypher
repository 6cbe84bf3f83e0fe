// title: 同一文本的多个出处
// titleEn: Texts with more than one source
// description: 同一份文本出现在几处，只算一份文档。
// tags: 文档, 质量

MATCH (source:Source)-[:COPY_OF]->(doc:Document)
WITH doc, collect(source) AS sources
WHERE size(sources) > 1
RETURN doc AS 文档, size(sources) AS 出处数, [s IN sources | s.publisher] AS 发布者, [s IN sources | s.publishedAt] AS 发布时间
ORDER BY 出处数 DESC

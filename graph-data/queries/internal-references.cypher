// title: 本法内部的引用
// titleEn: References inside one instrument
// description: 前款、前条、本条例第几条：哪些条文被本法的其他条文引用。
// tags: 引用, 条文

MATCH (from:Provision)-[r:CITES]->(to:Provision)
WHERE from.documentId = to.documentId
RETURN from AS 引用条文, to AS 被引用条文, r.citationType AS 类型, r AS 关系, r.quote AS 证据句
LIMIT 300

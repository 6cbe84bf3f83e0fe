// title: 应当与不得的职责
// titleEn: Obligations and prohibitions
// description: 情态为应当或不得的职责，连同规定它的条文。
// tags: 职责, 证据

MATCH (provision:Provision)-[r:STATES]->(duty:Duty)
WHERE duty.modality IN ['must', 'must_not']
RETURN duty.modality AS 情态, duty AS 职责, duty.bearer AS 原文主体, provision AS 条文, r AS 关系
ORDER BY 职责.documentId, 职责.start
LIMIT 300

// title: 某个主体的职责
// titleEn: Duties of one organ
// description: 参数 organ 是主体名称的一部分。
// tags: 职责, 主体, 证据
// params: {"organ": "检察"}

MATCH (organ:Organ)<-[r:BORNE_BY]-(duty:Duty)
WHERE organ.name CONTAINS $organ
OPTIONAL MATCH (duty)-[:EXERCISES]->(function:Function)
RETURN organ AS 主体, duty AS 职责, duty.modality AS 情态, collect(function.name) AS 职能, r AS 关系
ORDER BY 主体.name, 职责.start
LIMIT 300

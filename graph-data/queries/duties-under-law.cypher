// title: 以某法为依据的职责
// titleEn: Duties under a law
// description: 写明依据哪部法律的职责。
// tags: 职责, 法律文件, 证据
// params: {"law": "网络安全法"}

MATCH (duty:Duty)-[r:UNDER]->(law:Law)
WHERE $law = '' OR law.title CONTAINS $law
OPTIONAL MATCH (duty)-[:BORNE_BY]->(organ:Organ)
RETURN law AS 依据, duty AS 职责, collect(organ.name) AS 主体, r AS 关系
LIMIT 300

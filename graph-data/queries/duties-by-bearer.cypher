// title: 各主体承担的职责
// titleEn: Duties by bearer
// description: 每个主体有多少条职责，按情态分列。
// tags: 职责, 主体, 统计

MATCH (organ:Organ)<-[:BORNE_BY]-(duty:Duty)
RETURN organ AS 主体, count(duty) AS 职责数,
  count(CASE WHEN duty.modality = 'must' THEN 1 END) AS 应当,
  count(CASE WHEN duty.modality = 'must_not' THEN 1 END) AS 不得,
  count(CASE WHEN duty.modality = 'may' THEN 1 END) AS 可以
ORDER BY 职责数 DESC
LIMIT 100

// title: 职责的情态分布
// titleEn: Duties by modality
// description: 应当、不得、宜、可以、鼓励各多少。
// tags: 职责, 统计

MATCH (duty:Duty)
RETURN duty.modality AS 情态, count(*) AS 职责数, collect(duty.text)[..3] AS 举例
ORDER BY 职责数 DESC

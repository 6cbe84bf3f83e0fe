// title: 各方面的职责
// titleEn: Duties by policy aspect
// description: 网络立法、执法、司法、普法、法治研究、队伍建设各有哪些职责。
// tags: 职责, 方面, 统计

MATCH (aspect:Aspect)<-[:WITHIN]-(duty:Duty)
RETURN aspect AS 方面, count(duty) AS 职责数, collect(duty.text)[..5] AS 举例
ORDER BY 职责数 DESC

// title: 各项检察职能的职责
// titleEn: Duties by procuratorial function
// description: 四大检察及其他职能各有多少条职责。
// tags: 职责, 职能, 统计

MATCH (function:Function)<-[:EXERCISES]-(duty:Duty)
RETURN function AS 职能, count(duty) AS 职责数, collect(duty.text)[..3] AS 举例
ORDER BY 职责数 DESC

// title: 根据某法制定的文件
// titleEn: Instruments made under a law
// description: 参数 law 是上位法的名称。
// tags: 法律文件
// params: {"law": "网络安全法"}

MATCH (low:Law)-[r:BASED_ON]->(high:Law {title: $law})
RETURN low AS 法律文件, low.rank AS 效力位阶, low.date AS 日期, r AS 关系, r.quote AS 证据句
ORDER BY 日期

// title: 常被一起引用的法律文件
// titleEn: Instruments cited together
// description: 在同一条文里一起出现的两部法律文件。
// tags: 引用, 统计

MATCH (a:Law)<-[:CITES|PROMOTES]-(provision:Provision)-[:CITES|PROMOTES]->(b:Law)
WHERE a.id < b.id
RETURN a AS 甲, b AS 乙, count(DISTINCT provision) AS 条文数
ORDER BY 条文数 DESC
LIMIT 50

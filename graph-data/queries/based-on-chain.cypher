// title: 上位法依据链
// titleEn: Chains of legal basis
// description: 根据甲制定乙、根据乙制定丙：沿依据关系一直向上。
// tags: 法律文件, 路径

MATCH path = (low:Law)-[:BASED_ON*1..5]->(high:Law)
RETURN path AS 依据链, length(path) AS 层数
ORDER BY 层数 DESC
LIMIT 100

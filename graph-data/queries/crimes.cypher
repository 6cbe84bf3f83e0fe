// title: 文档提及的罪名
// titleEn: Crimes mentioned
// description: 被条文提及或被职责针对的罪名。
// tags: 罪名, 统计

MATCH (crime:Crime)<-[r:MENTIONS|TARGETS]-()
RETURN crime AS 罪名, count(CASE WHEN type(r) = 'MENTIONS' THEN 1 END) AS 提及,
  count(CASE WHEN type(r) = 'TARGETS' THEN 1 END) AS 针对
ORDER BY 提及 + 针对 DESC
LIMIT 100

// title: 各条规则找到了多少
// titleEn: What each rule found
// description: 按规则编号统计关系数，用于检查抽取质量。
// tags: 质量, 统计

MATCH ()-[r]->()
WHERE r.rule IS NOT NULL
RETURN type(r) AS 关系类型, r.rule AS 规则, count(*) AS 数量
ORDER BY 数量 DESC

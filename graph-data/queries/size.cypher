// title: 图的规模
// titleEn: Size of the graph
// description: 各种节点有多少。
// tags: 统计

MATCH (n)
RETURN labels(n)[0] AS 种类, count(*) AS 数量
ORDER BY 数量 DESC
